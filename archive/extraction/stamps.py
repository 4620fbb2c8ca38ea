"""Reads publication stamps: lines that hold a date, perhaps with a clock time and its zone, and nothing else."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from archive.extraction.blocks import Block
from archive.extraction.dates import find_dates
from archive.extraction.language import language_of_line
from archive.extraction.zones import ZONE, offset_of

LONGEST = 90
LABEL = re.compile(
    r"(?:(?P<published>(?:first\s)?published|posted|released?|date|issued|опубликовано|дата(?:\sпубликации)?|апублікавана|опубліковано|размещено)"
    r"|(?P<updated>(?:last\s)?(?:updated|modified|edited)|обновлено|изменено|абноўлена|оновлено))(?:\son|\sat)?\s?:?\s",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![\d.])(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\.?\b)?(?![\d.])"
    r"|\b(?P<hm>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:GMT|UTC)|\shours)|(?<=T)(?P<h3>\d\d):(?P<m3>\d\d)(?::(?P<s3>\d\d))?(?:\.\d{1,6})?",
    re.IGNORECASE,
)
LEFT_OVER = re.compile(
    r"[\s,.|•·()/T–—-]|\b(?:at|on|hours|(?:mon|tues|wednes|thurs|fri|satur|sun)day|года?|году|годзе|року|г|р|в|у|ў|о|а)\b", re.IGNORECASE
)


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
    """The stamp that the block is, or None where it holds anything else."""
    text = block.text
    if len(text) > LONGEST or not any(c.isdigit() for c in text):
        return None
    label = LABEL.match(text)
    rest = _blank(text, label.span() if label else (0, 0))
    dates = [
        found
        for found in find_dates(rest, language=language_of_line(rest, language), reference=None)
        if found.edtf and len(found.edtf) == 10
    ]
    if len(dates) != 1 or not dates[0].edtf:
        return None
    rest = _blank(rest, (dates[0].start, dates[0].end))
    clock = CLOCK.search(rest)
    zone = None
    if clock:
        rest = _blank(rest, clock.span())
        zone = ZONE.search(rest, min(clock.end(), len(rest)))
        rest = _blank(rest, zone.span()) if zone else rest
    if len(LEFT_OVER.sub("", rest)) > 0:
        return None
    day = datetime.date.fromisoformat(dates[0].edtf)
    spans = [span for span in ((dates[0].start, dates[0].end), clock and clock.span(), zone and zone.span()) if span]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    moment = datetime.datetime.combine(day, _time_of(clock) or datetime.time())
    return Stamp(
        start=block.start + start,
        end=block.start + end,
        day=day,
        clock=_time_of(clock),
        zone=zone.group().strip("() ") if zone else None,
        offset=offset_of(zone, moment) if zone else None,
        label=label.lastgroup if label else None,
    )


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
