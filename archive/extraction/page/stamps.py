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

LONGEST = 120
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
# "Updated 18 hours ago" or "; Page A1", behind the stamp.
AGO = re.compile(
    r"(?<=[A-Z]{3})\s\d\d:\d\d\s(?:UK|local\stime)$|[;,]\sPage\s[A-Z]{0,2}-?\d{1,3}$|\s[|/•·–—]\s(?:(?:last\s)?updated\s)?(?:an?|\d{1,3})\s(?:minute|hour|day|week|month|year)s?\sago$",
    re.IGNORECASE,
)
FEW = 3
SLAVIC = ("ru", "be", "uk")
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
    text = AGO.sub("", block.text)
    return _stamp(block.start, text, language) or _beside_others(block, language) or _before_place(block, language)


def _beside_others(block: Block, language: str | None) -> Stamp | None:
    """The first stamp of a line whose other parts are stamps, a byline or a few words; one that says "updated" comes last."""
    found: list[Stamp] = []
    for start, text in _parts(block):
        stamp = _stamp(start, text, language)
        if stamp:
            found.append(stamp)
        elif not BYLINE.fullmatch(text) or (len(text.split()) > FEW and not text.lower().startswith("by ")):
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
    label = LABEL.match(text)
    rest = _blank(text, label.span() if label else (0, 0))
    date = _day_in(rest, language)
    day = as_day(date.edtf) if date else None
    if date is None or day is None:
        return None
    rest = _blank(rest, (date.start, date.end))
    clock = CLOCK.search(rest)
    zone = None
    if clock:
        rest = _blank(rest, clock.span())
        zone = ZONE.search(rest, min(clock.end(), len(rest)))
        rest = _blank(rest, zone.span()) if zone else rest
    if LEFT_OVER.sub("", rest):
        return None
    spans = [span for span in ((date.start, date.end), clock and clock.span(), zone and zone.span()) if span]
    moment = datetime.datetime.combine(day, _time_of(clock) or datetime.time())
    return Stamp(
        start=start + min(a for a, _ in spans),
        end=start + max(b for _, b in spans),
        day=day,
        clock=_time_of(clock),
        zone=zone.group().strip("() ") if zone else None,
        offset=offset_of(zone, moment) if zone else None,
        label=label.lastgroup if label else None,
    )


def _day_in(text: str, language: str | None) -> DateFound | None:
    """The one full date of the line, in its language; a site may write its stamps in another than its articles."""
    codes = (language_of_line(text, language), *(SLAVIC if any("а" <= c <= "ї" for c in text) else ()))
    for code in dict.fromkeys(codes):
        days = [found for found in find_dates(text, language=code, reference=None) if as_day(found.edtf)]
        if days:
            return days[0] if len(days) == 1 else None
    foreign = foreign_day(text)
    return DateFound(text[foreign[0] : foreign[1]], *foreign, rule="month of another language") if foreign else None


def _blank(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _time_of(match: re.Match[str] | None) -> datetime.time | None:
    if match is None:
        return None
    if match["hm"]:
        return datetime.time(int(match["hm"][:2]), int(match["hm"][2:]))
    hour, minute, second = int(match["h"] or match["h3"]), int(match["m"] or match["m3"]), int(match["s"] or match["s3"] or 0)
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return datetime.time(hour, minute, second) if hour < 24 else None
