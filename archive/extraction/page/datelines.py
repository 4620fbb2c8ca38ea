"""Reads the dateline before the first sentence: "MOSCOW, 17 May (BelTA) -", "BRUSSELS —", "МОСКВА, 17 мая. /ТАСС/."."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from archive.extraction.dates import find_dates
from archive.extraction.dates.civil import as_day
from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.detection import language_of_line
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import particles as english
from archive.extraction.languages.slavic import particles as slavic
from archive.extraction.page.agencies import is_other_body, is_outlet
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, DatelineFound, NameFound, Span

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЎЇЄҐ"
LOUD_WORD = rf"[{UPPER}][{UPPER}'’.-]"
LOUD = rf"(?:{LOUD_WORD}\s)?{LOUD_WORD}{{2,20}}(?:(?:\s|/(?=[^/\n]{{3,20}}[\s,(])){LOUD_WORD}{{1,20}}){{0,3}}"
PROPER = rf"[{UPPER}][\w'’-]{{2,20}}(?:[\s-][{UPPER}][\w'’-]{{2,20}}){{0,2}}"
STATE = r"(?P<state>,\s(?:[A-Z]{2}\b|(?:[A-Z]\.){2}|[A-Z][a-z]{2,5}\.(?!\s?\d)))?"
NUMERIC = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
LAND = rf"(?:,\s(?![A-Z][a-z]+day\b)[{UPPER}][\w.’-]{{2,20}}(?:\s[{UPPER}][\w.’-]{{2,20}}){{0,2}}(?=,\s))?"
DATED = rf"{LAND}(?:[,.]?\s(?P<date>{NUMERIC}|(?<=[,.]\s)[^(/\n—–-]{{3,28}}?)|,\s?(?P<country>[^\W\d_][\w. ]{{2,24}}))?"
# A loud place needs no comma before its day.
LOUDLY_DATED = DATED.replace(NUMERIC, rf"{NUMERIC}|\d{{1,2}}\s[^\W\d_]{{3,12}}\.?(?:,?\s\d{{4}})?")
PROPER_NAME = rf"[{UPPER}]\w{{1,20}}(?:\.[{UPPER}]{{2,3}}|[\s-][{UPPER}]\w{{1,20}}){{0,2}}"
REPORTERS = rf"(?:,\s{PROPER_NAME}){{0,3}}"
AGENCY = (
    r"(?:\s?\((?P<bracketed>[^()\n]{2,60})\)|[\s.]{0,2}/(?P<slashed>[^/\n]{2,40})/"
    rf"|\s?[-–—]\s?(?P<dashed>{PROPER_NAME}?){REPORTERS}(?=\.\s)|[,.]\s(?P<stopped>{PROPER_NAME}?)(?=\.\s|\s[-–—]))?"
)
BOLD = r"\*{0,3}"  # as Markdown writes it
DASH = rf"{BOLD}\.?\s{{0,2}}(?P<dash>-{{2,3}}|[-–—―‒:]|_(?=\s)|\.(?!\s{{0,2}}\d)|(?<=[)/\]]))\s{{0,2}}{BOLD}\s{{0,2}}"
BODY = r"(?=[^\W_]|[\"“«„'‘(\[])"
DAY = r"\d{1,2}\s[^\W\d_]{3,12}|[^\W\d_]{3,12}\s\d{1,2}"
NOTHING = r"(?P<state>)(?P<country>)(?P<bracketed>)(?P<slashed>)(?P<dashed>)(?P<stopped>)"
PLACE_IN_CAPITALS = re.compile(rf"{BOLD}(?P<place>{LOUD}{STATE}){BOLD}{LOUDLY_DATED}\.?{BOLD}{AGENCY}{DASH}{BODY}")
IN_BRACKETS = re.compile(rf"[(\[]{NOTHING}(?P<place>{LOUD}|{PROPER})[,.]?\s(?P<date>[^()\[\]\n]{{3,28}})[)\]]\s?{DASH}{BODY}")
PATTERNS = (
    PLACE_IN_CAPITALS,
    re.compile(rf"{BOLD}(?P<place>{PROPER}{STATE}){BOLD}{DATED}\.?{BOLD}{AGENCY}{DASH}{BODY}"),
    # "4 мая, Ардо /Анна Руис - БЕРЕГ/."
    re.compile(rf"(?P<date>(?:{DAY})(?:,?\s\d{{4}})?),\s(?P<country>)(?P<place>{PROPER}{STATE}){AGENCY}{DASH}{BODY}"),
    IN_BRACKETS,
)
# "(CNN) — "
AGENCY_ALONE = re.compile(rf"\((?P<bracketed>[^()\n]{{2,30}})\)\s{{0,2}}[-–—]{{1,2}}\s{BODY}")
# Who wrote for the agency, and the agency that passes another's report on.
SIGNED = re.compile(
    r"(?:[^\n]{2,30}\s[-–—/]\s|(?:[Сс]пец)?[Кк](?:ор{1,2}|ар{1,2})(?:еспонденты?|эспандэнты?)?\.?\s|[Cc]orr(?:espondent|\.)\s)(?=[^\W\d_])"
)
PARTED = re.compile(r"\s[-–—|/]\s|[,;]\s")
REACH = 120  # characters of a block within which its dateline ends
AGENCIES = ("bracketed", "slashed", "dashed", "stopped")  # the groups that hold one, by how it is marked
CLOSING = (")", "]", "/")
LONG_DASHES = ("–", "—", "―", "--", "---")
FEW_WORDS = 4
SMALL_WORDS = english.NAMELESS | slavic.NAMELESS | words("look well yes who what when where why how note update")


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline, the agency it names, where the first sentence begins, and the month and day it gives even where the year is unknown.

    `found` is None where the agency stands alone.
    """

    found: DatelineFound | None
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
        is_loud = pattern is PLACE_IN_CAPITALS or head.startswith("**")
        written = _written(match, is_loud, spoken, has_colons=has_colons) if match else None
        if written and IS_DATELINE(written):
            known = find_dates(written.words, language=spoken, reference=reference)
            return _opening(block, written, known[0].edtf if known else None)
    return _agency_alone(block)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands where a dateline may: the place in capitals or not, the words for a date with the dates in them, where its agency is.

    `is_marked` by a sign that tells a dateline with nothing beside it: a long dash, or a colon that is nobody's.
    """

    match: re.Match[str]
    is_loud: bool
    is_marked: bool
    agency: Span | None
    words: str
    dates: tuple[DateFound, ...]

    @property
    def has_country(self) -> bool:
        """ "Danvor, Sarmia", "Danvor, N.Y.": words that all begin with capitals and are no date are a country's name."""
        words = (self.match["country"] or ("" if self.dates else self.words)).split()
        return bool(self.match["state"]) or (bool(words) and all(word[0].isupper() and word.replace(".", "").isalpha() for word in words))

    @property
    def outlet(self) -> str:
        """The name of the agency; empty where there is none."""
        return self.match.string[slice(*self.agency)] if self.agency else ""

    @property
    def group(self) -> str:
        """How the agency is marked."""
        return next((group for group in AGENCIES if self.match[group]), "")


