"""Rank many texts for one: candidates by words and by meaning, compared in full. Everything in memory, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from operator import attrgetter

from archive.matching.comparison import Match, compare
from archive.matching.features import Circumstances
from archive.matching.meaning.nearest import Nearest
from archive.matching.meaning.vectors import is_english
from archive.matching.prepared import Prepared, content_of, prepare, taken_apart
from archive.matching.shortlist import Shortlist
from archive.matching.translation.among_texts import Translations
from archive.matching.translation.pair import Told, Translation
from archive.matching.translation.speakers import may_be_one_speaker
from archive.matching.words import fold, words

# So many by words and so many by meaning; of all these so many are compared in full, or as many as are asked for.
CANDIDATES, COMPARED = 100, 100
# Prepared texts that are kept: ten kilobytes each.
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
        read = [tuple(words(entry.told)) for entry in entries]
        self._shortlist = Shortlist(content_of(entry.told, found) for entry, found in zip(entries, read, strict=True))
        self._nearest = Nearest([entry.told for entry in entries], [is_english(found) for found in read])
        self._translations = Translations([entry.text for entry in entries])
        self._told = lru_cache(maxsize=PREPARED)(lambda place: taken_apart(self.entries[place].told, self._nearest.vector(place)))
        self._text = lru_cache(maxsize=PREPARED)(lambda place: prepare(self.entries[place].text))

    def best(self, query: Entry, top: int) -> list[tuple[Match, Entry]]:
        """The likeliest first; of equals the one that stands first."""
        asked = prepare(query.text)
        found = {place: self._compared(asked, query, place) for place in self._candidates(asked, top)}
        for place, translation in self._translations.of(query.text, lambda place: beside(query, self.entries[place])).items():
            found[place] = across(found.get(place) or self._compared(asked, query, place), translation)
        best = sorted(found, key=lambda place: (-found[place].probability, place))[:top]
        return [(found[place], self.entries[place]) for place in best]

    def _candidates(self, asked: Prepared, top: int) -> list[int]:
        """From words and from meaning, and of these the best by both: only they are compared in full."""
        shares = self._shortlist.candidates(asked, max(top, CANDIDATES))
        places = sorted({*shares, *self._nearest.candidates(asked.vector, max(top, CANDIDATES))})
        near = self._nearest.likeness(asked.vector, places)
        worth = {place: shares.get(place, 0.0) + likeness for place, likeness in zip(places, near, strict=True)}
        return sorted(places, key=lambda place: (-worth[place], place))[: max(top, COMPARED)]

    def _compared(self, asked: Prepared, query: Entry, place: int) -> Match:
        """Of a text and its text under its title, which often says the same in other words, the likelier."""
        entry, idf = self.entries[place], self._shortlist.idf
        around = circumstances(query, entry)
        match = compare(asked, self._told(place), idf, around)
        return max(match, compare(asked, self._text(place), idf, around), key=attrgetter("probability")) if entry.title else match


def across(match: Match, found: Translation) -> Match:
    """The match of two texts in two languages, of which one may translate the other."""
    return replace(
        match, probability=found.probability, same=False, band="possible", label="translation", reasons=found.reasons,
        is_telling=True, differences=(),
    )  # fmt: skip


def beside(one: Entry, other: Entry) -> Told:
    speakers = may_be_one_speaker([one.speaker], [other.speaker])
    return Told(speakers, circumstances(one, other).days_apart)


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
