"""Slips of the pen in surnames: "Bauchman" for "Buchman"."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from archive.extraction.languages.english import names as english
from archive.extraction.languages.families import by_letters
from archive.extraction.languages.slavic import names as slavic

# Shorter surnames are not compared.
LEAST = 6
# Letters changed, dropped or put in; one alone in the shortest.
MOST_APART = 2


def is_slip(word: str, name: str) -> bool:
    """Whether the word may be the name misspelled: the same first letter and at most two letters changed, dropped or put in."""
    first, second = word.casefold(), name.casefold()
    if first == second or min(len(first), len(second)) < LEAST or first[0] != second[0]:
        return False
    if abs(len(first) - len(second)) > MOST_APART or _is_gendered(first) != _is_gendered(second):
        return False
    return Levenshtein.distance(first, second) <= (1 if min(len(first), len(second)) == LEAST else MOST_APART)


def _is_gendered(surname: str) -> bool:
    """ "Novikova" and "Novikov" are two people."""
    return surname.endswith(by_letters(surname, english.GENDERED, slavic.GENDERED))
