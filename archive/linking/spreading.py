"""Comparing a whole archive: several processes compute, this one writes, batch after batch in one order.

SQLite has one writer, so the workers only read. Each batch is one transaction with the marks of what was compared; killed at any moment,
the next run goes on behind the last batch that was written and ends with the same rows.
"""

from collections.abc import Iterable, Iterator

from archive.linking.comparing import Found, compare
from archive.linking.suggesting import keep
from archive.models import Statement
from archive.processes import readers

BATCH = 25  # statements: a transaction of some milliseconds, and little to do again
WORTH_A_PROCESS = 200  # statements; below it starting one costs more than it saves


def suggest_all(statements: list[int], total: int, processes: int, *, again: bool = False) -> Iterator[tuple[int, int]]:
    """Compare these statements and keep what is found; after each batch yields how many it held and how many links stand for them."""
    batches = [statements[start : start + BATCH] for start in range(0, len(statements), BATCH)]
    for found in _computed(batches, total, min(processes, 1 + len(statements) // WORTH_A_PROCESS), again):
        yield len(found), keep(found, total)


def _computed(batches: list[list[int]], total: int, processes: int, again: bool) -> Iterable[list[Found]]:
    if processes < 2:
        yield from (compare_batch(batch, total, again) for batch in batches)
        return
    with readers(processes) as pool:
        yield from pool.map(compare_batch, batches, [total] * len(batches), [again] * len(batches))


def compare_batch(statements: list[int], total: int, again: bool) -> list[Found]:
    rows = Statement.objects.accepted().filter(pk__in=statements).order_by("pk")
    return [compare(statement, total, again=again) for statement in rows]
