"""Keeps an Entry of every public statement, in the transaction of the act that changes what it shows; and makes all anew, in batches of
which each may be the last."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet

from archive.entries import documents, neighbours, sides
from archive.entries.finding import names
from archive.entries.neighbours import Around
from archive.entries.values import shown_of
from archive.entries.writing import rewrite
from archive.enums import StatementStatus
from archive.models import ArchiveState, Document, Entry, Occurrence, Statement
from archive.models.finding.names import Named

BATCH = 1000


@contextmanager
def renewing(statements: Iterable[int]) -> Iterator[None]:
    """Around a change of these statements, their links, their speakers, their occasion or their source, public before it or after it."""
    before = neighbours.around(statements)
    yield
    renew_since(before)


def renew_since(before: Around) -> None:
    """After an act, from what stood around its statements before it."""
    if not before.about:
        return
    sides.renew(before.about)
    after = neighbours.around(before.about)
    renew(neighbours.reached(before, after))


def renew(statements: Iterable[int]) -> int:
    """The entries of these, as things stand now; returns how many became others."""
    return rewrite(Entry, sorted(statements), shown_of)


class Step(NamedTuple):
    """Some rows, and the act that makes theirs anew and returns how many were wrong."""

    rows: QuerySet[Any]
    renew: Callable[[Collection[int]], int]


def steps() -> list[Step]:
    """The sides that speakers take first, since turns are found by them; then what is shown of statements, then of documents; then by which
    words names are found."""
    public = Q(status=StatementStatus.PUBLIC)
    taken = Occurrence.objects.filter(Q(status=StatementStatus.PUBLIC) | Q(sides__isnull=False)).values("statement")
    return [
        Step(Statement.objects.filter(pk__in=taken), sides.renew),
        Step(Statement.objects.filter(public | Q(entry__isnull=False)), renew),
        Step(Document.objects.filter(Q(pk__in=Document.objects.public()) | Q(entry__isnull=False)), documents.renew),
        *(Step(names.of_kind(kind), partial(names.renew, kind)) for kind in Named if kind != Named.DOCUMENT),
    ]


def rebuild(step: Step) -> Iterator[tuple[int, int]]:
    """How many were done and how many of these were wrong, batch by batch. Who publishes meanwhile waits, or is waited for."""
    numbers = list(step.rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        with transaction.atomic():
            ArchiveState.take_turn()
            yield len(batch), step.renew(batch)
