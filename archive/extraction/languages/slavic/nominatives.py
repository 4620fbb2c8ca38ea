"""Brings Russian, Belarusian and Ukrainian names from other cases ("по словам Анны Смирновой") back to the nominative.

Every word of a name has readings: a case, a gender and the nominative that would belong to them. Dictionaries give them
(`morphology`), and for words that they don't hold the endings (`endings`). All words of a name stand in one case and gender; where the
words around it ask for a case, that is taken, else the nominative wherever it is possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.extraction.languages.slavic import endings, names
from archive.extraction.languages.slavic.cases import like_printed
from archive.extraction.languages.slavic.morphology import Form, cases_of, forms, is_of_people

NOMINATIVE = "nomn"
OBLIQUE = frozenset("gent datv accs ablt loct".split())
CASES = OBLIQUE | {NOMINATIVE}
FIRST, MIDDLE, LAST = range(3)
# What a word is in the dictionary where it stands in a name.
KINDS = {FIRST: ("Name",), MIDDLE: ("Name", "Patr", "Surn"), LAST: ("Surn", "Patr")}
# How sure a reading is: of a name that is known, of an ending, of a word that never changes.
SURE, ENDING, FIXED = 8, 2, 1
GENDERS = ("m", "f")
# "Вестервелле" and "Саркози" are as they are, more often than of "Вестервелла" and "Саркозя".
DOUBTFUL = re.compile(r"(?:е|[^гкхжчшщи]и)$")
# A shorter first name may be the first word of a foreign name, which does not change: "Ким Чен Ына".
LEAST_CHANGING = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A word in a case and gender, with the nominative that it is of."""

    case: str
    gender: str
    word: str
    weight: int


def nominative(name: str, language: str | None = None, asked: frozenset[str] = CASES, gender: str | None = None) -> str:
    """The name as a subject has it, in the spelling of the language; as it is printed where nothing fits.

    `asked` are the cases that the words around it ask for, and `gender` what they tell. A single word is restored only where they ask.
    """
    parts = name.split()
    if name.isascii() or not parts or (len(parts) == 1 and NOMINATIVE in asked):
        return name
    words = [_readings(part, _place(number, parts), language) for number, part in enumerate(parts)]
    way = _way(words, asked, gender)
    if way is None or way[0] == NOMINATIVE or (NOMINATIVE in asked and not _is_of_people(words, way)):
        return name
    return " ".join(_restored(parts, way, language))


def possible_cases(name: str, language: str | None = None) -> frozenset[str]:
    """The cases in which all words of a name may stand."""
    return frozenset(case for case, _ in _possible_ways(name, language))


def may_be_of(gender: str | None, name: str, language: str | None = None) -> bool:
    """Whether somebody of the gender may have such a name, in some case; one of which nothing is known may be anybody's."""
    genders = {one for _, one in _possible_ways(name, language)}
    return not genders or gender in genders


def _possible_ways(name: str, language: str | None) -> Iterator[tuple[str, str]]:
    parts = name.split()
    words = [_readings(part, _place(number, parts), language) for number, part in enumerate(parts)]
    ways = ((case, gender) for case in CASES for gender in GENDERS)
    return (way for way in ways if all(_best(readings, way) for readings in words if readings))


def sure_ways(word: str, language: str | None = None) -> frozenset[tuple[str, str]]:
    """The cases and genders of a word that is known as a first name or surname; none of any other."""
    return frozenset((one.case, one.gender) for place in (FIRST, LAST) for one in _readings(word, place, language) if one.weight >= SURE)


def is_oblique(word: str, language: str | None = None, *, asked: frozenset[str] = OBLIQUE) -> bool:
    """A name that is known, and stands in one of the cases and not in the nominative: "Сергею"."""
    cases = {case for case, _ in sure_ways(word, language)}
    return NOMINATIVE not in cases and not asked.isdisjoint(cases)


def may_be_first_name(word: str, language: str | None = None) -> bool:
    """A form of a first name that a dictionary or the lists hold."""
    return any(reading.weight >= SURE for reading in _readings(word, FIRST, language))


def genders_of_name(word: str) -> frozenset[str]:
    """Of whom the word may be the surname as it stands."""
    return frozenset(one.gender for one in _readings(word, LAST, None) if one.case == NOMINATIVE)


def cases_of_name(word: str, language: str | None = None) -> frozenset[str]:
    """The cases in which a word that may be a surname stands: "Парламента" in none of a name."""
    told = frozenset() if is_of_people(word) else cases_of(word)
    return told or frozenset(one.case for one in _readings(word, LAST, language))


def _is_of_people(words: Iterable[Sequence[Reading]], way: tuple[str, str]) -> bool:
    """One of the words at least is a name that is known; "Белого Дома" is left as it is."""
    best = [_best(readings, way) for readings in words]
    return any(reading.weight >= SURE for reading in best if reading)


