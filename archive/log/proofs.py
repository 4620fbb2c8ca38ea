"""Roots and proofs out of the kept subtrees: a row for each level of the tree, all of them with one query."""

from collections.abc import Iterable

from archive.log import merkle
from archive.log.merkle import Edge, Place, Range
from archive.models import LogEntry


def edge(size: int | None = None) -> Edge:
    """The tree of the first `size` entries, or of all, as it is added to."""
    size = LogEntry.objects.size() if size is None else size
    places = list(merkle.complete(0, size))
    known = hashes(places)
    return Edge(size, [known[place] for place in places])


def root(size: int) -> bytes:
    return edge(size).root()


def root_or_none(size: int) -> bytes | None:
    """None where an entry of them is gone."""
    try:
        return root(size)
    except KeyError:
        return None


def inclusion(index: int, size: int) -> list[bytes]:
    """The path from this entry to the root of the first `size`, as RFC 9162 orders it."""
    return roots(merkle.inclusion(index, 0, size))


def consistency(old: int, new: int) -> list[bytes]:
    """The proof that the first `old` entries are still the beginning of the first `new`. There is nothing to prove of none."""
    return roots(merkle.consistency(old, 0, new)) if old else []


def roots(ranges: Iterable[Range]) -> list[bytes]:
    ranges = list(ranges)
    known = hashes(place for one in ranges for place in merkle.complete(*one))
    return [merkle.root_of(one, known.__getitem__) for one in ranges]


def hashes(places: Iterable[Place]) -> dict[Place, bytes]:
    """Of complete subtrees, as they are kept with the last entry of each."""
    places = set(places)
    rows = LogEntry.objects.only("index", "hashes").in_bulk({last for _, last in places})
    return {(level, last): rows[last].hash_at(level) for level, last in places}
