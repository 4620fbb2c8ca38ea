"""Dates in digits alone, the same in every language: 2023-05-17, 17.05.2023, 04/05/2023 (which has two readings)."""

from __future__ import annotations

import re

from archive.extraction.dates.civil import day, full_year
from archive.extraction.dates.core import DateGrammar, Meaning, Setting, single

GRAMMAR = DateGrammar()
FREE = r"(?<![\d.,:/\-–])"
END = r"(?![\d/\-–]|[.,:]\d)"


@GRAMMAR.rule(
    "year, month and day in digits", FREE + r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?=T\d\d:|" + END + ")"
)
def _iso(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("day", day(int(match["y"]), int(match["m"]), int(match["d"])))


@GRAMMAR.rule("day, month and year in digits", FREE + r"(?P<d>\d{1,2})\.[^\S\n]?(?P<m>\d{1,2})\.[^\S\n]?(?P<y>\d{4})" + END)
def _dotted(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("day", day(int(match["y"]), int(match["m"]), int(match["d"])))


@GRAMMAR.rule("day, month and short year in digits", FREE + r"(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d\d)" + END)
def _dotted_short(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("day", day(full_year(int(match["y"]), setting.reference), int(match["m"]), int(match["d"])))


@GRAMMAR.rule(
    "month and day, or day and month, in digits", FREE + r"(?P<a>\d{1,2})(?P<sep>[/-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|(?<=/)\d\d)" + END
)
def _strokes(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Nothing tells whether the day or the month stands first, so both readings are given where both exist."""
    a, b, y = int(match["a"]), int(match["b"]), match["y"]
    if len(y) == 2 and (len(match["a"]) < 2 or len(match["b"]) < 2):
        return None
    year = int(y) if len(y) == 4 else full_year(int(y), setting.reference)
    readings = [value for value in (day(year, b, a), day(year, a, b)) if value]
    return Meaning("day", tuple(dict.fromkeys(readings))) if readings else None
