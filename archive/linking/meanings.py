"""Makes the vectors that passages wait for: the dear part of an index, so it is done behind acceptance and by several processes.

Each batch is written in a short transaction of its own. Killed at any moment nothing is lost, and what is made twice is written once.
"""

from collections.abc import Iterable, Iterator

from archive.linking import vectors
from archive.matching.meaning.vectors import codes_of
from archive.models import Passage, PassageVector
from archive.models.passage import STILL_TO_BE_MADE
from archive.processes import HERE, Pool

BATCH = 500  # passages: two seconds of reading, for texts of one length are read together, and some milliseconds of writing
WORTH_A_PROCESS = 1000  # passages; below it starting one costs more than it saves


def make(keys: list[int], pool: Pool = HERE) -> Iterator[int]:
    """The vectors of these passages; after each batch yields how many were written.

    Raises NobodyWorks when those who read are gone; what was written until then stays.
    """
    batches = (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
    for made in pool.in_order(made_of, batches):
        yield vectors.keep(made)


def worth(passages: int) -> int:
    """How many processes at most so many passages are worth."""
    return 1 + passages // WORTH_A_PROCESS


def made_of(keys: list[int]) -> dict[int, bytes]:
    """Of those that wait still. Writes nothing, so that any process may do it."""
    texts = dict(Passage.objects.filter(pk__in=keys, vector__made_by=STILL_TO_BE_MADE).values_list("pk", "text"))
    return {key: row.tobytes() for key, row in zip(texts, codes_of(list(texts.values())), strict=True)}


def awaited(statements: Iterable[int] | None = None) -> list[int]:
    """The passages that wait for their vectors; those of some statements."""
    rows = PassageVector.objects.awaited()
    rows = rows if statements is None else rows.filter(passage__statement__in=statements)
    return list(rows.order_by("pk").values_list("pk", flat=True))
