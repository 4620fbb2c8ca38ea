"""Reads publication stamps: lines that hold a date, perhaps with a clock time and its zone, and nothing else."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from archive.extraction.dates import find_dates, foreign_day
from archive.extraction.dates.civil import as_day
from archive.extraction.dates.foreign import NAME
from archive.extraction.languages.detection import language_of_line
from archive.extraction.page.zones import ZONE, offset_of
from archive.extraction.types import DateFound

PUBLISHED = (
    r"date\sof\spublication|(?:first\s|originally\s)?published|posted|written|created|filed|released?|date|issued|publication\sdate|sent"
    r"|опубликовано|отправлено|дата(?:\sпубликации)?|размещено|создано|добавлено|апублікавана|дададзена|адпраўлена|опубліковано|додано|надіслано"
    r"|veröffentlicht(?:\sam)?|publié(?:\sle)?|publicado(?:\sel)?|pubblicato(?:\sil)?|opublikowano"
)
UPDATED = (
    r"(?:last\s)?(?:updated|modified|edited|revised)|обновлено|изменено|абноўлена|оновлено|змінено"
    r"|aktualisiert(?:\sam)?|mis\sà\sjour(?:\sle)?|actualizado(?:\sel)?|aggiornato(?:\sil)?"
)
LABEL = re.compile(rf"(?:(?P<published>{PUBLISHED})|(?P<updated>{UPDATED}))(?:[\s_](?:on|at|time|date))?\s?:?(?:\s|$)", re.IGNORECASE)
CLOCK = re.compile(
    r"(?<![\d.])(?P<h>[01]?\d|2[0-4])[:.h](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d{1,6})?)?(?:\s?(?P<half>[ap])(?:\.m\.|m\b))?(?![\d.])"
    r"|\b(?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:GMT|UTC)|\shours)|(?<=T)(?P<h3>\d\d):(?P<m3>\d\d)(?::(?P<s3>\d\d))?(?:\.\d{1,6})?",
    re.IGNORECASE,
)
WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|панядзелак|аўторак"
    "|серад[ау]|чацвер|пятніц[ау]|субот[ау]|нядзел[яю]|понеділок|вівторок|серед[ау]|четвер|п['’]ятниц[яю]|неділ[яю]"
)
SHORT_WEEKDAYS = "пн|вт|ср|чт|пт|сб|вс|нд|аўт|чц"
NEARNESS = "today|yesterday|сегодня|вчера|сёння|учора|сьогодні|вчора"
LEFT_OVER = re.compile(
    rf"[\s,.;:|•·()\[\]/T'\"–—-]|\b(?:at|on|hours|{WEEKDAYS}|{SHORT_WEEKDAYS}|{NEARNESS}|года?|году|годзе|року|г|р|в|у|ў|о|а|à|um|uhr|alle|ore|las|a|o|godz|klo|kl|h"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|lunes|martes|miércoles|jueves"
    r"|viernes|sábado|domingo|el|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|poniedziałek|wtorek|środa|czwartek|piątek|sobota"
    r"|niedziela)\b",
    re.IGNORECASE,
)
# How long ago, and a day without its year: a time that tells no day.
AGO = re.compile(
    r"\b(?:(?:an?|one|\d{1,3})\s?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?|years?)\sago|just\snow"
    r"|(?:\d{1,3}\s)?(?:минут\w?|хвилин\w?|хвілін\w?|час\w{0,2}|годин\w?|гадзін\w?|д[ень]н\w{1,2})\s(?:назад|тому)|только\sчто|щойно|толькі\sшто)",
    re.IGNORECASE,
)
MONTH_OR_DAY = re.compile(rf"\b(?:{NAME}|mon|tues?|wed|thu|fri|sat|sun)\b\.?", re.IGNORECASE)
NUMBER = re.compile(r"\b\d{1,4}(?:st|nd|rd|th)?\b")
WITHOUT_YEAR = re.compile(rf"\b\d{{1,2}}\s(?:{NAME})\b|\b(?:{NAME})\.?\s\d{{1,2}}\b", re.IGNORECASE)
SLAVIC = ("ru", "be", "uk")
HALF_A_DAY = 12  # hours


@dataclass(frozen=True, slots=True)
class Stamp:
    """One line that may be the publication's. `zone` is the words that state it; `offset` what they mean; `other` the second day that the
    digits may be: "04/05/2023"."""

    start: int
    end: int
    day: datetime.date
    clock: datetime.time | None
    zone: str | None
    offset: datetime.timezone | None
    label: str | None
    other: datetime.date | None = None

    @property
    def moment(self) -> datetime.datetime:
        return datetime.datetime.combine(self.day, self.clock or datetime.time())


def read_stamp(start: int, text: str, language: str | None) -> Stamp | None:
    """The stamp that all of the words are: perhaps a label, a day, perhaps a clock with its zone. `start` is where they stand."""
    label = LABEL.match(text)
    found = _day_and_clock(_blank(text, label), language)
    if found is None:
        return None
    first, last = found.span
    moment = datetime.datetime.combine(found.days[0], found.time or datetime.time())
    return Stamp(
        start=start + first,
        end=start + last,
        day=found.days[0],
        clock=found.time,
        zone=found.zone.group().strip("() ") if found.zone else None,
        offset=offset_of(found.zone, moment) if found.zone else None,
        label=label.lastgroup if label else None,
        other=found.days[1] if len(found.days) > 1 else None,
    )


def label_of(text: str) -> str | None:
    """What the words say of a day beside them, where they say nothing else: "Published", "Last updated:"."""
    label = LABEL.fullmatch(text)
    return label.lastgroup if label else None


def with_clock(stamp: Stamp, start: int, text: str) -> Stamp:
    """The stamp with the clock time that all of the words at this place are; as it was where they are anything else."""
    clock = CLOCK.search(text)
    zone = ZONE.search(text, clock.end()) if clock else None
    if clock is None or LEFT_OVER.sub("", _blank(_blank(text, clock), zone)):
        return stamp
    timed = replace(stamp, clock=_time_of(clock), start=min(stamp.start, start), end=max(stamp.end, start + len(text)))
    return replace(timed, zone=zone.group().strip("() "), offset=offset_of(zone, timed.moment)) if zone else timed


def is_time_alone(text: str) -> bool:
    """A time that tells no day: "3 minutes ago", "Updated at 17:02", "Today, 15:44", "17 MAY, 15:44"; or a label alone."""
    if not any(map(str.isdigit, text)) and not AGO.search(text):
        return label_of(text) is not None
    rest = _blank(text, LABEL.match(text))
    for pattern in (AGO, WITHOUT_YEAR, CLOCK, ZONE):
        rest = pattern.sub(" ", rest)
    return not LEFT_OVER.sub("", rest)


def holds_only_dates(words: str) -> bool:
    """Days, months, clock times and what is printed before them, in whatever pieces: "Monday August", "Updated March 3"."""
    rest = _blank(words, LABEL.match(words))
    for pattern in (AGO, MONTH_OR_DAY, CLOCK, ZONE, NUMBER):
        rest = pattern.sub(" ", rest)
    return not LEFT_OVER.sub("", rest)


@dataclass(frozen=True, slots=True)
class _DayAndClock:
    """The day that words give, or two of which they mean one; and where in them the date, a clock and the clock's zone stand."""

    days: tuple[datetime.date, ...]
    date: tuple[int, int]
    clock: re.Match[str] | None
    zone: re.Match[str] | None

    @property
    def time(self) -> datetime.time | None:
        return _time_of(self.clock) if self.clock else None

    @property
    def span(self) -> tuple[int, int]:
        spans = [self.date, *(match.span() for match in (self.clock, self.zone) if match)]
        return min(start for start, _ in spans), max(end for _, end in spans)


