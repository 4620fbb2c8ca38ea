"""Five ways to find who said it before: the engine, and what else is at hand. Each is given texts, and ranks them for one that is asked."""

import sqlite3
import weakref
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils

from archive.matching.meaning.nearest import Nearest
from archive.matching.meaning.vectors import is_english, vector_of
from archive.matching.ranking import Entry, Ranking
from archive.matching.words import words

MOST = 100
PERMUTATIONS, SHINGLE = 128, 2
PRIME = 2**61 - 1


class Found(NamedTuple):
    """`same`: called the same claim, which the engine alone decides."""

    key: str
    score: float
    same: bool = False


class Method(Protocol):
    def __init__(self, entries: Sequence[Entry]) -> None: ...

    def best(self, asked: Entry) -> list[Found]:
        """At most MOST, the likeliest first."""


class Engine:
    def __init__(self, entries: Sequence[Entry]) -> None:
        self._ranking = Ranking(entries)

    def best(self, asked: Entry) -> list[Found]:
        return [Found(entry.key, match.probability, match.same) for match, entry in self._ranking.best(asked, MOST)]


class FullText:
    """SQLite's FTS5: bm25 over Porter's stems, for any of the content words."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._database = sqlite3.connect(":memory:")
        weakref.finalize(self, self._database.close)
        self._database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter unicode61')")
        self._database.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(entry.text for entry in entries))

    def best(self, asked: Entry) -> list[Found]:
        told = sorted({f'"{word.text}"' for word in words(asked.text) if not word.is_stop})
        if not told:
            return []
        sought = "SELECT rowid, -rank FROM texts WHERE texts MATCH ? ORDER BY rank, rowid LIMIT ?"
        return [Found(self._entries[place].key, score) for place, score in self._database.execute(sought, (" OR ".join(told), MOST))]


class Vectors:
    """What the engine knows of meaning, alone: it reads English, and finds nothing for other texts."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._nearest = Nearest([entry.text for entry in entries], [is_english(words(entry.text)) for entry in entries])

    def best(self, asked: Entry) -> list[Found]:
        vector = vector_of(asked.text) if is_english(words(asked.text)) else None
        places = self._nearest.candidates(vector, MOST)
        return [Found(self._entries[place].key, near) for place, near in zip(places, self._nearest.likeness(vector, places), strict=True)]


class TokenSet:
    """rapidfuzz: the words that two texts share, and how far the rest can be turned into one another."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._texts = [utils.default_process(entry.text) for entry in entries]

    def best(self, asked: Entry) -> list[Found]:
        found = process.extract(utils.default_process(asked.text), self._texts, scorer=fuzz.token_set_ratio, limit=MOST)
        return [Found(self._entries[place].key, score / 100) for _, score, place in found]


class MinHash:
    """The share of SHINGLE words in a row that two texts have in common, estimated by PERMUTATIONS."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        drawn = np.random.default_rng(0)
        self._factors = drawn.integers(1, 2**31, PERMUTATIONS, dtype=np.uint64)
        self._added = drawn.integers(0, 2**31, PERMUTATIONS, dtype=np.uint64)
        self._entries = entries
        self._signatures = np.array([self._signature(entry.text) for entry in entries])

    def best(self, asked: Entry) -> list[Found]:
        likeness = (self._signatures == self._signature(asked.text)).mean(axis=1)
        places = [int(place) for place in (-likeness).argsort(kind="stable")[:MOST] if likeness[place] > 0]
        return [Found(self._entries[place].key, float(likeness[place])) for place in places]

    def _signature(self, text: str) -> NDArray[np.uint64]:
        hashed = np.fromiter(map(_hashed, _shingles(text)), dtype=np.uint64)
        least: NDArray[np.uint64] = ((hashed[:, None] * self._factors + self._added) % np.uint64(PRIME)).min(axis=0)
        return least


def _shingles(text: str) -> set[tuple[str, ...]]:
    """One of all its words where a text has fewer."""
    folded = tuple(word.folded for word in words(text))
    return {folded[at : at + SHINGLE] for at in range(max(1, len(folded) - SHINGLE + 1))}


def _hashed(shingle: Iterable[str]) -> int:
    """Below 2^32, so that its product with a factor fits into 64 bits."""
    return int.from_bytes(blake2b(" ".join(shingle).encode(), digest_size=4).digest(), "big")


METHODS: dict[str, type[Method]] = {
    "engine": Engine,
    "FTS5 bm25": FullText,
    "vectors": Vectors,
    "token_set_ratio": TokenSet,
    "MinHash": MinHash,
}
