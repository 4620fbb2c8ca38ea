"""Slips of the pen in surnames: "Bauchman" for "Buchman"."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

LEAST = 6
MOST_APART = 2
# Endings that make another name of a surname: Kovalev and Kovaleva are two people.
GENDERED = ("a", "а", "aya", "ая", "я")


def is_slip(word: str, name: str) -> bool:
    """Whether the word may be the name misspelled: the same first letter and at most two letters changed, dropped or put in."""
    first, second = word.casefold(), name.casefold()
    if first == second or min(len(first), len(second)) < LEAST or first[0] != second[0]:
        return False
    if abs(len(first) - len(second)) > MOST_APART or first.endswith(GENDERED) != second.endswith(GENDERED):
        return False
    return Levenshtein.distance(first, second) <= (1 if min(len(first), len(second)) == LEAST else MOST_APART)