def _written(match: re.Match[str], is_loud: bool, language: str, *, has_colons: bool) -> Written:
    dash, words = match["dash"], match["date"] or ""
    is_marked = dash in LONG_DASHES or (dash == ":" and is_loud and has_colons)
    agency = next((match.span(group) for group in AGENCIES if match[group]), None)
    if match["bracketed"] and not _days_of(words, language):
        agency, day = _parted(match, language)
        words = day or words
    if agency and (signed := SIGNED.match(match.string, *agency)):
        agency = (signed.end(), agency[1])
    return Written(match, is_loud, is_marked, agency, words, tuple(_days_of(words, language)))


def _parted(match: re.Match[str], language: str) -> tuple[Span | None, str]:
    """Where the agency stands in brackets, and the words for the day behind or before it: "(CoastWire - 2nd March, 2021)"."""
    start, end = match.span("bracketed")
    words = match["bracketed"]
    if _is_day(words, language):
        return None, words
    for cut in PARTED.finditer(words):
        if _is_day(words[cut.end() :], language):
            return (start, start + cut.start()), words[cut.end() :]
        if _is_day(words[: cut.start()], language):
            return (start + cut.end(), end), words[: cut.start()]
    return (start, end), ""


def _is_day(words: str, language: str) -> bool:
    return any((day.start, day.end) == (0, len(words)) for day in _days_of(words, language))


