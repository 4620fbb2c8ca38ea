"""What the dictionaries of pymorphy3 know of a Russian or Ukrainian word: part of speech, case, gender, and whether it is a name.

They are loaded when the first such word is asked for. The Ukrainian one is an optional package; Belarusian has none. Of a word that no
dictionary holds nothing is told here, and the small tables beside this module answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

RUSSIAN, UKRAINIAN = "ru", "uk"
# Letters of one language alone; a word with letters of both, or with this one, is Belarusian.
RUSSIAN_LETTERS, UKRAINIAN_LETTERS, BELARUSIAN_LETTERS = frozenset("ыэёъ"), frozenset("іїєґ'"), frozenset("ў")
OF_PEOPLE = ("Surn", "Name", "Patr")
KINDS = (*OF_PEOPLE, "Geox", "Orgn")
# Rare cases, by the one that they are a variant of.
SAME_CASE = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
MINISTRY = re.compile(
    r"м[иі]н(?:здрав|здароў|ф[иі]н|ст|обр|ад|осв|обор|аб|культ|энерг|эн|ен|пром|прам|транс|прир|прыр|природ|сельхоз|сельгас|[эе]к|спорт|труд|прац|ю)"
    r"|(?:рос|гос|дзярж|держ)(?:[бвгджзкмнпрстфхцчшщ]\w{3,}|авто|атом|косм)"
)
SMALL = ("ADVB", "COMP", "CONJ", "PRCL", "PREP", "PRED")
# The cases of words within a longer phrase.
WITHIN = ("gent", "datv", "ablt", "loct")
LEAST_NOUN = 3
OF_SOMEBODY = re.compile(r"\w{3,20}(?:олаг|олог(?:иня)?|олагіня|[иы]к|[іи]ст(?:ка)?|тель|ник|нік|ниця|ніца|знавець|знаўца)")
GENDERS = {"masc": "m", "femn": "f", "neut": "n"}


@dataclass(frozen=True, slots=True)
class Form:
    """One way to understand a word: `kind` is Surn, Name, Patr, Geox (a place), Orgn or empty; `gender` m, f, n or, of either, None."""

    part: str
    kind: str
    case: str | None
    gender: str | None
    is_plural: bool
    is_animate: bool
    parse: Any

    @property
    def nominative(self) -> str:
        """In small letters."""
        found = self.parse.inflect({"nomn"})
        return str(found.word if found else self.parse.word)


@lru_cache(maxsize=50_000)
def forms(word: str, language: str | None = None) -> tuple[Form, ...]:
    """All ways to understand a word that the dictionary of the language holds, or those of all, where no language is told."""
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    asked = [dictionary_of(code) for code in _languages(low) if language in (None, code)]
    return tuple(_form(parse) for dictionary in asked if dictionary and dictionary.word_is_known(low) for parse in dictionary.parse(low))


def _languages(low: str) -> list[str]:
    letters = set(low)
    if letters & BELARUSIAN_LETTERS:
        return []
    return [code for code, strange in ((RUSSIAN, UKRAINIAN_LETTERS), (UKRAINIAN, RUSSIAN_LETTERS)) if not letters & strange]


@lru_cache
def dictionary_of(code: str) -> Any:
    """None where it is not installed."""
    import pymorphy3  # noqa: PLC0415 - takes long, and only a Cyrillic text needs it

    try:
        return pymorphy3.MorphAnalyzer(lang=code)
    except ValueError:
        return None


def _form(parse: Any) -> Form:
    tag = parse.tag
    kind = next((kind for kind in KINDS if kind in tag.grammemes), "")
    case = SAME_CASE.get(tag.case, tag.case) if tag.case else None
    return Form(tag.POS or "", kind, case, GENDERS.get(tag.gender), "plur" in tag.grammemes, tag.animacy == "anim", parse)


# ---------------------------------------------------------------- questions


def holds_all(word: str) -> bool:
    """The word is known, and no dictionary that is not installed may know it otherwise."""
    return bool(forms(word)) and all(map(dictionary_of, _languages(word.lower())))


def is_of_people(word: str) -> bool:
    """A surname, first name or patronymic among other things: "Савина", "Роман"."""
    return any(form.kind in OF_PEOPLE for form in forms(word))


def is_first_name(word: str) -> bool:
    """Of one person; "Лин" is of many."""
    return any(form.kind == "Name" and not form.is_plural for form in forms(word))


def is_place(word: str) -> bool:
    """The name of a place and of nobody: "Израиля"."""
    found = forms(word)
    return any(form.kind == "Geox" for form in found) and not is_of_people(word)


def is_body(word: str) -> bool:
    """ "Минобороны", and what no dictionary holds and begins as such names do: "Мінабароны"."""
    found = forms(word)
    return any(form.kind == "Orgn" for form in found) if found else MINISTRY.match(word.lower()) is not None


def is_plain(word: str) -> bool:
    """A word of the dictionary that is no name: "популярность"."""
    found = forms(word)
    return bool(found) and not any(form.kind for form in found)


def cases_of(word: str) -> frozenset[str]:
    """The cases in which a noun or adjective that is no name stands, as one of them."""
    nouns = (form for form in forms(word) if form.part in ("NOUN", "ADJF", "PRTF") and form.kind not in OF_PEOPLE)
    return frozenset(form.case for form in nouns if form.case and not form.is_plural)


def is_small(word: str) -> bool:
    """An adverb, a conjunction, a particle or a preposition, and nothing else: "позднее", "поскольку"."""
    found = forms(word)
    return bool(found) and all(form.part in SMALL for form in found)


def is_verb(word: str) -> bool:
    found = forms(word)
    return bool(found) and all(form.part == "VERB" for form in found)


def is_adjective(word: str) -> bool:
    """ "постоянный"; not "его" and "этот"."""
    return any(form.part in ("ADJF", "PRTF") and "Apro" not in form.parse.tag.grammemes for form in forms(word))


def is_of_somebody(word: str) -> bool:
    """A noun for somebody or for a beast: "гидролог"; nothing else is written so, but for many of something: "физик" of "физика".

    Of one that no dictionary holds its ending tells: "фізик", "гідролагіня"."""
    found = forms(word) if len(word) >= LEAST_NOUN else ()
    if not found:
        return not set(word).isdisjoint(UKRAINIAN_LETTERS | BELARUSIAN_LETTERS) and OF_SOMEBODY.fullmatch(word) is not None
    is_noun = all(form.part == "NOUN" and not form.kind and (form.is_animate or form.is_plural) for form in found)
    return is_noun and any(form.is_animate for form in found)
