"""Rank many texts for one: candidates by words and by meaning, compared in full. Everything in memory, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.matching.comparison import Match, compare, weighed
from archive.matching.features import Circumstances
from archive.matching.meaning.nearest import Nearest
from archive.matching.meaning.semantic import REREAD, Reader
from archive.matching.meaning.vectors import is_english
from archive.matching.prepared import Prepared, content_of, prepare
from archive.matching.shortlist import Shortlist
from archive.matching.words import fold, words

if TYPE_CHECKING:
    from archive.matching.meaning.vectors import Vector

# So many by words and so many by meaning; of all these so many are compared in full, or as many as are asked for.
CANDIDATES, COMPARED = 100, 100
# Prepared texts that are kept: ten kilobytes each.
PREPARED = 20_000


Placed = tuple[float, Match, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text to rank, with what is known of it. `date` is ISO 8601, also of a year or a month alone."""

    key: str
    text: str
    title: str = ""
    speaker: str = ""
    date: str = ""

    @property
    def told(self) -> str:
        """With its title, which often says the same in other words."""
        return f"{self.title.rstrip(' .')}. {self.text}" if self.title else self.text


class Ranking:
    """An index of the entries; a text is prepared when it first comes into question."""

    def __init__(self, entries: Sequence[Entry], reader: Reader | None = None) -> None:
        self.entries = entries
        self._reader = reader
        self._reread = lru_cache(maxsize=PREPARED)(self._read)
        read = [tuple(words(entry.told)) for entry in entries]
        self._shortlist = Shortlist(content_of(entry.told, found) for entry, found in zip(entries, read, strict=True))
        self._nearest = Nearest([entry.told for entry in entries], [is_english(found) for found in read])
        self._told = lru_cache(maxsize=PREPARED)(lambda place: prepare(self.entries[place].told, self._nearest.vector(place)))
        self._text = lru_cache(maxsize=PREPARED)(lambda place: prepare(self.entries[place].text))

    def best(self, query: Entry, top: int) -> list[tuple[Match, Entry]]:
        asked = prepare(query.text)
        found = [(*self._compared(asked, query, place), place) for place in self._candidates(asked, top)]
        found.sort(key=lambda one: (-one[0], one[2]))
        if self._reader and asked.vector is not None:
            found[:REREAD] = self._read_again(asked, query, found[:REREAD])
        return [(match, self.entries[place]) for _, match, place in found[:top]]

    def _read_again(self, asked: Prepared, query: Entry, found: list[Placed]) -> list[Placed]:
        """The best once more, by the transformer's cosine; in this order, and the rest behind them."""
        again = [self._placed_again(asked, query, one) for one in found]
        return sorted(again, key=lambda one: (-one[0], one[2]))

    def _read(self, text: str) -> Vector:
        assert self._reader is not None  # noqa: S101 - for the type checker: only what has a reader reads again
        vector: Vector = self._reader.vectors_of([text])[0]
        return vector

    def _placed_again(self, asked: Prepared, query: Entry, found: Placed) -> Placed:
        before, match, place = found
        if match.features.cosine is None:
            return found
        entry = self.entries[place]
        likeness = float(self._reread(query.text) @ self._reread(entry.text))
        text = self._text(place) if entry.title else self._told(place)
        reread = compare(asked, text, self._shortlist.idf, circumstances(query, entry), reread=likeness)
        return before + reread.order - match.order, reread, place

    def _candidates(self, asked: Prepared, top: int) -> list[int]:
        """From words and from meaning, and of these the best by both: only they are compared in full."""
        shares = self._shortlist.candidates(asked, max(top, CANDIDATES))
        places = sorted({*shares, *self._nearest.candidates(asked.vector, max(top, CANDIDATES))})
        near = self._nearest.likeness(asked.vector, places)
        worth = {place: shares.get(place, 0.0) + likeness for place, likeness in zip(places, near, strict=True)}
        return sorted(places, key=lambda place: (-worth[place], place))[: max(top, COMPARED)]

    def _compared(self, asked: Prepared, query: Entry, place: int) -> tuple[float, Match]:
        """The text alone decides; the title has a say in the order."""
        entry, idf = self.entries[place], self._shortlist.idf
        around = circumstances(query, entry)
        if not entry.title:
            match = compare(asked, self._told(place), idf, around)
            return match.order, match
        match = compare(asked, self._text(place), idf, around)
        return (match.order + weighed(asked, self._told(place), idf, around).order) / 2, match


def circumstances(one: Entry, other: Entry) -> Circumstances:
    days = (day_of(one.date), day_of(other.date))
    apart = None if days[0] is None or days[1] is None else abs(days[0] - days[1])
    return Circumstances(is_same_speaker(one.speaker, other.speaker), apart)


@lru_cache(maxsize=4096)
def is_same_speaker(one: str, other: str) -> bool | None:
    """ "Donald Trump" is donald-trump, and Trump. None where a side names nobody."""
    names = [frozenset(name_words(name)) for name in (one, other)]
    return None if not all(names) else names[0] <= names[1] or names[1] <= names[0]


def name_words(name: str) -> Iterable[str]:
    return fold(name).replace("-", " ").replace("_", " ").replace(".", " ").split()


@lru_cache(maxsize=65536)
def day_of(text: str) -> int | None:
    """The middle of a month or a year that is known alone."""
    for form in (text[:10], f"{text[:7]}-15", f"{text[:4]}-07-01"):
        try:
            return date.fromisoformat(form).toordinal()
        except ValueError:
            continue
    return None
