"""The two questions that candidates come from, and their answers: by an index, or put together from the answers of its parts.

Each answer holds the best of one order that no part can tell otherwise, so the best of all parts are the best of the whole.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np

IN_A_BLOCK = 1024
AT_ONCE = 8  # blocks


class Found(NamedTuple):
    """Passages, best first, and what each was found by."""

    keys: "np.ndarray"
    by: "np.ndarray"


class Index(Protocol):
    def standing(self, terms: Iterable[int]) -> dict[int, "np.ndarray"]:
        """The passages in which each of these stems stands."""

    def blocks(self, since: int) -> Iterator[list[tuple[int, bytes]]]:
        """The signs of all passages, block by block from this one on, AT_ONCE at a time."""


class Sharing(NamedTuple):
    """So many passages that share most of these stems; found by the rarity of what they share. Stems by number, with the rarity of each."""

    rarity: tuple[tuple[int, float], ...]
    wanted: int

    def of(self, index: Index) -> Found:
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        rarity = dict(self.rarity)
        standing = sorted(index.standing(rarity).items())
        lengths = np.array([len(keys) for _, keys in standing], dtype=np.int64)
        weights = np.repeat(np.array([rarity[term] for term, _ in standing], dtype=np.float64), lengths)
        keys, places = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *(keys for _, keys in standing)]), return_inverse=True)
        return self._best(keys, np.bincount(places, weights, len(keys)))

    def merged(self, parts: Iterable[Found]) -> Found:
        return self._best(*_joined(parts))

    def _best(self, keys: "np.ndarray", shared: "np.ndarray") -> Found:
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        best = np.lexsort((keys, -shared.round(6)))[: self.wanted]
        return Found(keys[best], shared[best])


class Near(NamedTuple):
    """So many passages from one on whose signs differ least from these; found by how many differ."""

    signs: bytes
    since: int
    wanted: int

    def of(self, index: Index) -> Found:
        """A few blocks at a time stay in the processor's cache: a fifth of what it costs to hold all of them at once."""
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        last = 8 * len(self.signs)
        asked, counts = np.frombuffer(self.signs, dtype=np.uint64), np.zeros(last + 2, dtype=np.int64)
        numbers: list[int] = []
        parts: list[np.ndarray] = []
        for rows in index.blocks(self.since // IN_A_BLOCK):
            part = _apart(b"".join(signs for _, signs in rows), asked)
            if not parts:
                part[: max(0, self.since - rows[0][0] * IN_A_BLOCK)] = last + 1
            numbers += [number for number, _ in rows]
            parts.append(part)
            counts += np.bincount(part, minlength=last + 2)
        apart = np.concatenate([np.empty(0, dtype=np.uint16), *parts])
        places = np.flatnonzero(apart <= min(int(counts.cumsum().searchsorted(self.wanted)), last))
        keys = np.array(numbers, dtype=np.int64)[places // IN_A_BLOCK] * IN_A_BLOCK + places % IN_A_BLOCK
        return self._nearest(keys, apart[places])

    def merged(self, parts: Iterable[Found]) -> Found:
        return self._nearest(*_joined(parts))

    def _nearest(self, keys: "np.ndarray", apart: "np.ndarray") -> Found:
        """All that are as near as the last one come in, so that it doesn't hang on the sort which of equals do; twice as many at most."""
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        best = np.lexsort((keys, apart))[: 2 * self.wanted]
        keys, apart = keys[best], apart[best]
        end = int(apart.searchsorted(apart[self.wanted - 1], "right")) if len(apart) > self.wanted else len(apart)
        return Found(keys[:end], apart[:end])


Question = Sharing | Near
Ask = Callable[[Question], Found]


def _joined(parts: Iterable[Found]) -> tuple["np.ndarray", "np.ndarray"]:
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    nothing = Found(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.uint16))
    keys, by = zip(nothing, *parts, strict=True)
    return np.concatenate(keys), np.concatenate(by)


def _apart(signs: bytes, asked: "np.ndarray") -> "np.ndarray":
    """In how many signs each differs from those asked about; in one more than there are where there is no passage."""
    import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

    codes = np.frombuffer(signs, dtype=np.uint64).reshape(-1, len(asked))
    apart: np.ndarray = np.bitwise_count(codes ^ asked).sum(axis=1, dtype=np.uint16)
    apart[codes[:, 0] == 0] = 64 * len(asked) + 1  # 64 signs in a row are never all negative
    return apart
