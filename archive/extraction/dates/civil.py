"""Arithmetic on civil days, written as EDTF: which day, week, month or season is meant beside a reference day."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

from archive.edtf import EdtfError, parse

PAST, OPEN, FUTURE = -1, 0, 1
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
TOLD_WITHOUT_YEAR = 305
FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def day(year: int, month: int, number: int) -> str | None:
    """The day as EDTF, None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{number:02}"


def as_day(edtf: str | None) -> datetime.date | None:
    """The day that an EDTF of one day names; None for a month, an interval or whatever else."""
    return datetime.date.fromisoformat(edtf) if edtf and DAY.fullmatch(edtf) and int(edtf[:4]) else None


def is_day(month: int, number: int) -> bool:
    """Whether any year has that day."""
    return day(2000, month, number) is not None


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


def near_year(reference: datetime.date, month_number: int, number: int, direction: int, *, sure: bool = True) -> int | None:
    """The year in which this day of the year lies nearest to the reference, or last before it, or next after it.

    A writer gives the year of a day that lies nearly a year away; unless the direction is sure, the nearest one is meant then.
    """
    years = [year for year in (reference.year - 1, reference.year, reference.year + 1) if day(year, month_number, number)]
    if not years:
        return None

    def distance(year: int) -> int:
        return (datetime.date(year, month_number, number) - reference).days

    nearest = min(years, key=lambda year: abs(distance(year)))
    there = [year for year in years if distance(year) * direction >= 0 and (sure or abs(distance(year)) <= TOLD_WITHOUT_YEAR)]
    return min(there, key=lambda year: abs(distance(year)), default=nearest)


def year_of_weekday(reference: datetime.date, month_number: int, number: int, weekday_number: int) -> int | None:
    """The year beside the reference in which this day of the year falls on that weekday."""
    years = [year for year in (reference.year, reference.year - 1, reference.year + 1) if day(year, month_number, number)]
    days = [datetime.date(year, month_number, number) for year in years]
    good = [found for found in days if found.weekday() == weekday_number]
    return min(good, key=lambda found: abs((found - reference).days)).year if good else None


def near_month(reference: datetime.date, number: int, direction: int) -> str:
    """The month of that name nearest to the reference month, which counts itself as past and as future."""
    here = reference.year * 12 + reference.month
    steps = [year * 12 + number - here for year in (reference.year - 1, reference.year, reference.year + 1)]
    if direction == PAST:
        steps = [step for step in steps if step <= 0]
    if direction == FUTURE:
        steps = [step for step in steps if step >= 0]
    return month(reference, min(steps, key=abs))


def stepped_month(reference: datetime.date, number: int, step: int) -> str:
    """The month of that name before the reference month, after it, or (with 0) in the same year."""
    here = reference.year * 12 + reference.month
    steps = [year * 12 + number - here for year in range(reference.year - 1, reference.year + 2)]
    if step == 0:
        return f"{reference.year:04}-{number:02}"
    return month(reference, max(s for s in steps if s < 0) if step < 0 else min(s for s in steps if s > 0))


def season_days(year: int, season: int) -> tuple[datetime.date, datetime.date]:
    """First and last day; winter is named by the year of its December."""
    first = FIRST_MONTH[season]
    following = datetime.date(year + (first > 9), (first + 2) % 12 + 1, 1)
    return datetime.date(year, first, 1), following - datetime.timedelta(1)


def near_season(reference: datetime.date, season: int, direction: int) -> str:
    """The season in which the reference lies, whichever way the clause looks; else the nearest, the last or the next one."""
    return _near([(f"{year:04}-{season}", *season_days(year, season)) for year in _years_around(reference)], reference, direction)