def _days_of(words: str, language: str) -> list[DateFound]:
    return find_dates(words, language=language, reference=SOME_DAY) if words else []


IS_DATELINE = Rules[[Written], bool]("is this a dateline", otherwise=True)


@IS_DATELINE.when("words that are no date", False, "Valmere, where the council met — Anna Hill said that the bridge will open.")
def _has_other_words(written: Written) -> bool:
    """A country beside the place needs a long dash or an agency in brackets."""
    is_country = written.has_country and (written.is_marked or written.group == "bracketed")
    opens_with_day = bool(written.dates) and written.dates[0].start == 0
    return bool(written.words or written.match["country"]) and not opens_with_day and not is_country


@IS_DATELINE.when("place alone", False, "Valmere — the bridge will open in May, Anna Hill said.")
def _is_place_alone(written: Written) -> bool:
    is_told = written.is_marked and (written.is_loud or written.has_country)
    return not written.agency and not written.dates and not is_told


@IS_DATELINE.when("agency behind a dash without a date", False, "VALMERE - CoastWire. The bridge will open, Anna Hill said.")
def _is_told_by_agency_alone(written: Written) -> bool:
    return written.group in ("dashed", "stopped") and not written.dates


@IS_DATELINE.when("brackets behind a name", False, "Senator Anna Smith (Ind.) said that the bridge will open.")
def _is_name_with_brackets(written: Written) -> bool:
    return not written.is_loud and not written.match["dash"] and not written.dates


@IS_DATELINE.when("no agency in brackets", False, "The Harbour Minister (Anna Hill): The bridge will open in May.")
def _holds_no_agency(written: Written) -> bool:
    """What stands in brackets without a date is an outlet by its look, or a few words between a place in capitals and a dash."""
    if not written.agency or written.dates or is_outlet(written.outlet):
        return False
    initials = [word[0] for word in written.outlet.split()]
    is_short = initials[0].isupper() and len(initials) <= FEW_WORDS and "".join(initials) != written.match["place"]
    return not (is_short and written.is_loud and written.match["dash"] not in ("", ":"))


@IS_DATELINE.when("no place", False, "Today, May 17 — The bridge will open, Anna Hill said.")
def _is_no_place(written: Written) -> bool:
    """Somebody's title, a day, or a small word that opens a sentence."""
    place = written.match["place"].replace(",", "")
    low = [word.strip(".") for word in place.casefold().split()]
    is_titled = any(word in capitals.TITLES or is_calling(word) for word in low)
    return is_titled or low[0] in SMALL_WORDS or bool(_days_of(place.title(), "en"))


def _opening(block: Block, written: Written, edtf: str | None) -> Opening:
    match, group = written.match, written.group
    end = max(match.end(name) for name in ("place", "date", "country", group or "place") if match[name])
    end += match.string[end : end + 1] in CLOSING  # with the sign that closes the agency's name
    day = as_day(written.dates[0].edtf) if written.dates and any(letter.isdigit() for letter in written.words) else None
    return Opening(
        DatelineFound(_place(match["place"], match["place"].isupper()), edtf, block.start, block.start + end),
        _outlet(block, written.agency) if written.agency and not is_other_body(written.outlet) else None,
        block.start + match.end(),
        (day.month, day.day) if day else None,
    )


def _place(words: str, is_loud: bool) -> str:
    """A loud name as it is usually written, its state as it stands: "Ardo, N.Y."."""
    town, comma, state = words.partition(",")
    return (town.title().rstrip(".") if is_loud else town) + comma + state


def _outlet(block: Block, agency: Span) -> NameFound:
    start, end = agency
    return NameFound(block.text[start:end], block.start + start, block.start + end)


def _agency_alone(block: Block) -> Opening | None:
    match = AGENCY_ALONE.match(block.text[:REACH])
    if match is None or not is_outlet(match["bracketed"]):
        return None
    return Opening(None, _outlet(block, match.span("bracketed")), block.start + match.end(), None)
