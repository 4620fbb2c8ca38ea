"""First names and surnames in both alphabets: which word is one, and the gender that a name tells."""

from __future__ import annotations

from archive.extraction.languages.english import names as english
from archive.extraction.languages.families import ByLetters, by_letters
from archive.extraction.languages.slavic import names as slavic

MALE = ByLetters(english.MALE, slavic.MALE)
FEMALE = ByLetters(english.FEMALE, slavic.FEMALE)
FIRST_NAMES = ByLetters(english.MALE | english.FEMALE, slavic.MALE | slavic.FEMALE)
# "Jr." and "III".
SUFFIXES = ByLetters(english=english.SUFFIXES)
# Between two names of an enumeration.
AND = ByLetters(english.AND, slavic.AND)
# Shorter words that end like a surname tell no gender: "Dina", "Иов".
LEAST_SURNAME = 5


def surname_of(name: str) -> str:
    """The last word that is no "Jr." or "III"."""
    parts = name.split()
    return next((part for part in reversed(parts) if part not in SUFFIXES), parts[-1])


def ends_like_surname(word: str) -> bool:
    """ "Novikova", "Корзинский": an ending that Slavic surnames have."""
    return word.endswith(by_letters(word, english.MALE_ENDINGS + english.FEMALE_ENDINGS, slavic.MALE_ENDINGS + slavic.FEMALE_ENDINGS))


def gender_of(name: str) -> str | None:
    """m or f, where the first name or the surname tells; None where they don't or disagree."""
    parts = [part for part in name.split() if not part.endswith(".")]
    if not parts:
        return None
    first, middle = parts[0], parts[1:-1][:1]
    told = [_of_first_name(part) for part in (first, *middle)]
    return next(filter(None, told), None) or _of_surname(parts[-1])


def _of_first_name(word: str) -> str | None:
    female, male = word in FEMALE, word in MALE
    if female == male:
        return None
    return "f" if female else "m"


def _of_surname(word: str) -> str | None:
    if len(word) < LEAST_SURNAME:
        return None
    if word.endswith(by_letters(word, english.FEMALE_ENDINGS, slavic.FEMALE_ENDINGS)):
        return "f"
    return "m" if word.endswith(by_letters(word, english.MALE_ENDINGS, slavic.MALE_ENDINGS)) else None
