"""A text read once, so that it can be compared with many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import fsum, sqrt
from typing import TYPE_CHECKING

from archive.matching.idf import Idf
from archive.matching.meaning.vectors import is_english, vector_of
from archive.matching.numbers import Quantity, quantities
from archive.matching.polarity import negations
from archive.matching.wording import letters_of
from archive.matching.words import Word, plain, words

if TYPE_CHECKING:
    from archive.matching.meaning.vectors import Vector

GRAM, STOP_WORD = 4, 0.3  # letters; the weight of a stop word beside the idf of others
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "₽": "рубл"}
LONGEST_TEXT = 5000


@dataclass(frozen=True, slots=True)
class Prepared:
    """`content` are the distinct stems without stop words, with one term for each quantity.

    `sequence` are all stems in order, `places` where each stands in it, `letters` what verbatim texts have in common. `grams` are the runs
    of four letters in its words, weighed by the rarity of the word in general text and of length one together; `vector` is what the text
    means where its language has vectors.
    """

    text: str
    words: tuple[Word, ...]
    content: frozenset[str]
    names: frozenset[str]
    sequence: tuple[str, ...]
    places: dict[str, list[int]]
    grams: dict[str, float]
    quantities: tuple[Quantity, ...]
    negations: tuple[str, ...]
    letters: str
    vector: Vector | None = field(default=None, compare=False, repr=False)


def prepare(text: str) -> Prepared:
    """With what it means, if it is English."""
    read = taken_apart(text, None)
    return replace(read, vector=vector_of(text)) if is_english(read.words) else read


def taken_apart(text: str, vector: Vector | None) -> Prepared:
    """With the vector that is known, or without. Only the first LONGEST_TEXT characters count: a passage is a sentence or a few."""
    read = plain(text[:LONGEST_TEXT])
    found, numbers = tuple(words(read)), quantities(read)
    sequence = tuple(word.stem for word in found)
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(sequence):
        places.setdefault(stem, []).append(place)
    return Prepared(
        text=text,
        words=found,
        content=frozenset(_content(found, numbers)),
        names=frozenset(word.stem for word in found if word.is_name),
        sequence=sequence,
        places=places,
        grams=_grams(found),
        quantities=numbers,
        negations=negations(found, read),
        letters=letters_of(read),
        vector=vector,
    )


def content_of(text: str, found: Iterable[Word] | None = None, numbers: Iterable[Quantity] | None = None) -> frozenset[str]:
    """The content alone, for an index; cheaper than the whole. `found` and `numbers` are its words and quantities, where they are known
    already."""
    read = plain(text[:LONGEST_TEXT])
    return frozenset(_content(words(read) if found is None else found, quantities(read) if numbers is None else numbers))


def _content(found: Iterable[Word], numbers: Iterable[Quantity]) -> list[str]:
    """A quantity is one term, however many words it is written in."""
    numbers = list(numbers)
    counted = {place for number in numbers for place in range(number.start, number.end)}
    currencies = [CURRENCIES[number.text[0]] for number in numbers if number.text[0] in CURRENCIES]
    return [
        *currencies,
        *(number.token for number in numbers),
        *(word.stem for word in found if not word.is_stop and word.start not in counted),
    ]


def _grams(found: Iterable[Word]) -> dict[str, float]:
    """Squares of the weights are the masses of the words that they come from, so the length is the root of their sum."""
    masses: dict[str, float] = defaultdict(float)
    for word in found:
        mass = STOP_WORD if word.is_stop else _rarity(word.stem)
        for gram in _grams_of(word.folded):
            masses[gram] += mass
    whole = sqrt(fsum(masses.values())) or 1.0
    return {gram: sqrt(mass) / whole for gram, mass in masses.items()}


@lru_cache(maxsize=65536)
def _rarity(stem: str) -> float:
    """In general text, whatever the archive holds. An Idf keeps all that it is asked, and a worker lives for weeks."""
    return Idf().of(stem)


@lru_cache(maxsize=65536)
def _grams_of(word: str) -> tuple[str, ...]:
    line = f" {word} "
    return tuple(line[at : at + GRAM] for at in range(max(1, len(line) - GRAM + 1)))
