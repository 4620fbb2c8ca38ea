"""Reads the dateline before the first sentence: "MOSCOW, 17 May (BelTA) -", "BRUSSELS —", "МОСКВА, 17 мая. /ТАСС/."."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from archive.extraction.dates import find_dates
from archive.extraction.dates.civil import as_day
from archive.extraction.languages.detection import language_of_line
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, DatelineFound, NameFound

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
PLACE_IN_CAPITALS = re.compile(rf"(?P<place>{LOUD}{STATE}){DATED}\.?{AGENCY}{DASH}{BODY}")
PATTERNS = (
    PLACE_IN_CAPITALS,
    re.compile(rf"(?P<place>{PROPER}{STATE}){DATED}\.?{AGENCY}{DASH}{BODY}"),
    # "Ардо. 4 мая. БЕРЕГ.РУ - "
    re.compile(
        rf"(?P<place>{PROPER})\.\s(?P<date>\d{{1,2}}\s[^\W\d_]{{3,12}}(?:\s\d{{4}})?)\.\s(?P<country>)(?P<bracketed>)(?P<slashed>)"
        rf"(?P<dashed>[{UPPER}][\w. ]{{2,30}}?)\s{DASH}{BODY}"
    ),
    # "4 мая, Ардо /Анна Руис - БЕРЕГ/."
    re.compile(rf"(?P<date>\d{{1,2}}\s[^\W\d_]{{3,12}}(?:\s\d{{4}})?),\s(?P<country>)(?P<place>{PROPER}){AGENCY}{DASH}{BODY}"),
)
SIGNED = re.compile(r"[^\n]{3,30}\s[-–—]\s(?=[^\W\d_])")  # who wrote for the agency
REACH = 120  # characters of a block within which its dateline ends
AGENCIES = ("bracketed", "slashed", "dashed")  # the groups that hold one, by how it is marked
LONG_DASHES = ("–", "—", "--")


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline, the agency it names, where the first sentence begins, and the month and day it gives even where the year is unknown."""

    found: DatelineFound
    outlet: NameFound | None
    body: int
    month_and_day: tuple[int, int] | None


# A leap year: any day of any year can be read beside it.
SOME_DAY = datetime.date(2000, 6, 1)


def opening_of(block: Block, language: str | None, reference: datetime.date | None, *, has_colons: bool = False) -> Opening | None:
    """The dateline at the head of the block. A place alone counts in capitals with a dash, with a colon where `has_colons` says that
    nobody else's words begin with a name and a colon.

    In small letters it needs a date or an agency.
    """
    head = block.text[:REACH]
    spoken = language_of_line(head, language)
    for pattern in PATTERNS:
        match = pattern.match(head)
        written = _written(match, pattern is PLACE_IN_CAPITALS, spoken, has_colons=has_colons) if match else None
        if written and IS_DATELINE(written):
            known = find_dates(written.words, language=spoken, reference=reference)
            return _opening(block, written, known[0].edtf if known else None)
    return None


@dataclass(frozen=True, slots=True)
class Written:
    """What stands where a dateline may: the place in capitals or not, the words for a date with the dates in them, the agency's group.

    `is_marked` by a sign that tells a dateline with nothing beside it: a long dash, or a colon that is nobody's.
    """

    match: re.Match[str]
    is_loud: bool
    is_marked: bool
    agency: str | None
    words: str
    dates: tuple[DateFound, ...]

    @property
    def has_country(self) -> bool:
        """ "Danvor, Sarmia": words in capitals that are no date are a country's name."""
        return bool(self.match["country"]) or (not self.dates and self.words[:1].isupper())


def _written(match: re.Match[str], is_loud: bool, language: str, *, has_colons: bool) -> Written:
    dash, words = match["dash"], match["date"] or ""
    is_marked = dash in LONG_DASHES or (dash == ":" and is_loud and has_colons)
    agency = next((group for group in AGENCIES if match[group]), None)
    dates = find_dates(words, language=language, reference=SOME_DAY) if words else []
    return Written(match, is_loud, is_marked, agency, words, tuple(dates))


IS_DATELINE = Rules[[Written], bool]("is this a dateline", otherwise=True)


@IS_DATELINE.when("words that are no date", False, "Valmere, where the council met — Anna Hill said that the bridge will open.")
def _has_other_words(written: Written) -> bool:
    """A country beside the place needs a long dash or an agency in brackets."""
    is_country = written.has_country and (written.is_marked or written.agency == "bracketed")
    return bool(written.words) and not written.dates and not is_country


@IS_DATELINE.when("place alone", False, "Valmere — the bridge will open in May, Anna Hill said.")
def _is_place_alone(written: Written) -> bool:
    is_told = written.is_marked and (written.is_loud or written.has_country)
    return not written.agency and not written.dates and not is_told


@IS_DATELINE.when("agency behind a dash without a date", False, "VALMERE - CoastWire. The bridge will open, Anna Hill said.")
def _is_told_by_agency_alone(written: Written) -> bool:
    return written.agency == "dashed" and not written.dates


@IS_DATELINE.when("brackets behind a name", False, "Senator Anna Smith (Ind.) said that the bridge will open.")
def _is_name_with_brackets(written: Written) -> bool:
    return not written.is_loud and not written.match["dash"] and not written.dates


def _opening(block: Block, written: Written, edtf: str | None) -> Opening:
    match, agency = written.match, written.agency
    ends = [match.end(group) for group in ("place", "date", "country") if match[group]]
    end = match.end(agency) + (agency != "dashed") if agency else max(ends)  # with the sign that closes the agency's name
    day = as_day(written.dates[0].edtf) if written.dates else None
    return Opening(
        DatelineFound(_place(match["place"], written.is_loud), edtf, block.start, block.start + end),
        _outlet(block, match, agency) if agency else None,
        block.start + match.end(),
        (day.month, day.day) if day else None,
    )


def _place(words: str, is_loud: bool) -> str:
    """A loud name as it is usually written, its state as it stands: "Ardo, N.Y."."""
    town, comma, state = words.partition(",")
    return (town.title() if is_loud else town) + comma + state


def _outlet(block: Block, match: re.Match[str], name: str) -> NameFound:
    signed = SIGNED.match(match[name])
    start = match.start(name) + (signed.end() if signed else 0)
    return NameFound(block.text[start : match.end(name)], block.start + start, block.start + match.end(name))
