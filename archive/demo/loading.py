"""Loads the demo archive, all of it or nothing."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection, transaction

from archive.demo import afterwards, catalogue, expect_empty, linking, publishing, taking_in, users
from archive.demo.decisions import read_decisions
from archive.figures import coverage
from archive.models import Claim, Document, Judgement, Occurrence, Statement, Suggestion


@dataclass(frozen=True)
class Loaded:
    """What stands in the archive after loading."""

    documents: int
    statements: dict[str, int]
    claims: int
    occurrences: int
    judgements: int
    open_suggestions: int


@transaction.atomic
def load(*, password: str) -> Loaded:
    """Refuses an archive that holds anything: invented words must never stand among real ones."""
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
    coverage.keep()
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