def _day_and_clock(text: str, language: str | None) -> _DayAndClock | None:
    """None where the words hold anything else."""
    date = _date_in(text, language)
    if date is None:
        return None
    days = tuple(day for edtf in (date.edtf, *date.readings) if (day := as_day(edtf)))
    span = (date.start, date.end)
    undated = _blank(text, span)
    clock = CLOCK.search(undated)
    unclocked = _blank(undated, clock)
    zone = ZONE.search(unclocked, min(clock.end(), len(unclocked))) if clock else None
    return None if LEFT_OVER.sub("", _blank(unclocked, zone)) else _DayAndClock(days, span, clock, zone)


def _date_in(text: str, language: str | None) -> DateFound | None:
    """The one full date of the line, in its language; a site may write its stamps in another than its articles."""
    codes = (language_of_line(text, language), *(SLAVIC if any("а" <= c <= "ї" for c in text) else ()))
    for code in dict.fromkeys(codes):
        found = find_dates(text, language=code, reference=None)
        days = [date for date in found if as_day(date.edtf) or (date.readings and all(map(as_day, date.readings)))]
        if days:
            return days[0] if len(days) == 1 else None
    foreign = foreign_day(text)
    return DateFound(text[foreign[0] : foreign[1]], *foreign, rule="month of another language") if foreign else None


def _blank(text: str, taken: re.Match[str] | tuple[int, int] | None) -> str:
    """The text with blanks in place of what was read already."""
    if taken is None:
        return text
    start, end = taken if isinstance(taken, tuple) else taken.span()
    return text[:start] + " " * (end - start) + text[end:]


def _time_of(match: re.Match[str]) -> datetime.time | None:
    """The clock time; None where a day has no such hour."""
    if match["hm"]:
        return datetime.time(int(match["hm"][:2]), int(match["hm"][2:]))
    hour, minute, second = int(match["h"] or match["h3"]), int(match["m"] or match["m3"]), int(match["s"] or match["s3"] or 0)
    if match["half"] and hour <= HALF_A_DAY:
        hour = hour % HALF_A_DAY + (HALF_A_DAY if match["half"].lower() == "p" else 0)
    return datetime.time(hour, minute, second) if hour < 2 * HALF_A_DAY else None
