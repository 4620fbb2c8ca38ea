"""Reads publication stamps: lines that hold a date, perhaps with a clock time and its zone, and nothing else."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from archive.extraction.dates import find_dates, foreign_day
from archive.extraction.dates.civil import as_day
from archive.extraction.languages.detection import language_of_line
from archive.extraction.page.zones import ZONE, offset_of
from archive.extraction.text.blocks import Block
from archive.extraction.types import DateFound

LONGEST = 120  # characters of a stamp
LABEL = re.compile(
    r"(?:(?P<published>(?:first\s|originally\s)?published|posted|written|created|filed|released?|date|issued|publication\sdate"
    r"|опубликовано|дата(?:\sпубликации)?|размещено|создано|добавлено|апублікавана|дададзена|опубліковано|додано"
    r"|veröffentlicht(?:\sam)?|publié(?:\sle)?|publicado(?:\sel)?|pubblicato(?:\sil)?|opublikowano)"
    r"|(?P<updated>(?:last\s)?(?:updated|modified|edited|revised)|обновлено|изменено|абноўлена|оновлено|змінено"
    r"|aktualisiert(?:\sam)?|mis\sà\sjour(?:\sle)?|actualizado(?:\sel)?|aggiornato(?:\sil)?))(?:\son|\sat)?\s?:?\s",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![\d.])(?P<h>[01]?\d|2[0-4])[:.h](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:\s?(?P<half>[ap])(?:\.m\.|m\b))?(?![\d.])"
    r"|\b(?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:GMT|UTC)|\shours)|(?<=T)(?P<h3>\d\d):(?P<m3>\d\d)(?::(?P<s3>\d\d))?(?:\.\d{1,6})?",
    re.IGNORECASE,
)
WEEKDAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|панядзелак|аўторак"
    "|серад[ау]|чацвер|пятніц[ау]|субот[ау]|нядзел[яю]|понеділок|вівторок|серед[ау]|четвер|п['’]ятниц[яю]|неділ[яю]"
)
NEARNESS = "today|yesterday|сегодня|вчера|сёння|учора|сьогодні|вчора"
LEFT_OVER = re.compile(
    rf"[\s,.|•·()/T–—-]|\b(?:at|on|hours|{WEEKDAYS}|{NEARNESS}|года?|году|годзе|року|г|р|в|у|ў|о|а|à|um|uhr|alle|ore|las|a|o|godz|klo|kl|h"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|lunes|martes|miércoles|jueves"
    r"|viernes|sábado|domingo|el|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|poniedziałek|wtorek|środa|czwartek|piątek|sobota"
    r"|niedziela)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d\d")  # without one there is no full date to look for
BETWEEN = re.compile(r"\s[|•·/–—]\s|(?<=\S)[|](?=\S)")
# What may stand beside a stamp in its line: who wrote, how long it takes to read.
BYLINE = re.compile(r"(?:[Bb]y|BY|[Aa]uthor:|[Tt]ext:|Аўтар:|Автор:|Текст:)\s\w.{1,60}|\w[^|]{0,30}")
# Behind the stamp: the clock of another place, the page of the paper, how long ago it was changed.
ELSEWHERE = r"(?<=[A-Z]{3})\s\d\d:\d\d\s(?:UK|local\stime)$"
ON_PAPER = r"[;,]\sPage\s[A-Z]{0,2}-?\d{1,3}$"
AGO = r"\s[|/•·–—]\s(?:(?:last\s)?updated\s)?(?:an?|\d{1,3})\s(?:minute|hour|day|week|month|year)s?\sago$"
TRAILER = re.compile(f"{ELSEWHERE}|{ON_PAPER}|{AGO}", re.IGNORECASE)
FEW_WORDS = 3  # beside a stamp, such as the name of a section
SLAVIC = ("ru", "be", "uk")
HALF_A_DAY = 12  # hours
PLACE = re.compile(r"[,\s]{1,3}(?:(?:[^\W\d_a-zа-яёіїєґў][\w.’'-]{0,30}|of|the|and|in|at)[,\s]{0,2}){1,10}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """One line that may be the publication's. `zone` is the words that state it; `offset` what they mean."""

    start: int
    end: int
    day: datetime.date
    clock: datetime.time | None
    zone: str | None
    offset: datetime.timezone | None
    label: str | None

    @property
    def moment(self) -> datetime.datetime:
        return datetime.datetime.combine(self.day, self.clock or datetime.time())


