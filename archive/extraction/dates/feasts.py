"""Feast days that a calendar computes: fixed ones, those beside Western and Orthodox Easter, and the n-th weekday of a month.

Feasts of the moon that are sighted (Ramadan, Eid) and days that countries keep differently (Independence Day) are none of them.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Callable

from archive.extraction.dates.civil import FUTURE, PAST, weekday

JULIAN_TO_GREGORIAN = 13
ENOUGH_YEARS = (1900, 2099)


def western_easter(year: int) -> datetime.date:
    """By the rule of Gauss as the Gregorian calendar keeps it (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def orthodox_easter(year: int) -> datetime.date:
    """The Julian Easter, as a day of the civil calendar; 13 days lie between the two from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(JULIAN_TO_GREGORIAN)


Feast = Callable[[int], datetime.date]


def fixed(month: int, day: int) -> Feast:
    return lambda year: datetime.date(year, month, day)


def beside(easter: Feast, days: int) -> Feast:
    return lambda year: easter(year) + datetime.timedelta(days)


def nth(number: int, weekday_number: int, month: int) -> Feast:
    """The n-th such weekday of the month; the last one for -1."""

    def day_in(year: int) -> datetime.date:
        if number < 0:
            return datetime.date.fromisoformat(weekday(datetime.date(year, month, monthrange(year, month)[1]), weekday_number, PAST))
        first = datetime.date.fromisoformat(weekday(datetime.date(year, month, 1), weekday_number, FUTURE))
        return first + datetime.timedelta(7 * (number - 1))

    return day_in


def in_year(feast: Feast, year: int) -> str | None:
    return feast(year).isoformat() if ENOUGH_YEARS[0] <= year <= ENOUGH_YEARS[1] else None


def near(feast: Feast, reference: datetime.date, direction: int) -> str | None:
    """The feast nearest to the reference, or the last one before it, or the next one after it."""
    days = [feast(year) for year in range(reference.year - 1, reference.year + 2) if ENOUGH_YEARS[0] <= year <= ENOUGH_YEARS[1]]
    good = [day for day in days if (direction != PAST or day <= reference) and (direction != FUTURE or day >= reference)]
    return min(good, key=lambda day: abs((day - reference).days)).isoformat() if good else None


def stepped(feast: Feast, reference: datetime.date, step: int) -> str | None:
    """The last one before the reference, the next one after it, or (with 0) that of its year."""
    if step == 0:
        return in_year(feast, reference.year)
    return near(feast, reference + datetime.timedelta(step), FUTURE if step > 0 else PAST)
