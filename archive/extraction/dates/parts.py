"""The early, middle or late part of a date that was read: its halves and quarters, its first and last months and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from archive.extraction.dates import civil
from archive.extraction.dates.core import Meaning

ENDS = ("first day", "last day")
PLAIN_PARTS = ("early", "late", "middle", "beginning", "end")
YEAR_PARTS = {
    "early": (1, 3), "beginning": (1, 3), "middle": (5, 8), "late": (10, 12), "first half": (1, 6), "second half": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
}  # fmt: skip
DECADE_PARTS = {
    "early": (0, 3), "beginning": (0, 3), "middle": (4, 6), "late": (7, 9), "end": (7, 9), "first half": (0, 4), "second half": (5, 9),
}  # fmt: skip
CENTURY_PARTS = {
    "early": (1, 33), "beginning": (1, 33), "middle": (34, 66), "late": (67, 100), "end": (67, 100), "first half": (1, 50),
    "second half": (51, 100),
}  # fmt: skip


def part_of(value: Meaning, part: str) -> Meaning | None:
    """The early, middle or late part of a month, year, decade or century; its halves, quarters and first or last months."""
    read = _day_at_an_end if part in ENDS else PARTS.get(value.kind)
    return read(value, part) if read else None


def _day_at_an_end(value: Meaning, part: str) -> Meaning | None:
    """The first or last day of what has days."""
    days = civil.first_and_last(value.edtf[0]) if value.kind in ("month", "year", "week") else None
    return replace(value, kind="day", edtf=(days[ENDS.index(part)].isoformat(),), loose=False) if days else None


def _part_of_day(value: Meaning, part: str) -> Meaning | None:
    return value if part in ("early", "late") else None


def _part_of_week(value: Meaning, part: str) -> Meaning | None:
    return replace(value, kind="end" if part == "end" else value.kind, loose=False)


def _part_of_month(value: Meaning, part: str) -> Meaning | None:
    kind = "end" if part == "end" else "month"
    return replace(value, kind=kind, edtf=(f"{value.edtf[0]}~",), loose=False) if part in PLAIN_PARTS else None


def _part_of_season(value: Meaning, part: str) -> Meaning | None:
    edtf = value.edtf[0]
    return replace(value, edtf=(f"{edtf}~",)) if part in PLAIN_PARTS and "~" not in edtf else None


def _part_of_decade(value: Meaning, part: str) -> Meaning | None:
    years, decade = DECADE_PARTS.get(part), value.edtf[0][:3]
    return replace(value, kind="span", edtf=(f"{decade}{years[0]}/{decade}{years[1]}",), loose=False) if years else None


def _part_of_century(value: Meaning, part: str) -> Meaning | None:
    years, century = CENTURY_PARTS.get(part), int(value.edtf[0][:2]) * 100
    return replace(value, kind="span", edtf=(f"{century + years[0]}~/{century + years[1]}~",), loose=False) if years else None


def _part_of_year(value: Meaning, part: str) -> Meaning | None:
    edtf = value.edtf[0]
    if part == "end":
        return replace(value, kind="end", edtf=(f"{edtf}-12~",), loose=False)
    months = YEAR_PARTS.get(part) or _counted_months(part)
    return replace(value, kind="span", edtf=(f"{edtf}-{months[0]:02}/{edtf}-{months[1]:02}",), loose=False) if months else None


def _counted_months(part: str) -> tuple[int, int] | None:
    """ "first 9" are the months January to September, "last 3" those from October."""
    which, _, number = part.partition(" ")
    if not number.isdigit() or not 1 < int(number) < 12:
        return None
    return (1, int(number)) if which == "first" else (13 - int(number), 12)


PARTS: dict[str, Callable[[Meaning, str], Meaning | None]] = {
    "day": _part_of_day,
    "week": _part_of_week,
    "month": _part_of_month,
    "season": _part_of_season,
    "year": _part_of_year,
    "decade": _part_of_decade,
    "century": _part_of_century,
}
