"""The likeliest translations of a text among many in memory. What they hold is indexed when a text in another language is first asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from archive.extraction.languages.detection import language_of
from archive.matching.translation.marks import LANGUAGES, Marks, marks_of
from archive.matching.translation.pair import Rarity, Told, Translation, likeliest, translation_of

LOOKED_AT = 50  # of those that share the most


class Index(NamedTuple):
    """The texts of some languages: each as its marks, by its position; and where each term stands."""

    marks: Mapping[int, Marks]
    places: Mapping[str, Sequence[int]]
    rarity: Rarity


class Translations:
    """Over texts, in their order; answers with their positions."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._indexes: dict[str, Index] = {}

    def of(self, text: str, told_of: Callable[[int], Told]) -> dict[int, Translation]:
        """`told_of` answers what is known of the text at a position, beside its words."""
        language = language_of(text)
        if language not in LANGUAGES or {language, None}.issuperset(self._languages):
            return {}
        if language not in self._indexes:
            self._indexes[language] = self._beside(language)
        marks, index = marks_of(text), self._indexes[language]
        found = {place: translation_of(marks, index.marks[place], index.rarity, told_of(place)) for place in nearest(marks, index)}
        return likeliest({place: one for place, one in found.items() if one})

    @cached_property
    def _languages(self) -> list[str | None]:
        return [language_of(text) for text in self._texts]

    def _beside(self, language: str) -> Index:
        marks = {place: marks_of(self._texts[place]) for place, other in enumerate(self._languages) if other not in (language, None)}
        places: dict[str, list[int]] = defaultdict(list)
        for place, one in marks.items():
            for term in one.terms:
                places[term].append(place)
        return Index(marks, places, Rarity({term: len(standing) for term, standing in places.items()}, len(marks)))


def nearest(marks: Marks, index: Index) -> list[int]:
    """Those first that share the most terms, of which a common one counts least."""
    shared: Counter[int] = Counter()
    for places in (index.places.get(term, ()) for term in sorted(marks.terms)):
        shared.update(dict.fromkeys(places, 1 / max(1, len(places))))
    return sorted(shared, key=lambda place: (-shared[place], place))[:LOOKED_AT]
