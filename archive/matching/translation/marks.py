"""What a text says that its translation into any language says too: names by their sound, numbers, days and months.

A name is known by its consonants in Latin letters ("Каменске" and "Kamensk" are kmnsk), so that an index can hold it. What a Slavic
sentence adds to a name is no part of it; where that may belong to the name after all, it is known by both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from archive.matching.idf import Idf
from archive.matching.numbers import Quantity, quantities
from archive.matching.numerals import MONTHS
from archive.matching.words import Word, fold, read_lines, stem, without_addresses, words
from archive.romanised import sound_of, sounds_alike

LANGUAGES = ("en", "ru", "be", "uk")  # whose numbers and months are read
LONGEST_TEXT = 5000
Forms: TypeAlias = Mapping[str, str]  # what a name may be known by, and the spelling that sounds so
# What a Slavic sentence adds to a name, and what makes an adjective of one: "Хольмовом" is Kholmov, "Ольменской" Olmen, "Салуцкага" Saluta.
CASES, VOWELS = tuple("ого ому ему его ага аму яму ыми ими ями ами ах ях ам ям ем ом ым им ім ых их іх".split()), "аеёєиіїоуыэюяй"
ADJECTIVES = {"ськ": "", "ск": "", "цьк": "т", "цк": "т"}
SOFTENED = ("ці", "цы", "цэ")  # "Малахівці" is Malakhivka
POSSESSIVE = re.compile(r"['’]s?$")
FEWEST_SOUNDS = 2
UNCOMMON = 8.0  # from this rarity on a word that opens a sentence may be a name
SMALL = 12
COUNTED = frozenset("plain percent points year day".split())  # kinds; a rank ("the third") is often left unsaid


@dataclass(frozen=True, slots=True)
class Name:
    """`is_sure` where its capital letter doesn't just open a sentence."""

    text: str
    forms: Forms
    is_sure: bool

    def sound_shared(self, other: Name) -> str:
        """By which the two may be one name; empty where they are none."""
        alike = (sound for sound, form in self.forms.items() if sound in other.forms and sounds_alike(form, other.forms[sound]))
        return next(alike, "")


@dataclass(frozen=True, slots=True)
class Marks:
    text: str
    names: Sequence[Name]
    quantities: Sequence[Quantity]
    months: frozenset[int]

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(_terms(self.names, self.quantities))


def marks_of(text: str) -> Marks:
    read = without_addresses(text[:LONGEST_TEXT])
    found = words(read)
    names = {tuple(name.forms): name for name in _names(found)}
    return Marks(text, tuple(names.values()), tuple(one for one in quantities(read) if one.kind in COUNTED), _months(found))


def terms_of(found: Iterable[Word], numbers: Iterable[Quantity], language: str) -> frozenset[str]:
    """Of a text by its words and quantities: for the index of a language, so that those of another can be asked alone. None in a language
    whose numbers are not read."""
    known = language_code(language)
    return frozenset(known + term for term in _terms(_names(found), numbers)) if known in LANGUAGES else frozenset()


def _terms(names: Iterable[Name], numbers: Iterable[Quantity]) -> Iterator[str]:
    """As an index holds them: "@kmnsk", "#14%", "#day314". Years and small numbers find too much."""
    yield from (f"@{sound}" for name in names for sound in name.forms)
    yield from (one.token for one in numbers if one.kind in COUNTED and is_indexed(one))


def is_indexed(number: Quantity) -> bool:
    return number.kind != "year" and not (number.kind == "plain" and number.value <= SMALL)


def language_code(language: str) -> str:
    """ "en" of "en-GB"."""
    return language.partition("-")[0].lower()


def _names(found: Iterable[Word]) -> Iterator[Name]:
    for word in found:
        if word.is_stop or not word.text[0].isupper() or word.folded in MONTHS:
            continue
        if (word.is_name or is_uncommon(word.stem)) and (forms := forms_of(word.folded)):
            yield Name(POSSESSIVE.sub("", word.text), forms, word.is_name)


@cache
def exonyms() -> Mapping[str, str]:
    """The English name of what a Slavic stem names."""
    return {stem(fold(form)): english for english, *forms in map(str.split, read_lines("exonyms.txt")) for form in forms}


@lru_cache(maxsize=65536)
def is_uncommon(stem: str) -> bool:
    return Idf().of(stem) >= UNCOMMON


@lru_cache(maxsize=65536)
def forms_of(name: str) -> Forms:
    """As it is written and, where it ends as a Slavic sentence may make it, without that; or by its English name, where that is another."""
    if english := exonyms().get(stem(fold(name))):
        return {sound_of(english): english}
    whole = POSSESSIVE.sub("", name.casefold())
    bare = whole.removesuffix(next((one for one in CASES if whole.endswith(one)), "")).rstrip(VOWELS)
    hard = whole[:-2] + "к" if whole.endswith(SOFTENED) else whole
    adjective = next((one for one in ADJECTIVES if bare.endswith(one)), "")
    noun = bare.removesuffix(adjective) + ADJECTIVES.get(adjective, "")
    forms = {sound_of(form): form for form in (noun, bare, hard, whole)}
    return {sound: form for sound, form in forms.items() if len(sound) >= FEWEST_SOUNDS}


def _months(found: Iterable[Word]) -> frozenset[int]:
    """An English one by its capital letter: nobody's march, and no "may"."""
    return frozenset(MONTHS[word.folded] for word in found if word.folded in MONTHS and (word.text[0].isupper() or not word.text.isascii()))
