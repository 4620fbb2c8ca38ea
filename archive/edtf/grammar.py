"""Reads an EDTF string (ISO 8601-2 levels 0 and 1, and intervals).

`parse` refuses, in a sentence an editor can read, what is not a date or is finer grammar than the record keeps (sets, quarters, years
beyond 9999). Winter is December of the year that is named and the two months after it.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from functools import lru_cache

from archive.edtf.value import Edtf, EdtfError
from archive.edtf.words import MONTHS

EXAMPLES = "Write for instance 2023-05-17, 2023-05, 2023, 2021-12~ or 2022-07/2022-09."
DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%]?)")
MASKED = re.compile(
    r"(?:(?P<century>[0-9]{2})XX|(?P<decade>[0-9]{3})X|(?P<year>[0-9]{4})(?:-XX(?:-XX)?|-(?P<month>[0-9]{2})-XX))(?P<mark>[?~%]?)"
)
TIME = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<zone>Z|(?P<sign>[+-])(?P<hours>[0-9]{2})(?::?(?P<minutes>[0-9]{2}))?)?"
)
LONGEST = 60
OPEN_ENDS = ("", "..")  # unknown, and open


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """The date that `text` writes; raises EdtfError."""
    written = text.strip().upper()
    if not written or len(written) > LONGEST:
        raise EdtfError(EXAMPLES)
    return _interval(written) if "/" in written else _single(written)


def _interval(written: str) -> Edtf:
    parts = written.split("/")
    if len(parts) != 2:
        raise EdtfError(f"{written} has more than two parts; an interval is two dates with one stroke, such as 2022-07/2022-09.")
    start, end = (None if part in OPEN_ENDS else _end_of_interval(part) for part in parts)
    known = [one for one in (start, end) if one]
    _expect_in_order(written, known)
    return Edtf(
        text="/".join(one.text if one else part for one, part in zip((start, end), parts, strict=True)),
        earliest=start.earliest if start else datetime.date.min,
        latest=end.latest if end else None,
        precision="interval",
        approximate=any(one.approximate for one in known),
        uncertain=any(one.uncertain for one in known),
        ends=(start, end),
    )


def _expect_in_order(written: str, known: list[Edtf]) -> None:
    if not known:
        raise EdtfError("An interval needs at least one date; leave the date empty if nothing is known.")
    start, end = known[0], known[-1]
    if end.latest and end.latest < start.earliest:
        raise EdtfError(f"{written} ends before it begins; write {end.text}/{start.text} if the two are exchanged.")


def _end_of_interval(written: str) -> Edtf:
    if "X" in written or "T" in written:
        raise EdtfError(
            f"{written} can't be the end of an interval; write whole days, months or years, such as 1980/1999 or 2023-05-17/2023-05-19."
        )
    return _single(written)


def _single(written: str) -> Edtf:
    if match := DATE.fullmatch(written):
        return _plain(match)
    if match := MASKED.fullmatch(written):
        return _masked(match)
    if match := TIME.fullmatch(written):
        return _timed(match)
    raise EdtfError(_advice(written))


def _plain(match: re.Match[str]) -> Edtf:
    year, month, day = _year(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    if match["day"] is not None:
        date = _day(year, month, day)
        return _marked(match, date, date, "day")
    if match["month"] is None:
        return _marked(match, datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")
    if 21 <= month <= 24:
        return _marked(match, *_season(year, month), "season")
    return _marked(match, *_month(year, month), "month")


def _masked(match: re.Match[str]) -> Edtf:
    for name, years in (("century", 100), ("decade", 10)):
        if match[name] is not None:
            first = int(match[name]) * years
            return _marked(match, datetime.date(max(first, 1), 1, 1), datetime.date(first + years - 1, 12, 31), name)
    year = _year(match["year"])
    if match["month"] is not None:
        return _marked(match, *_month(year, int(match["month"])), "month")
    return _marked(match, datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")


def _marked(match: re.Match[str], earliest: datetime.date, latest: datetime.date, precision: str) -> Edtf:
    return Edtf(match[0], earliest, latest, precision, approximate=match["mark"] in tuple("~%"), uncertain=match["mark"] in tuple("?%"))


def _timed(match: re.Match[str]) -> Edtf:
    """Seconds and minutes of the offset are written out, so that one moment has one spelling."""
    date = _day(_year(match["date"][:4]), int(match["date"][5:7]), int(match["date"][8:]))
    zone = match["zone"] or ""
    if match["sign"]:
        zone = f"{match['sign']}{match['hours']}:{match['minutes'] or '00'}"
    try:
        moment = datetime.datetime.fromisoformat(f"{date.isoformat()}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{zone}")
    except ValueError:
        raise EdtfError(
            f"{match[0]} has no such time of day; write hours 00 to 23 and minutes 00 to 59, such as 2023-05-17T15:44+03:00."
        ) from None
    if abs(moment.utcoffset() or datetime.timedelta()) > datetime.timedelta(hours=14):
        raise EdtfError(f"{zone} is no offset from UTC; write one between -12:00 and +14:00.")
    return Edtf(f"{date.isoformat()}T{moment:%H:%M:%S}{zone}", date, date, "time", time=moment)


def _year(digits: str) -> int:
    if digits == "0000":
        raise EdtfError("There is no year 0; years go from 0001 to 9999.")
    return int(digits)


def _season(year: int, season: int) -> tuple[datetime.date, datetime.date]:
    first = (season - 20) * 3
    if first < 12:
        return datetime.date(year, first, 1), _month(year, first + 2)[1]
    return datetime.date(year, 12, 1), _month(year + 1, 2)[1] if year < 9999 else datetime.date.max


def _month(year: int, month: int) -> tuple[datetime.date, datetime.date]:
    _check_month(year, month)
    return datetime.date(year, month, 1), datetime.date(year, month, monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> datetime.date:
    first, last = _month(year, month)
    if not first.day <= day <= last.day:
        raise EdtfError(f"{MONTHS[month - 1]} {year} has {last.day} days; write a day from 01 to {last.day}.")
    return last.replace(day=day)


def _check_month(year: int, month: int) -> None:
    if 1 <= month <= 12:
        return
    spans = dict.fromkeys(range(33, 37), 3) | dict.fromkeys(range(37, 40), 4) | {40: 6, 41: 6}
    if months := spans.get(month):
        first = (month - {3: 33, 4: 37, 6: 40}[months]) * months + 1
        raise EdtfError(f"Write a part of a year as an interval: {year:04}-{first:02}/{year:04}-{first + months - 1:02}.")
    if 25 <= month <= 32:
        raise EdtfError(
            f"Write a season without its hemisphere: {year:04}-21 spring, {year:04}-22 summer, {year:04}-23 autumn, {year:04}-24 winter."
        )
    raise EdtfError(f"{month:02} is no month; write 01 to 12, or 21 to 24 for spring, summer, autumn and winter.")


def _advice(written: str) -> str:
    """What to write instead of something that is nearly a date."""
    if written[0] in "[{":
        return f"{written} is a set of dates; write one date, or an interval such as 2014/2015."
    if re.fullmatch(r"Y-?[0-9E]+|-[0-9].*", written):
        return "Years go from 0001 to 9999; write four digits and no sign."
    if loose := re.fullmatch(r"([0-9]{4})[-.]?([0-9]{2})[-.]?([0-9]{2})|([0-9]{4})[-.]([0-9]{1,2})(?:[-.]([0-9]{1,2}))?", written):
        parts = "-".join(f"{int(part):02}" for part in loose.groups() if part)
        return f"Write {parts} with four digits for the year and two each for month and day."
    if re.search(r"[?~%].", written):
        return f"{written} marks a part of the date; put ?, ~ or % once, at the end, for the whole date."
    if re.fullmatch(r"[0-9X-]+[?~%]?", written):
        return f"{written} leaves too much open; write 201X for a decade, 19XX for a century, 2004-XX or 2004-07-XX."
    return f"{written} is no date that can be kept. {EXAMPLES}"