def stamp_of(block: Block, language: str | None) -> Stamp | None:
    """The stamp that the block is, or None where it holds anything else.

    A line may hold several ("Published 3 March | Updated 4 March", "By Ana Ruiz | 3 March"), or name the place behind the hour.
    """
    if len(block.text) > LONGEST or not YEAR.search(block.text):
        return None
    text = TRAILER.sub("", block.text)
    return _stamp(block.start, text, language) or _beside_others(block, language) or _before_place(block, language)


def _beside_others(block: Block, language: str | None) -> Stamp | None:
    """The first stamp of a line whose other parts are stamps, a byline or a few words; one that says "updated" comes last."""
    found: list[Stamp] = []
    for start, text in _parts(block):
        stamp = _stamp(start, text, language)
        if stamp:
            found.append(stamp)
        elif not BYLINE.fullmatch(text) or (len(text.split()) > FEW_WORDS and not text.lower().startswith("by ")):
            return None
    return min(found, key=lambda stamp: stamp.label == "updated", default=None)


def _parts(block: Block) -> list[tuple[int, str]]:
    ends = [(match.start(), match.end()) for match in BETWEEN.finditer(block.text)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(block.text)]
    return [(block.start + a, block.text[a:b]) for a, b in zip(starts, stops, strict=True)] if ends else []


def _before_place(block: Block, language: str | None) -> Stamp | None:
    """The stamp, with a clock time, before the place where words were said: "Monday, 16 September 2019, 9 p.m. Great Hall, Ardo"."""
    clock = CLOCK.search(block.text)
    rest = block.text[clock.end() :] if clock else ""
    if clock is None or not PLACE.fullmatch(rest):
        return None
    return _stamp(block.start, block.text[: clock.end()], language)


def _stamp(start: int, text: str, language: str | None) -> Stamp | None:
    """The stamp that all of the words are: perhaps a label, a day, perhaps a clock with its zone."""
    label = LABEL.match(text)
    found = _day_and_clock(_blank(text, label), language)
    if found is None:
        return None
    first, last = found.span
    return Stamp(
        start=start + first,
        end=start + last,
        day=found.day,
        clock=found.time,
        zone=found.zone.group().strip("() ") if found.zone else None,
        offset=offset_of(found.zone, datetime.datetime.combine(found.day, found.time or datetime.time())) if found.zone else None,
        label=label.lastgroup if label else None,
    )


@dataclass(frozen=True, slots=True)
class _DayAndClock:
    """The day that words give, and where in them its date, a clock and the clock's zone stand."""

    day: datetime.date
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
    date = _day_in(text, language)
    day = as_day(date.edtf) if date else None
    if date is None or day is None:
        return None
    span = (date.start, date.end)
    undated = _blank(text, span)
    clock = CLOCK.search(undated)
    unclocked = _blank(undated, clock)
    zone = ZONE.search(unclocked, min(clock.end(), len(unclocked))) if clock else None
    return None if LEFT_OVER.sub("", _blank(unclocked, zone)) else _DayAndClock(day, span, clock, zone)


def _day_in(text: str, language: str | None) -> DateFound | None:
    """The one full date of the line, in its language; a site may write its stamps in another than its articles."""
    codes = (language_of_line(text, language), *(SLAVIC if any("а" <= c <= "ї" for c in text) else ()))
    for code in dict.fromkeys(codes):
        days = [found for found in find_dates(text, language=code, reference=None) if as_day(found.edtf)]
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
