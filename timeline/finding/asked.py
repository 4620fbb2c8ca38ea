"""A query as it is looked for in names: of each part the words that a name may have for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from archive.matching.words import words
from archive.models.finding.names import NO_NAMES, Reading, latin_of, read
from archive.models.search import LONGEST_QUERY, cut, left_out, query_phrases

MOST_PARTS = 12
INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])(?:\.|(?=\s+[^\W\d_]{2}))")
Words = frozenset[str]  # any of which a name may have
Part = tuple[tuple[Words, ...], ...]  # ways of reading it, of each all


class Asked(NamedTuple):
    """The parts of which a name has to have all, with the words that no name may have; `initials`: first letters of names."""

    parts: tuple[Part, ...]
    out: Words
    initials: Words


@dataclass(frozen=True)
class Question:
    """The words of a query with their readings, from which it is asked strictly and less so."""

    ways: tuple[tuple[tuple[str, ...], ...], ...]
    out: Words
    initials: Words
    readings: Mapping[str, Reading]

    @property
    def as_typed(self) -> Asked:
        """The very letters of the query, in any script."""
        return self._asked({word: _of_its_letters(word, reading) for word, reading in self.readings.items()})

    @property
    def spelled_otherwise(self) -> Asked:
        """Also words that are spelled otherwise, or that those of the query begin."""
        return self._asked({word: frozenset([word, *one.same, *one.begun]) for word, one in self.readings.items()})

    @property
    def mistyped(self) -> Asked:
        """Also words in which one letter is another, where there are no others."""
        return self._asked({word: frozenset([word, *(one.same or one.begun or one.mistyped)]) for word, one in self.readings.items()})

    def _asked(self, words: Mapping[str, Words]) -> Asked:
        parts = (tuple(way for ways_of in ways if (way := tuple(words[one] for one in ways_of if one in words))) for ways in self.ways)
        return Asked(tuple(filter(None, parts)), self.out, self.initials)


def question_of(query: str) -> Question:
    ways = tuple(tuple(tuple(filter(_is_telling, way)) for way in ways) for ways in query_phrases(query)[:MOST_PARTS])
    out = frozenset(way[0] for ways in left_out(query) for way in ways if len(way) == 1)
    forms = {stem: [word.folded] for word in words(query[:LONGEST_QUERY]) for stem in cut(word.stem)}
    wanted = {one: forms.get(one, ()) for ways_of in ways for way in ways_of for one in way}
    return Question(ways, out, _initials(query[:LONGEST_QUERY]), read(wanted))


def _initials(query: str) -> Words:
    """The letters that stand for a name: with a point, or as a capital before a word."""
    found = INITIAL.finditer(query)
    return frozenset(latin_of(one[1].casefold()) for one in found if one[0].endswith(".") or one[1].isupper())


def _is_telling(word: str) -> bool:
    return word not in NO_NAMES and not (len(word) == 1 and word.isalpha())


def _of_its_letters(word: str, reading: Reading) -> Words:
    letters = latin_of(word)
    return frozenset([word, *(one for one in reading.same if latin_of(one) == letters)])
