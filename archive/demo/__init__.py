"""The demo archive: ten years of an invented country's press, taken in by the same stages as anyone's texts.

Beside each text in `documents/` lies what its editors decided; `catalogue.json` holds whom and what they knew, `afterwards.json` the pairs
they judged apart and what they changed after publication. A decision names its statement by the exact words. Where extraction proposes
them, the proposal is put right and accepted; where it doesn't, an editor enters them. A proposal that nobody decided stays a draft.
"""

from collections import Counter
from dataclasses import dataclass

from django.db import connection, transaction

from archive.demo import afterwards, catalogue, linking, publishing, taking_in, users
from archive.demo.decisions import read_decisions
from archive.errors import Refused
from archive.models import Article, Claim, Document, Judgement, Occasion, Occurrence, Outlet, Speaker, Statement, Suggestion

KEPT = (Outlet, Speaker, Occasion, Claim, Article, Document, Statement)


@dataclass(frozen=True)
class Loaded:
    """What stands in the archive after loading."""

    documents: int
    statements: dict[str, int]
    claims: int
    occurrences: int
    judgements: int
    open_suggestions: int


def is_empty() -> bool:
    return not any(model.objects.exists() for model in KEPT)


def expect_empty() -> None:
    if not is_empty():
        raise Refused("The archive is not empty, so the demo was not loaded: invented words must never stand among real ones.")


@transaction.atomic
def load(*, password: str) -> Loaded:
    """Load everything or nothing. Refuses an archive that holds anything: invented words must never stand among real ones."""
    expect_empty()
    desk = users.enter(password)
    known = catalogue.enter(by=desk.editor)
    judging = linking.Judging(known, desk.editor)
    read = []
    for decision in read_decisions():
        taken = taking_in.take_in(decision, known, desk)
        linking.link(taken, judging)
        publishing.publish_accepted(taken, desk)
        read.append(taken)
    afterwards.happen(read, known, desk)
    tell_the_planner()
    return count()


def tell_the_planner() -> None:
    """PostgreSQL plans by statistics, and gathers none inside a transaction: without them the count of open suggestions takes minutes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def count() -> Loaded:
    return Loaded(
        documents=Document.objects.count(),
        statements=dict(Counter(Statement.objects.order_by("status").values_list("status", flat=True))),
        claims=Claim.objects.count(),
        occurrences=Occurrence.objects.count(),
        judgements=Judgement.objects.count(),
        open_suggestions=Suggestion.objects.open().count(),
    )
