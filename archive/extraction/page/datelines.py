"""Reads the dateline before the first sentence: "MOSCOW, 17 May (BelTA) -", "BRUSSELS —", "МОСКВА, 17 мая. /ТАСС/."."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from archive.extraction.dates import find_dates
from archive.extraction.dates.civil import as_day
from archive.extraction.languages.detection import language_of_line
from archive.extraction.text.blocks import Block
from archive.extraction.types import DatelineFound, NameFound

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЎЇЄҐ"
LOUD = rf"[{UPPER}][{UPPER}'’.-]{{2,20}}(?:\s[{UPPER}][{UPPER}'’.-]{{1,20}}){{0,3}}"
PROPER = rf"[{UPPER}][\w'’-]{{2,20}}(?:[\s-][{UPPER}][\w'’-]{{2,20}}){{0,2}}"
STATE = r"(?:,\s(?:[A-Z]{2}\b|(?:[A-Z]\.){2}|[A-Z][a-z]{2,5}\.(?!\s?\d)))?"
NUMERIC = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
DATED = rf"(?:,?\s(?P<date>{NUMERIC}|(?<=,\s)[^(/\n—–-]{{3,28}}?)|,\s?(?P<country>[^\W\d_][\w. ]{{2,24}}))?"
AGENCY = (
    r"(?:\s?\((?P<bracketed>[^()\n]{2,40})\)|[\s.]{0,2}/(?P<slashed>[^/\n]{2,40})/|\s?[-–—]\s?(?P<dashed>[^\W\d_][\w ]{1,30})(?=\.\s))?"
)
DASH = r"\.?\s{0,2}(?P<dash>--|[-–—:]|\.(?!\s{0,2}\d)|(?<=[)/]))\s{0,2}"
BODY = r"(?=[^\W_]|[\"“«„'‘(\[])"
# The place loud or not before the date, and the date before the place: "4 мая, Ардо /Анна Руис - БЕРЕГ/."
PATTERNS = (
    *(re.compile(rf"(?P<place>{place}{STATE}){DATED}\.?{AGENCY}{DASH}{BODY}") for place in (LOUD, PROPER)),
    # "Ардо. 4 мая. БЕРЕГ.РУ - "
    re.compile(
        rf"(?P<place>{PROPER})\.\s(?P<date>\d{{1,2}}\s[^\W\d_]{{3,12}}(?:\s\d{{4}})?)\.\s(?P<country>)(?P<bracketed>)(?P<slashed>)"
        rf"(?P<dashed>[{UPPER}][\w. ]{{2,30}}?)\s{DASH}{BODY}"
    ),
    re.compile(rf"(?P<date>\d{{1,2}}\s[^\W\d_]{{3,12}}(?:\s\d{{4}})?),\s(?P<country>)(?P<place>{PROPER}){AGENCY}{DASH}{BODY}"),
)
SIGNED = re.compile(r"[^\n]{3,30}\s[-–—]\s(?=[^\W\d_])")  # who wrote for the agency
REACH = 120


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline, the agency it names, where the first sentence begins, and the month and day it gives even where the year is unknown."""

    found: DatelineFound
    outlet: NameFound | None
    body: int
    month_and_day: tuple[int, int] | None


# A leap year: any day of any year can be read beside it.
SOME_DAY = datetime.date(2000, 6, 1)


def opening_of(block: Block, language: str | None, reference: datetime.date | None, *, colons: bool = False) -> Opening | None:
    """The dateline at the head of the block. A place alone counts in capitals with a dash, with a colon where `colons` says that
    nobody else's words begin with a name and a colon.

    In small letters it needs a date or an agency.
    """
    head = block.text[:REACH]
    for loud, pattern in zip((True, False, False, False), PATTERNS, strict=True):
        match = pattern.match(head)
        colon = loud and colons and match is not None and match["dash"] == ":"
        opening = match and _opening(block, match, loud, language, reference, strong=colon)
        if opening:
            return opening
    return None


def _opening(
    block: Block, match: re.Match[str], loud: bool, language: str | None, reference: datetime.date | None, *, strong: bool
) -> Opening | None:
    """`strong` is a mark that tells a dateline with nothing beside it, such as a dash behind capitals."""
    name = next((group for group in ("bracketed", "slashed", "dashed") if match[group]), None)
    words, spoken = match["date"] or "", language_of_line(block.text[:REACH], language)
    dates = find_dates(words, language=spoken, reference=SOME_DAY)
    known = find_dates(words, language=spoken, reference=reference)
    country = match["country"] or (match["date"] and not dates and match["date"][0].isupper())
    strong = strong or match["dash"] in ("–", "—", "--")
    if match["date"] and not dates and not (country and (strong or name == "bracketed")):
        return None
    if not (name or dates) and not (strong and (loud or country)):
        return None
    if (name == "dashed" or not (loud or match["dash"])) and not dates:  # "Senator Anna Smith (Ind.) said"
        return None
    ends = [match.end(group) for group in ("place", "date", "country") if match[group]]
    end = match.end(name) + (1 if name != "dashed" else 0) if name else max(ends)
    outlet = _outlet(block, match, name) if name else None
    edtf = known[0].edtf if known else None
    day = as_day(dates[0].edtf) if dates else None
    month_and_day = (day.month, day.day) if day else None
    return Opening(
        DatelineFound(_place(match["place"], loud), edtf, block.start, block.start + end), outlet, block.start + match.end(), month_and_day
    )


def _place(words: str, loud: bool) -> str:
    """A loud name as it is usually written, its state as it stands: "Ardo, N.Y."."""
    town, comma, state = words.partition(",")
    return (town.title() if loud else town) + comma + state


def _outlet(block: Block, match: re.Match[str], name: str) -> NameFound:
    signed = SIGNED.match(match[name])
    start = match.start(name) + (signed.end() if signed else 0)
    return NameFound(block.text[start : match.end(name)], block.start + start, block.start + match.end(name))
