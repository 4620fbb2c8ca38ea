"""Arithmetic on civil days, written as EDTF: which day, week, month or season is meant beside a reference day."""

from __future__ import annotations

import datetime
from calendar import monthrange

PAST, OPEN, FUTURE = -1, 0, 1
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def day(year: int, month: int, number: int) -> str | None:
    """The day as EDTF, None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{number:02}"


def full_year(two: int, reference: datetime.date | None) -> int:
    """A year written with two digits never lies after the reference."""
    latest = reference.year if reference else datetime.date.max.year
    if not reference:
        return 2000 + two if two < 50 else 1900 + two
    year = latest - latest % 100 + two
    return year if year <= latest else year - 100


def shifted(reference: datetime.date, days: int) -> str:
    return (reference + datetime.timedelta(days)).isoformat()


def week(reference: datetime.date, weeks: int) -> str:
    monday = reference - datetime.timedelta(reference.weekday()) + datetime.timedelta(weeks=weeks)
    return f"{monday}/{monday + datetime.timedelta(6)}"


def weekend(reference: datetime.date, weeks: int) -> str:
    """The Saturday and Sunday of the week; early in a week "this weekend" looks back only where the caller says so."""
    saturday = reference - datetime.timedelta(reference.weekday()) + datetime.timedelta(days=5, weeks=weeks)
    return f"{saturday}/{saturday + datetime.timedelta(1)}"


def month(reference: datetime.date, months: int) -> str:
    number = reference.year * 12 + reference.month - 1 + months
    return f"{number // 12:04}-{number % 12 + 1:02}"


def weekday(reference: datetime.date, number: int, direction: int) -> str:
    """The most recent such day, the reference itself included; with FUTURE the next one."""
    back = (reference.weekday() - number) % 7
    return shifted(reference, (7 - back) % 7 if direction == FUTURE else -back)


def near_year(reference: datetime.date, month_number: int, number: int, direction: int) -> int | None:
    """The year in which this day of the year lies nearest to the reference, or last before it, or next after it."""
    years = [year for year in (reference.year - 1, reference.year, reference.year + 1) if day(year, month_number, number)]
    if not years:
        return None

    def distance(year: int) -> int:
        return (datetime.date(year, month_number, number) - reference).days

    if direction == PAST:
        years = [year for year in years if distance(year) <= 0] or years
    if direction == FUTURE:
        years = [year for year in years if distance(year) >= 0] or years
    return min(years, key=lambda year: abs(distance(year)))


def near_month(reference: datetime.date, number: int, direction: int) -> str:
    """The month of that name nearest to the reference month, which counts itself as past and as future."""
    here = reference.year * 12 + reference.month
    steps = [year * 12 + number - here for year in (reference.year - 1, reference.year, reference.year + 1)]
    if direction == PAST:
        steps = [step for step in steps if step <= 0]
    if direction == FUTURE:
        steps = [step for step in steps if step >= 0]
    return month(reference, min(steps, key=abs))


def near_season(reference: datetime.date, season: int, direction: int) -> str:
    start = near_month(reference, FIRST_MONTH[season] + (1 if season != 24 else 0), direction)
    return f"{start[:4]}-{season}"


def back(reference: datetime.date, count: int, unit: str) -> str:
    """So many days, weeks, months, years or decades before (or, with a negative count, after) the reference, as coarse as the unit."""
    if unit == "day":
        return shifted(reference, -count)
    if unit == "week":
        return week(reference, -count)
    if unit == "month":
        return month(reference, -count)
    years = count * {"year": 1, "decade": 10, "century": 100}[unit]
    return f"{reference.year - years:04}"


def since_then(reference: datetime.date, count: int, unit: str) -> str | None:
    """The stretch of so many units that ends at the reference."""
    days = {"day": 1, "week": 7}.get(unit)
    if days:
        return f"{shifted(reference, -count * days)}/{reference}"
    begin = month(reference, -count) if unit == "month" else f"{reference.year - count * (10 if unit == 'decade' else 1):04}"
    return f"{begin}/{reference.isoformat()[: len(begin)]}"
