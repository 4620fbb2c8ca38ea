"""The Merkle tree of RFC 9162: which hashes a root and a proof are made of. Knows no table."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Range = tuple[int, int]  # entries from the first up to the second, which is not among them
Place = tuple[int, int]  # a complete subtree: its level, and the index of its last entry
EMPTY = hashlib.sha256().digest()  # the root of no entries


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass
class Edge:
    """A tree as it is added to: the roots of its largest complete subtrees, from left to right."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> list[bytes]:
        """The hashes of all complete subtrees that end with this leaf, from its own up."""
        completed, size = [leaf], self.size
        while size & 1:
            completed.append(node_hash(self.peaks.pop(), completed[-1]))
            size >>= 1
        self.peaks.append(completed[-1])
        self.size += 1
        return completed

    def root(self) -> bytes:
        if not self.peaks:
            return EMPTY
        root, *others = reversed(self.peaks)
        for peak in others:
            root = node_hash(peak, root)
        return root


def complete(start: int, end: int) -> Iterator[Place]:
    """The largest complete subtrees that make up a range of the tree, from left to right."""
    while start < end:
        level = (end - start).bit_length() - 1
        start += 1 << level
        yield level, start - 1


def root_of(entries: Range, hash_at: Callable[[Place], bytes]) -> bytes:
    return Edge(0, [hash_at(place) for place in complete(*entries)]).root()


def inclusion(index: int, start: int, end: int) -> list[Range]:
    """The ranges whose roots prove that this entry stands in the tree of these, beginning beside it."""
    if end - start == 1:
        return []
    split = _split(start, end)
    if index < split:
        return [*inclusion(index, start, split), (split, end)]
    return [*inclusion(index, split, end), (start, split)]


def consistency(old: int, start: int, end: int, *, is_known: bool = True) -> list[Range]:
    """The ranges whose roots prove that the tree up to `old` is the beginning of the one up to `end`."""
    if old == end:
        return [] if is_known else [(start, end)]
    split = _split(start, end)
    if old <= split:
        return [*consistency(old, start, split, is_known=is_known), (split, end)]
    return [*consistency(old, split, end, is_known=False), (start, split)]


def _split(start: int, end: int) -> int:
    """Behind the largest complete subtree that is not all of it."""
    return start + (1 << (end - start - 1).bit_length() - 1)
