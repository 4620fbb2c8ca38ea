"""Time zones as texts write them. A zone that can be several (IST, CST, ET) is none."""

from __future__ import annotations

import datetime
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOURS = {
    "gmt": 0, "utc": 0, "z": 0, "msk": 3, "мск": 3, "edt": -4, "est": -5, "cdt": -5, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
    "cest": 2, "eest": 3,
    "eet": 2, "bst": 1, "wet": 0, "west": 1, "aest": 10, "aedt": 11, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "nzst": 12, "nzdt": 13,
    "trt": 3,
}  # fmt: skip
# Written in summer too by those who mean the local time; and names that several countries use.
UNSURE = ("et", "ct", "pt", "mt", "cet", "ist", "cst", "ast", "amt", "gst", "pkt", "local")
CITIES = {
    "moscow": "Europe/Moscow", "minsk": "Europe/Minsk", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv", "london": "Europe/London",
    "berlin": "Europe/Berlin",
    "paris": "Europe/Paris", "brussels": "Europe/Brussels", "warsaw": "Europe/Warsaw", "vilnius": "Europe/Vilnius", "riga": "Europe/Riga",
    "tallinn": "Europe/Tallinn", "geneva": "Europe/Zurich", "vienna": "Europe/Vienna", "rome": "Europe/Rome", "madrid": "Europe/Madrid",
    "istanbul": "Europe/Istanbul", "beijing": "Asia/Shanghai", "tokyo": "Asia/Tokyo", "astana": "Asia/Almaty",
    "new york": "America/New_York",
    "московск": "Europe/Moscow", "москв": "Europe/Moscow", "минск": "Europe/Minsk", "менск": "Europe/Minsk", "мінск": "Europe/Minsk",
    "києв": "Europe/Kyiv",
    "київськ": "Europe/Kyiv", "киевск": "Europe/Kyiv",
}  # fmt: skip
ZONE = re.compile(
    rf"\(?(?:(?P<name>GMT|UTC)?\s?(?P<sign>[+−–-])\s?(?P<hh>\d{{1,2}})(?::?(?P<mm>\d\d))?\b|(?P<abbr>{'|'.join([*HOURS, *UNSURE])})\b"
    rf"|(?P<city>{'|'.join(c for c in CITIES if c.isascii())})\stime\b"
    rf"|по\s(?P<local>{'|'.join(c for c in CITIES if not c.isascii())})\w{{0,4}}(?:\sвремени|\sчасе|\sчасом)?)\)?",
    re.IGNORECASE,
)


def offset_of(match: re.Match[str], moment: datetime.datetime) -> datetime.timezone | None:
    """The offset that a match of ZONE states at that local time; None where the name is not one zone."""
    if match["sign"]:
        return _fixed(match["sign"], int(match["hh"]), int(match["mm"] or 0))
    if match["abbr"]:
        hours = HOURS.get(match["abbr"].lower())
        return None if hours is None else datetime.timezone(datetime.timedelta(hours=hours))
    return offset_in(CITIES[(match["city"] or match["local"]).lower()], moment)


def offset_in(zone: str, moment: datetime.datetime) -> datetime.timezone | None:
    try:
        offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return datetime.timezone(offset) if offset is not None else None


def _fixed(sign: str, hours: int, minutes: int) -> datetime.timezone | None:
    if hours > 14 or minutes > 59:
        return None
    span = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(span if sign == "+" else -span)