def stepped_season(reference: datetime.date, season: int, step: int) -> str:
    """The last one that is over, the next one that has not begun, or (with 0) that of the reference's year; with 2 the next but one."""
    spans = {year: season_days(year, season) for year in _years_around(reference)}
    if step < 0:
        return f"{max(year for year, (_, end) in spans.items() if end < reference) + step + 1:04}-{season}"
    if step > 0:
        return f"{min(year for year, (start, _) in spans.items() if start > reference) + step - 1:04}-{season}"
    within = [year for year, (start, end) in spans.items() if start <= reference <= end]
    return f"{(within or [reference.year])[0]:04}-{season}"


def near_part(reference: datetime.date, number: int, months: int, direction: int) -> str:
    """The quarter or half of that number: the present one or the last one, ahead the present or the next one."""
    spans = []
    for year in _years_around(reference):
        first, last = (number - 1) * months + 1, number * months
        edtf = f"{year:04}-{first:02}/{year:04}-{last:02}"
        spans.append((edtf, datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1])))
    return _near(spans, reference, FUTURE if direction == FUTURE else PAST)


def quarter(reference: datetime.date, step: int) -> str:
    number = reference.year * 4 + (reference.month - 1) // 3 + step
    year, first = number // 4, number % 4 * 3 + 1
    return f"{year:04}-{first:02}/{year:04}-{first + 2:02}"


def _years_around(reference: datetime.date) -> list[int]:
    return [year for year in range(reference.year - 2, reference.year + 3) if 1 <= year < 9999]


def _near(spans: list[tuple[str, datetime.date, datetime.date]], reference: datetime.date, direction: int) -> str:
    def distance(span: tuple[str, datetime.date, datetime.date]) -> int:
        return max(0, (span[1] - reference).days, (reference - span[2]).days)

    good = [span for span in spans if (direction != PAST or span[1] <= reference) and (direction != FUTURE or span[2] >= reference)]
    return min(good, key=distance)[0]


def stepped_weekday(reference: datetime.date, number: int, step: int) -> str:
    """Such a day strictly before or after the reference; with 2 the next but one."""
    back, ahead = (reference.weekday() - number - 1) % 7 + 1, (number - reference.weekday() - 1) % 7 + 1
    return shifted(reference, 7 * (step + 1) - back if step < 0 else 7 * (step - 1) + ahead if step else ahead)


def back(reference: datetime.date, count: int, unit: str) -> str | None:
    """So many days, weeks, months, years or decades before (or, with a negative count, after) the reference, as coarse as the unit."""
    if unit == "day":
        return shifted(reference, -count)
    if unit == "week":
        return week(reference, -count)
    if unit == "month":
        return month(reference, -count)
    year = reference.year - count * {"year": 1, "decade": 10, "century": 100}[unit]
    return f"{year:04}" if 1 <= year <= 9999 else None


def since_then(reference: datetime.date, count: int, unit: str) -> str | None:
    """The stretch of so many units that ends at the reference."""
    days = {"day": 1, "week": 7}.get(unit)
    if days:
        return f"{shifted(reference, -count * days)}/{reference}"
    begin = month(reference, -count) if unit == "month" else f"{reference.year - count * (10 if unit == 'decade' else 1):04}"
    return f"{begin}/{reference.isoformat()[: len(begin)]}"


def until_then(reference: datetime.date, count: int, unit: str) -> str | None:
    """The stretch of so many units that begins at the reference."""
    days = {"day": 1, "week": 7}.get(unit)
    if days:
        return f"{reference}/{shifted(reference, count * days)}"
    end = month(reference, count) if unit == "month" else f"{reference.year + count * (10 if unit == 'decade' else 1):04}"
    return f"{reference.isoformat()[: len(end)]}/{end}"


def first_and_last(edtf: str) -> tuple[datetime.date, datetime.date] | None:
    """The days that a value of the grammar spans; None for one with an open end, or none of the calendar."""
    try:
        read = parse(edtf)
    except EdtfError:
        return None
    return None if read.latest is None or read.is_open else (read.earliest, read.latest)
