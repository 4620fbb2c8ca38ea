"""Dates: whether a found expression is the gold's, and whether its value means the same days.

A value is read as the days it may mean. Left aside: the marks ~ ? %, the clock, an open end ("2014/.." reads as 2014). Any seven days
are the week of their middle; months within one year may stand for a part of that year, years within a decade for a part of it.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeAlias

from archive.evaluation.gold import GoldDate
from archive.extraction.types import DateFound, Span

Days: TypeAlias = tuple[datetime.date, datetime.date]
DAY = datetime.timedelta(1)
PARTS_OF_YEAR = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14), "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
    "40": (1, 6), "41": (7, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
UNITS = re.compile(r"(\d{2,4})(X{0,2})(?:-(XX|\d\d|[A-Z]\w)(?:-(XX|\d\d))?)?")
SATURDAY, WHOLE_WEEK, YEAR_DIGITS = 5, 6, 4


def count(text: str, gold: Sequence[GoldDate], found: Iterable[DateFound], times: Sequence[Span], own: GoldDate | None) -> Counter[str]:
    """Each gold date is found once, by the first expression that touches it. `times` count neither way; the document's `own` date
    may answer for a gold date, and is not counted as given where the gold has none."""
    given = [((one.start, one.end), one.edtf, True) for one in found]
    if own and not any(_touch(own.span, span) for span, _, _ in given):
        given.append((own.span, own.accepted[0], False))
    tally, left = Counter({"dates wanted": len(gold)}), list(gold)
    for span, edtf, counts in sorted(given, key=lambda one: one[0]):
        met = next((one for one in left if _touch(span, one.span)), None)
        if met is None:
            tally["dates given"] += counts and not any(_touch(span, time) for time in times)
            continue
        left.remove(met)
        tally["dates given"] += 1
        tally["dates right"] += 1
        tally["dates same words"] += _without_the(text, span) == _without_the(text, met.span)
        tally["dates same value"] += means_the_same(edtf, met.accepted)
    return tally


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _without_the(text: str, span: Span) -> str:
    return text[span[0] : span[1]].lower().removeprefix("the ")


def means_the_same(edtf: str | None, accepted: Iterable[str]) -> bool:
    """Also where the accepted value is written as in TIMEX ("2016-W38", "2011-Q1")."""
    return bool(edtf) and any(edtf == value or not readings(str(edtf)).isdisjoint(readings(value)) for value in accepted)


@cache
def readings(value: str) -> frozenset[Days]:
    """Every stretch of days that the value may stand for."""
    bare = re.sub(r"[~?%]", "", value)
    ends = [re.sub(r"T[\d:]+(?:Z|[+-]\d\d:?\d\d)?", "", end) for end in bare.split("/", 1)]
    known = [end for end in ends if end not in ("..", "")]
    if len(known) < len(ends):
        return readings(known[0]) if known else frozenset()
    spans = [span for end in known if (span := _days(end))]
    if len(spans) < len(known):
        return frozenset()
    first, last = spans[0][0], spans[-1][1]
    return frozenset({(first, last)} | (_looser(first, last, known) if len(known) > 1 else set()))


def _looser(first: datetime.date, last: datetime.date, ends: Sequence[str]) -> set[Days]:
    """What else an interval may stand for."""
    if (last - first).days == WHOLE_WEEK:
        monday = first + 3 * DAY - (first + 3 * DAY).weekday() * DAY
        return {(monday, monday + WHOLE_WEEK * DAY)}
    if all(len(end) == YEAR_DIGITS for end in ends):
        return {_years(first.year // 10 * 10, 10)} if first.year // 10 == last.year // 10 else _century(first, last)
    whole_months = first.day == 1 and (last + DAY).day == 1
    if whole_months and first.year == last.year and first.month != last.month:
        return {_years(first.year, 1)}
    return set()


def _century(first: datetime.date, last: datetime.date) -> set[Days]:
    """From 1900 or 1901 to 1999 or 2000."""
    begins, ends = first.year // 100, (last.year - last.year % 100) // 100 if last.year % 100 else last.year // 100 - 1
    whole = first.year % 100 in (0, 1) and last.year % 100 in (99, 0)
    return {_years(begins * 100, 100)} if whole and begins == ends else set()


def _years(first: int, many: int) -> Days:
    return datetime.date(max(first, 1), 1, 1), datetime.date(min(first + many - 1, 9999), 12, 31)


def _days(one: str) -> Days | None:
    try:
        return _week(one) or _units(one)
    except ValueError:
        return None


def _week(one: str) -> Days | None:
    match = WEEK.fullmatch(one)
    if not match:
        return None
    monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return (monday + SATURDAY * DAY if match[3] else monday), monday + WHOLE_WEEK * DAY


def _units(one: str) -> Days | None:
    match = UNITS.fullmatch(one)
    if not match:
        return None
    digits, unknown, part, day = match.groups()
    missing = YEAR_DIGITS - len(digits)
    year = int(digits) * 10**missing
    if missing or unknown or part in (None, "XX"):
        return _years(year, 10**missing)
    if part in PARTS_OF_YEAR:
        return _month(year, PARTS_OF_YEAR[part][0])[0], _month(year, PARTS_OF_YEAR[part][1])[1]
    if day in (None, "XX"):
        return _month(year, int(part))
    exact = datetime.date(year, int(part), int(day))
    return exact, exact


def _month(year: int, month: int) -> Days:
    """Months above twelve are those of the next year."""
    first = datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return first, after - DAY
