"""Makes patterns and tables out of the rows of words of a Slavic language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.extraction.dates.slavic.words import SlavicWords

SHORTEST = 3
# Nothing that makes the number of a day part of another stands before it; a month or year with a hyphen may: "28 мая-2 июня".
FREE = r"(?:(?<![\w.,/-])|(?<=[а-яіїєґў]{3}-)|(?<=\b[12]\d\d\d-))"


def table(row: str) -> dict[str, int]:
    """The forms of a row, each with its number."""
    return {form: number for number, forms in enumerate(row.split(), 1) for form in forms.split("|")}


def shortened(months: dict[str, int]) -> dict[str, int]:
    """The beginnings of three letters and more that only one month has: "фев", "февр", "студз"."""
    found: dict[str, set[int]] = {}
    for month, number in months.items():
        for length in range(SHORTEST, len(month)):
            found.setdefault(month[:length], set()).add(number)
    return {start: min(numbers) for start, numbers in found.items() if len(numbers) == 1 and start not in months}


def either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def cased(words: Iterable[str]) -> str:
    """The words with a small or a capital first letter."""
    return "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(words, key=len, reverse=True))


def numbers_of(w: SlavicWords) -> dict[str, int]:
    """Every form of a number, with what it means; zero for "several"."""
    return table(w.numbers) | w.more_numbers


def counted_by(w: SlavicWords) -> str:
    """A number of units, or one unit alone: groups "n" and the name of the unit."""
    units = "|".join(f"(?P<{unit}>{forms})" for unit, forms in w.units.items())
    return rf"(?:(?P<n>\d{{1,3}}|{cased(numbers_of(w))})\s{{1,2}})?(?i:{units})"


def unit_of(match: re.Match[str], w: SlavicWords) -> str:
    return next(name for name in w.units if match[name])


def number_of(word: str | None, numbers: dict[str, int]) -> int:
    """One where no number is written."""
    if word is None:
        return 1
    return int(word) if word.isdigit() else numbers.get(word.lower(), 0)
