"""The early, middle or late part of a date that was read: its halves and quarters, its first and last months and days."""

from __future__ import annotations

from dataclasses import replace

from archive.extraction.dates import civil
from archive.extraction.dates.core import Value

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


def part_of(value: Value, part: str) -> Value | None:
    """The early, middle or late part of a month, year, decade or century; its halves, quarters and first or last months."""
    edtf = value.edtf[0]
    if part in ("first day", "last day"):
        days = civil.first_and_last(edtf) if value.kind in ("month", "year", "week") else None
        return replace(value, kind="day", edtf=(days[part == "last day"].isoformat(),), loose=False) if days else None
    if value.kind == "year":
        return _part_of_year(value, part)
    if value.kind == "month":
        kind = "end" if part == "end" else "month"
        return replace(value, kind=kind, edtf=(f"{edtf}~",), loose=False) if part in PLAIN_PARTS else None
    if value.kind == "season":
        return replace(value, edtf=(f"{edtf}~",)) if part in PLAIN_PARTS and "~" not in edtf else None
    if value.kind == "decade":
        years = DECADE_PARTS.get(part)
        return replace(value, kind="span", edtf=(f"{edtf[:3]}{years[0]}/{edtf[:3]}{years[1]}",), loose=False) if years else None
    if value.kind == "century" and part in CENTURY_PARTS:
        first, last = CENTURY_PARTS[part]
        return replace(value, kind="span", edtf=(f"{int(edtf[:2]) * 100 + first}~/{int(edtf[:2]) * 100 + last}~",), loose=False)
    if value.kind == "day":
        return value if part in ("early", "late") else None
    return replace(value, kind="end" if part == "end" else value.kind, loose=False) if value.kind == "week" else None


def _part_of_year(value: Value, part: str) -> Value | None:
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