def _place(number: int, parts: Sequence[str]) -> int:
    return LAST if number == len(parts) - 1 else FIRST if number == 0 else MIDDLE


def _restored(parts: Sequence[str], way: tuple[str, str], language: str | None) -> Iterator[str]:
    for number, part in enumerate(parts):
        reading = _best(_readings(part, _place(number, parts), language), way)
        yield like_printed(part, reading.word) if reading else part


# ---------------------------------------------------------------- one case and gender for all words


def _way(words: Sequence[tuple[Reading, ...]], asked: frozenset[str], gender: str | None) -> tuple[str, str] | None:
    """The case and gender that all words have; the likeliest of those that are asked for, else of all."""
    ways = {}
    for way in ((case, gender) for case in sorted(CASES) for gender in GENDERS):
        best = [_best(readings, way) for readings in words if readings]
        if best and all(best):
            ways[way] = sum(reading.weight for reading in best if reading) + (way[1] == gender) * SURE
    fitting = {way: weight for way, weight in ways.items() if way[0] in asked} or ways
    return max(fitting, key=lambda way: (fitting[way], way[0] == NOMINATIVE), default=None)


def _best(readings: Iterable[Reading], way: tuple[str, str]) -> Reading | None:
    fitting = [reading for reading in readings if (reading.case, reading.gender) == way]
    return max(fitting, key=lambda reading: reading.weight, default=None)


# ---------------------------------------------------------------- the readings of one word


@lru_cache(maxsize=20_000)
def _readings(word: str, place: int, language: str | None) -> tuple[Reading, ...]:
    """None of an initial or a small particle, which stand in every case. Of "Дунина-Горская" both halves stand in it."""
    if len(word) < 2 or "." in word or word[0].islower():
        return ()
    first, _, second = word.rpartition("-")
    if first and second:
        return tuple(_joined(_readings(first, place, language), first, reading) for reading in _readings(second, place, language))
    return _of_whole(word.capitalize() if word.isupper() else word, place, language)


def _of_whole(word: str, place: int, language: str | None) -> tuple[Reading, ...]:
    """By the dictionary, or else by the ending; a first name that is known has no other readings."""
    known = () if language == "be" else tuple(_of_dictionary(word, place, language))
    found = known or tuple(_of_endings(word, language))
    named = tuple(reading for reading in found if reading.weight == SURE)
    return named if named and place == FIRST and len(word) >= LEAST_CHANGING else (*_fixed(word, place), *found)


def _joined(halves: Iterable[Reading], first: str, reading: Reading) -> Reading:
    """The second half with the first one in the same case; as it is printed where it has no such form: "Жан-Клода"."""
    half = _best(halves, (reading.case, reading.gender))
    whole = f"{like_printed(first, half.word) if half else first}-{reading.word.title()}"
    return replace(reading, word=whole, weight=reading.weight + (half.weight if half else 0))


def _of_dictionary(word: str, place: int, language: str | None) -> Iterator[Reading]:
    named = [form for form in forms(word, language) if form.kind in KINDS[place] and form.case and not form.is_plural]
    if place == FIRST:
        named = [form for form in named if not _is_rare(word, form, named)]
    for form in named:
        for gender in GENDERS if form.gender is None else (form.gender,):
            yield Reading(form.case or "", gender, _capital(form, place), SURE)


def _is_rare(word: str, form: Form, forms_of_word: Iterable[Form]) -> bool:
    """ "Дмитрия" and "Анне" are names too, and hardly anybody is called so: they are forms of "Дмитрий" and "Анна"."""
    if form.nominative != word.lower() or word in names.FEMALE or word in names.MALE:
        return False
    others = [other for other in forms_of_word if other.nominative != form.nominative]
    of_man = form.gender == "f" and any(other.gender == "m" for other in others)
    return of_man or any(other.nominative.title() in names.FEMALE for other in others)


def _capital(form: Form, place: int) -> str:
    """First names as the dictionary writes them; other words keep the letters that are printed."""
    return form.nominative.title() if place == FIRST else form.nominative


def _of_endings(word: str, language: str | None) -> Iterator[Reading]:
    spoken = (language,) if language in endings.ADJECTIVE else tuple(endings.ADJECTIVE)
    for case, gender, whole in (row for one in spoken for row in endings.readings(word, one)):
        known = whole in (names.MALE if gender == "m" else names.FEMALE)
        doubtful = DOUBTFUL.search(word) is not None and language != "uk"
        yield Reading(case, gender, whole, SURE if known else FIXED if doubtful else ENDING)


def _fixed(word: str, place: int) -> Iterator[Reading]:
    """A woman's surname on a consonant, a name on "о", the first words of a foreign name: alike in all cases."""
    for gender in GENDERS:
        if endings.may_be_fixed(word, gender) or (place != LAST and word[-1] in endings.CONSONANTS):
            yield from (Reading(case, gender, word, FIXED) for case in CASES)
