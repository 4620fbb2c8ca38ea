"""What stands on many pages and changes only with the archive: made once a process for each revision, and kept until the next.

    rows = kept.at(revision, facets.statements_of, TallyScope.ARCHIVE)

Only for what all readers see alike.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.utils.translation import get_language

MOST_KEPT = 500  # answers of one revision

Made = TypeVar("Made")

_answers: dict[str, dict[tuple[Any, ...], Any]] = {}  # of one revision


def at(revision: str, make: Callable[..., Made], *asked: Any) -> Made:
    """What `make` answers in the language of the page. The revision was read before, so that nothing older is kept under its number."""
    known = _answers.get(revision)
    if known is None or len(known) >= MOST_KEPT:
        _answers.clear()
        known = _answers[revision] = {}
    key = (get_language(), make, asked)
    if key not in known:
        known[key] = make(*asked)
    made: Made = known[key]
    return made


forget = _answers.clear
