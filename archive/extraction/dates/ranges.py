"""The value of a range from one date to another: what the ends leave out, each takes from the other."""

from __future__ import annotations

import datetime

from archive.extraction.dates import civil
from archive.extraction.dates.core import Meaning


def range_of(first: Meaning, second: Meaning) -> str | None:
    start, end = first_year(first.edtf[0].split("/")[0]), last_year(second.edtf[0].split("/")[-1])
    if first.kind == second.kind and first.kind in ("day", "month"):
        start, end = _in_one_year(first, second, start, end)
    if start > end and first.kind == second.kind == "day" and not (first.stated or second.stated):
        start, end = _within_a_week(start, end, ahead=first.ahead)
    return f"{start}/{end}" if start < end else None


def _in_one_year(first: Meaning, second: Meaning, start: str, end: str) -> tuple[str, str]:
    """The one that leaves its year out takes that of the other, or the year beside it."""
    if not first.stated and (second.stated or (first.yearless and not second.yearless)):
        same = end[:4] + start[4:]
        return (same if same <= end else _in_year(end[:4], start, -1)), end
    if first.yearless and second.yearless and start > end:
        return _in_year(end[:4], start, -int(start[4:] > end[4:])), end
    if first.stated and second.yearless:
        same = start[:4] + end[4:]
        return start, (same if same >= start else _in_year(start[:4], end, 1))
    return start, end


def _in_year(year: str, edtf: str, step: int) -> str:
    return f"{int(year) + step:04}{edtf[4:]}"


def _within_a_week(start: str, end: str, *, ahead: bool) -> tuple[str, str]:
    """From one weekday to another: the second follows the first. Both were read one by one, so a week may lie between."""
    first, last = datetime.date.fromisoformat(start[:10]), datetime.date.fromisoformat(end[:10])
    if (first - last).days >= 7:
        return start, end
    return (start, civil.shifted(last, 7)) if ahead else (civil.shifted(first, -7), end)


def first_year(edtf: str) -> str:
    """The end of an interval is whole years: a decade begins with its first, a century with the year one."""
    return f"{edtf[:2]}01" if edtf.startswith("XX", 2) else edtf.replace("X", "0")


def last_year(edtf: str) -> str:
    return f"{int(edtf[:2]) + 1:02}00" if edtf.startswith("XX", 2) else edtf.replace("X", "9")
