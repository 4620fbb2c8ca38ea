"""Comparing a whole archive: several processes compute, on this machine or on others, and this one writes, batch after batch in one order.

SQLite has one writer, so the others only read. Each batch is one transaction with the marks of what was compared; killed at any moment,
the next run goes on behind the last batch that was written and ends with the same rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from archive.linking.comparing import Compared, compare
from archive.linking.lookup.database import ask
from archive.linking.lookup.questions import Found, Question
from archive.linking.suggestions import keep
from archive.models import Statement
from archive.processes import Pool

BATCH = 25  # statements: a transaction of some milliseconds, and little to do again
WORTH_A_PROCESS = 200  # statements; below it starting one costs more than it saves


class Batch(NamedTuple):
    statements: list[int]
    total: int  # how many passages the index holds
    again: bool
    answers: Mapping[Question, Found] = {}  # what the index answered already


def batches_of(statements: list[int], total: int, *, again: bool) -> Iterator[Batch]:
    return (Batch(statements[start : start + BATCH], total, again) for start in range(0, len(statements), BATCH))


def suggest_all(batches: Iterable[Batch], total: int, pool: Pool) -> Iterator[tuple[int, int]]:
    """Compare these statements and keep what is found; after each batch yields how many it held and how many links stand for them.

    Raises NobodyWorks when those who compare are gone; what was kept until then stays.
    """
    for found in pool.in_order(compare_batch, batches):
        yield len(found), keep(found, total)


def worth(statements: int) -> int:
    """How many processes at most so many statements are worth."""
    return 1 + statements // WORTH_A_PROCESS


def compare_batch(batch: Batch) -> list[Compared]:
    def told(question: Question) -> Found:
        return batch.answers.get(question) or ask(question)

    rows = Statement.objects.accepted().filter(pk__in=batch.statements).order_by("pk")
    return [compare(statement, batch.total, again=batch.again, ask=told) for statement in rows]
