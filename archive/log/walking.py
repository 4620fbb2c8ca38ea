"""The log from its first entry on, each with its Revision, and with what is wrong with its place in the tree.

Each kept hash is held against those it was made of, as they are kept, so that one entry that was changed is one fault, and not a fault of
every entry behind it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from archive.log import merkle
from archive.models import LogEntry, Revision
from archive.models.log.publication_log import HASH

LOT = 2000


class Walked(NamedTuple):
    at: int
    entry: bytes | None  # None where the row is gone
    revision: Revision | None
    faults: list[str]


def walk() -> Iterator[Walked]:
    """Lot by lot, so that a log of any length fits."""
    peaks: list[bytes | None] = []  # of the tree so far, as they are kept; None where they are not known
    size = LogEntry.objects.size()
    for first in range(0, size, LOT):
        end = min(first + LOT, size)
        rows = {row.index: row for row in LogEntry.objects.between(first, end)}
        revisions = {row.log_index: row for row in Revision.objects.filter(log_index__gte=first, log_index__lt=end)}
        for index in range(first, end):
            row = rows.get(index)
            told = _faults(index, row, peaks)
            yield Walked(index, bytes(row.entry) if row else None, revisions.get(index), told)


def _faults(index: int, row: LogEntry | None, peaks: list[bytes | None]) -> list[str]:
    """What is wrong with the hashes of an entry; `peaks` are those before it, and with it behind."""
    levels = (~index & index + 1).bit_length()  # how many complete subtrees end with it
    left = [peaks.pop() for _ in range(levels - 1)]
    if row is None:
        peaks.append(None)
        return ["it is gone"]
    kept = bytes(row.hashes)
    if len(kept) != levels * HASH:
        peaks.append(None)
        return ["its hashes are not as many as the tree has"]
    hashes = [kept[at : at + HASH] for at in range(0, len(kept), HASH)]
    peaks.append(hashes[-1])
    return [*_of_leaf(row, hashes[0]), *_of_nodes(left, hashes)]


def _of_leaf(row: LogEntry, kept: bytes) -> Iterator[str]:
    if merkle.leaf_hash(bytes(row.entry)) != kept:
        yield "its bytes are not those that were hashed"


def _of_nodes(left: list[bytes | None], hashes: list[bytes]) -> Iterator[str]:
    for level, beside in enumerate(left):
        if beside is not None and merkle.node_hash(beside, hashes[level]) != hashes[level + 1]:
            yield f"the hash of the {2 ** (level + 1)} entries that end with it is not made of theirs"
