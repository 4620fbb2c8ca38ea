"""A text read once, so that it can be compared with many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from math import sqrt
from typing import TYPE_CHECKING

from archive.matching.meaning.vectors import is_english, vector_of
from archive.matching.numbers import Quantity, quantities
from archive.matching.polarity import negations
from archive.matching.wording import letters_of
from archive.matching.words import Word, plain, words

if TYPE_CHECKING:
    from archive.matching.meaning.vectors import Vector

GRAM = 4
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "₽": "рубл"}
LONGEST_TEXT = 5000


@dataclass(frozen=True, slots=True)
class Prepared:
    """`content` are the distinct stems without stop words, with one term for each quantity.

    `sequence` are all stems in order, `places` where each stands in it, `grams` the counts of character 4-grams,
    `letters` what verbatim texts have in common, `vector` what the text is about where its language has vectors.
    """

    text: str
    words: tuple[Word, ...]
    content: frozenset[str]
    names: frozenset[str]
    sequence: tuple[str, ...]
    places: dict[str, list[int]]
    grams: dict[str, int]
    grams_norm: float
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
    grams = _grams(found)
    return Prepared(
        text=text,
        words=found,
        content=frozenset(_content(found, numbers)),
        names=frozenset(word.stem for word in found if word.is_name),
        sequence=sequence,
        places=places,
        grams=grams,
        grams_norm=sqrt(sum(count * count for count in grams.values())),
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


def _grams(found: tuple[Word, ...]) -> dict[str, int]:
    line = f" {' '.join(word.folded for word in found)} "
    return Counter([line[at : at + GRAM] for at in range(len(line) - GRAM + 1)])
