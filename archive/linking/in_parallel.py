"""Comparing a whole archive: several processes compute, this one writes, batch after batch in one order.

SQLite has one writer, so the workers only read. Each batch is one transaction with the marks of what was compared; killed at any moment,
the next run goes on behind the last batch that was written and ends with the same rows.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from archive.linking.comparing import Compared, compare
from archive.linking.suggestions import keep
from archive.models import Statement
from archive.processes import readers

BATCH = 25  # statements: a transaction of some milliseconds, and little to do again
AHEAD = 4  # batches for each process, compared or waiting to be
WORTH_A_PROCESS = 200  # statements; below it starting one costs more than it saves


def suggest_all(statements: list[int], total: int, processes: int, *, again: bool = False) -> Iterator[tuple[int, int]]:
    """Compare these statements and keep what is found; after each batch yields how many it held and how many links stand for them.

    Raises BrokenProcessPool when a process that compares was killed; what was kept until then stays.
    """
    batches = (statements[start : start + BATCH] for start in range(0, len(statements), BATCH))
    for found in _computed(batches, total, min(processes, 1 + len(statements) // WORTH_A_PROCESS), again):
        yield len(found), keep(found, total)


def _computed(batches: Iterable[list[int]], total: int, processes: int, again: bool) -> Iterator[list[Compared]]:
    """In the order of the batches, and no more of them ahead than keep the processes busy while one is written."""
    if processes < 2:
        yield from (compare_batch(batch, total, again) for batch in batches)
        return
    with readers(processes) as pool:
        ahead: deque[Future[list[Compared]]] = deque()
        for batch in batches:
            ahead.append(pool.submit(compare_batch, batch, total, again))
            if len(ahead) >= AHEAD * processes:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def compare_batch(statements: list[int], total: int, again: bool) -> list[Compared]:
    rows = Statement.objects.accepted().filter(pk__in=statements).order_by("pk")
    return [compare(statement, total, again=again) for statement in rows]
