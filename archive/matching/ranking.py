"""Rank many texts for one: candidates by words and by meaning, compared in full. Everything in memory, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from archive.matching.comparison import Match, compare
from archive.matching.features import Circumstances
from archive.matching.nearest import Nearest
from archive.matching.prepared import Prepared, content_of, prepare
from archive.matching.shortlist import Shortlist
from archive.matching.vectors import is_english
from archive.matching.words import fold, words

# So many by words and so many by meaning are compared in full for one query, however many are asked for.
COMPARED = 100
# Prepared texts that are kept: two kilobytes and more each.
PREPARED = 20_000


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

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        told = [entry.told for entry in entries]
        self._shortlist = Shortlist(map(content_of, told))
        self._nearest = Nearest(told, [is_english(words(text)) for text in told])
        self._prepared = lru_cache(maxsize=PREPARED)(prepare)

    def best(self, query: Entry, top: int) -> list[tuple[Match, Entry]]:
        asked = prepare(query.text)
        count = max(top, COMPARED)
        places = {*self._shortlist.candidates(asked, count), *self._nearest.candidates(asked.vector, count)}
        found = [(*self._compared(asked, query, self.entries[place]), place) for place in sorted(places)]
        found.sort(key=lambda one: (-one[0], one[2]))
        return [(match, self.entries[place]) for _, match, place in found[:top]]

    def _compared(self, asked: Prepared, query: Entry, entry: Entry) -> tuple[float, Match]:
        """The text alone decides; the title has a say in the order."""
        around, idf = circumstances(query, entry), self._shortlist.idf
        match = compare(asked, self._prepared(entry.text), idf, around)
        if not entry.title:
            return match.order, match
        return (match.order + compare(asked, self._prepared(entry.told), idf, around).order) / 2, match


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
