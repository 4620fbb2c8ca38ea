"""Slips of the pen in surnames: "Bauchman" for "Buchman"."""

from __future__ import annotations

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
    return distance(first, second) <= (1 if min(len(first), len(second)) < LEAST + 1 else MOST_APART)


def distance(first: str, second: str) -> int:
    """How many letters have to be changed, dropped or put in to turn one word into the other."""
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        before, row[0] = row[0], at
        for place, other in enumerate(second, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != other))
    return row[-1]
