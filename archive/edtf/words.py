"""A date said in English words, as precisely as it is known and no more: "May 2019", "from about 2017 on", "3–5 May 2023"."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.edtf import Edtf

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def words_of(value: Edtf) -> str:
    """Words for any date that `archive.edtf.parse` returns."""
    if value.precision == "interval":
        return _interval(value.text.partition("/"), *value.ends)
    return _qualified(value) + _plain(value)


def _qualified(value: Edtf) -> str:
    return "possibly " * value.uncertain + "about " * value.approximate


def _plain(value: Edtf) -> str:
    first = value.earliest
    if value.time:
        return f"{_day(first)}, {_clock(value.time)}"
    if value.precision == "day":
        return _day(first)
    if value.precision == "month":
        return f"{_month(first)}, day unknown" if "X" in value.text else _month(first)
    if value.precision == "season":
        return f"{SEASONS[value.text[5:7]]} {_year(first)}"
    if value.precision == "decade":
        return f"the {first.year}s" if first.year >= 1000 else f"the years {_years(value)}"
    if value.precision == "century":
        return f"the years {_years(value)}"
    return f"{_year(first)}{_unknown_part(value.text)}"


def _unknown_part(text: str) -> str:
    return {0: "", 1: ", month unknown", 2: ", month and day unknown"}[text.count("-")]


def _interval(written: tuple[str, str, str], start: Edtf | None, end: Edtf | None) -> str:
    if start and not end:
        return f"from {words_of(start)} on" if written[2] == ".." else f"from {words_of(start)}, end unknown"
    if end and not start:
        return f"until {words_of(end)}" if written[0] == ".." else f"until {words_of(end)}, start unknown"
    return _both(start, end) if start and end else ""


def _both(start: Edtf, end: Edtf) -> str:
    if _qualified(start) or _qualified(end):
        return f"from {words_of(start)} to {words_of(end)}"
    return _joined(start, end)


def _joined(start: Edtf, end: Edtf) -> str:
    """Both ends plain: what they share is said once."""
    a, b = start.earliest, end.earliest
    if start.precision != end.precision or a.year != b.year or start.precision == "season":
        dash = "–" if start.precision == end.precision == "year" else " – "
        return f"{_plain(start)}{dash}{_plain(end)}"
    if start.precision == "month":
        return f"{MONTHS[a.month - 1]}–{_month(b)}"
    if start.precision == "day" and a.month == b.month:
        return f"{a.day}–{_day(b)}"
    if start.precision == "day":
        return f"{a.day} {MONTHS[a.month - 1]} – {_day(b)}"
    return _plain(start)


def _years(value: Edtf) -> str:
    return f"{_year(value.earliest)}–{value.latest.year if value.latest else ''}"


def _year(date: datetime.date) -> str:
    return str(date.year) if date.year >= 1000 else f"AD {date.year}"


def _month(date: datetime.date) -> str:
    return f"{MONTHS[date.month - 1]} {_year(date)}"


def _day(date: datetime.date) -> str:
    return f"{date.day} {_month(date)}"


def _clock(moment: datetime.datetime) -> str:
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    offset = moment.utcoffset()
    if offset is None:
        return clock
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    shift = f"{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"{clock} (UTC{shift if minutes else ''})"
