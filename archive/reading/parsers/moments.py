"""Dates as machines write them in pages and feeds: ISO 8601 in all its slovenly forms, RFC 2822, seconds since 1970."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from archive.extraction.page.zones import ZONE, offset_of
from archive.reading.parsers.written import find_written

LONGEST = 100
ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:(?:\s?T\s?|\s|\+(?=\d\d:)|(?<=\d{8})(?=\d{4}))(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d|60))?(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>(?:UTC|GMT)?[+−–-]\s?\d\d?(?::?\d\d)?|Z|UTC|GMT|\s\d\d:\d\d)?)?(?!\d)",
    re.IGNORECASE,
)
RFC_2822 = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s{1,3})?\d{1,2}[\s-][A-Z][a-z]{2,8}[\s-]\d{2,4}"
    r"(?:\s{1,3}\d{1,2}:\d\d(?::\d\d)?(?:\s{0,3}(?:[+-]\d{4}|[A-Z]{1,5}))?)?",
    re.IGNORECASE,
)
SECONDS = re.compile(r"(?P<seconds>1\d{9})(?:\d{3})?(?:\.\d+)?")
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s?\(?(?P<zone>(?:UTC|GMT)?[+−-]\d\d:?\d\d|Z|UTC|GMT)\)?)?(?![\d:])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and where told the clock and its offset from UTC, exactly as stated. `other` is the day that a numeric date may be as well."""

    day: datetime.date
    clock: datetime.time | None = None
    offset: datetime.timedelta | None = None
    other: datetime.date | None = None

    def readings(self, day_first: bool | None = None) -> list[Moment]:
        """What it can be: one moment, or two where nobody knows whether the day stands first."""
        told = [replace(self, other=None), *([replace(self, day=self.other, other=None)] if self.other else [])]
        return told if day_first is None else told[:1] if day_first else told[-1:]

    @property
    def edtf(self) -> str:
        if self.clock is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.clock.isoformat('seconds')}{_offset_written(self.offset)}"

    @property
    def instant(self) -> datetime.datetime | None:
        """In UTC, where the offset is known."""
        if self.clock is None or self.offset is None:
            return None
        try:
            return datetime.datetime.combine(self.day, self.clock) - self.offset
        except OverflowError:
            return None


def read_moment(written: object, language: str = "") -> Moment | None:
    """What a machine-written date says; a date in words is read too, with its clock."""
    text = " ".join(str(written).split())[:LONGEST] if isinstance(written, str | int | float) else ""
    if not any(letter.isdigit() for letter in text):
        return None
    if SECONDS.fullmatch(text):
        return _since_1970(int(SECONDS.fullmatch(text)["seconds"]))  # type: ignore[index]
    match = ISO.search(text) if text[:1].isdigit() else None
    return (_iso(match) if match else None) or rfc2822(text) or _in_words(text, language)


def _iso(match: re.Match[str]) -> Moment | None:
    try:
        day = datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    if match["hour"] is None or match["hour"] == "24":
        return Moment(day)
    return _at(day, match)


def _at(day: datetime.date, match: re.Match[str], shift: int = 0) -> Moment:
    hour = int(match["hour"]) + shift
    clock = datetime.time(hour, int(match["minute"]), min(int(match["second"] or 0), 59))
    return Moment(day, clock, _offset(match["zone"]))


def _offset(zone: str | None) -> datetime.timedelta | None:
    if zone is None:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return datetime.timedelta()
    zone = zone.lstrip("UTCGMutcgm")
    sign = -1 if zone[0] in "-−–" else 1
    digits = "".join(letter for letter in zone if letter.isdigit())
    hours, minutes = (int(digits[:2]), int(digits[2:])) if len(digits) > 2 else (int(digits), 0)
    if len(digits) == 3:
        hours, minutes = int(digits[0]), int(digits[1:])
    return sign * datetime.timedelta(hours=hours, minutes=minutes) if hours <= 14 and minutes < 60 else None


def rfc2822(text: str) -> Moment | None:
    """As feeds and mails write it. The library's reader takes nearly anything, and then loses its "pm" and its zone."""
    if not RFC_2822.fullmatch(text):
        return None
    try:
        read = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not 1900 <= read.year <= 2200:
        return None
    timed = ":" in text
    return Moment(read.date(), read.time().replace(microsecond=0) if timed else None, read.utcoffset() if timed else None)


def _in_words(text: str, language: str) -> Moment | None:
    found = next(find_written(text, language), None)
    if found is None:
        return None
    match = CLOCK.search(text, found.end) or CLOCK.search(text[: found.start])
    return replace(zoned(at_clock(found.day, match), text, match.end()) if match else Moment(found.day), other=found.other)


def at_clock(day: datetime.date, match: re.Match[str]) -> Moment:
    """The day at the time that a match of CLOCK states."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()[:1]
    return _at(day, match, 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0)


def zoned(moment: Moment, text: str, at: int) -> Moment:
    """With the zone that stands in letters behind its clock, where it is one alone."""
    zone = ZONE.match(text, at + (text[at : at + 1] == " ")) if moment.offset is None and moment.clock else None
    offset = offset_of(zone, datetime.datetime.combine(moment.day, moment.clock)) if zone and moment.clock else None
    return replace(moment, offset=offset.utcoffset(None)) if offset else moment


def _since_1970(seconds: int) -> Moment | None:
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return Moment(moment.date(), moment.time(), datetime.timedelta())


def _offset_written(offset: datetime.timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    return "Z" if not minutes else f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
