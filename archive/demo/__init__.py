"""The demo archive: ten years of an invented country's press, taken in by the same stages as anyone's texts.

Beside each text in `documents/` lies what its editors decided; `catalogue.json` holds whom and what they knew, `afterwards.json` the pairs
they judged apart and what they changed after publication. A decision names its statement by the exact words. Where extraction proposes
them, the proposal is put right and accepted; where it doesn't, an editor enters them. A proposal that nobody decided stays a draft.
"""

from archive.errors import Refused
from archive.models import Article, Claim, Document, Occasion, Outlet, Speaker, Statement

KEPT = (Outlet, Speaker, Occasion, Claim, Article, Document, Statement)


def is_empty() -> bool:
    return not any(model.objects.exists() for model in KEPT)


def expect_empty() -> None:
    if not is_empty():
        raise Refused("The archive is not empty, so the demo was not loaded: invented words must never stand among real ones.")
