"""Reads what an editor types in a date field: "May 2019", "late 2021", "17.05.2023", "yesterday", or EDTF itself."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from archive.edtf import EdtfError, parse
from archive.extraction.dates.civil import full_year
from archive.extraction.dates.finder import find_dates
from archive.extraction.dates.foreign import foreign_day
from archive.extraction.dates.ranges import first_year, last_year
from archive.extraction.types import DateFound

LONGEST = 60
LANGUAGES = ["en", "ru", "be", "uk"]
SETTINGS = {
    "DATE_ORDER": "DMY",
    "PREFER_LOCALE_DATE_ORDER": False,
    "PREFER_DAY_OF_MONTH": "first",
    "PREFER_MONTH_OF_YEAR": "first",
    "PREFER_DATES_FROM": "current_period",
    "RETURN_TIME_AS_PERIOD": True,
    "NORMALIZE": True,
}
# What people type around a date without changing it.
BESIDE_A_DATE = frozenset("in on the of at from between в у ў на с з г. года году року".split())
# A short year: day and month may be exchanged. In texts such digits mean much else, so only what is typed is read so.
SHORT_YEAR = re.compile(r"(\d{1,2})([/ -])(\d{1,2})\2['’]?(\d\d)")
# Two numbers may be a day and a month, or a month and a year: dateparser would choose one.
TWO_NUMBERS = re.compile(r"\d{1,2}\W+\d{1,2}")
PARTS = {"day": 10, "time": 10, "month": 7, "year": 4}
EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class DateReading:
    """How a typed date was read. `edtf` is None where it can't be read, or where `readings` holds several; `rule` says why, in words."""

    edtf: str | None
    rule: str
    readings: tuple[str, ...] = ()


def read_date(text: str, *, reference: datetime.date | None = None) -> DateReading:
    """The date that the text gives; relative ones ("yesterday", "Monday") count from the reference."""
    typed = " ".join(unicodedata.normalize("NFC", text).split())
    if not typed or len(typed) > LONGEST:
        return DateReading(None, "not a date")
    return (
        _edtf(typed)
        or _by_grammar(typed, reference)
        or _short_year(typed, reference)
        or _foreign(typed)
        or _by_dateparser(typed, reference)
        or DateReading(None, _refusal(reference))
    )


def _refusal(reference: datetime.date | None) -> str:
    return "not read as a date" + ("" if reference else "; a day such as “Monday” or “yesterday” needs the date of the document")


def _edtf(typed: str) -> DateReading | None:
    try:
        return DateReading(parse(typed).text, "written as a date")
    except EdtfError:
        return None


def _by_grammar(typed: str, reference: datetime.date | None) -> DateReading | None:
    languages = ("ru", "be", "uk") if any("а" <= c <= "ї" for c in typed.casefold()) else ("en",)
    for language in languages:
        for lead in ("", "in " if language == "en" else "в "):
            found = _one_range(find_dates(lead + typed, language=language, reference=reference), lead + typed)
            if len(found) == 1 and _covers(found[0], lead + typed, len(lead)):
                return _reading(found[0], language, reference)
    return None


def _short_year(typed: str, reference: datetime.date | None) -> DateReading | None:
    """ "7/8/24": as many readings as "7/8/2024" has."""
    match = SHORT_YEAR.fullmatch(typed)
    return _by_grammar(f"{match[1]}/{match[3]}/{full_year(int(match[4]), reference)}", reference) if match else None


def _one_range(found: list[DateFound], text: str) -> list[DateFound]:
    """The two ends of "from 2014 to 2021" are told one by one; the second may have the range for its value."""
    if len(found) != 2 or not found[0].rule.endswith(", beginning"):
        return found
    first, second = found
    range_ = replace(second, start=first.start, text=text[first.start : second.end])
    if "/" in (second.edtf or "") or not (first.edtf and second.edtf):
        return [range_]
    rule = f"from {first.rule.removesuffix(', beginning')} to {second.rule.removesuffix(', end')}"
    return [replace(range_, edtf=f"{first_year(first.edtf)}/{last_year(second.edtf)}", rule=rule)]


def _covers(found: DateFound, text: str, lead: int) -> bool:
    """The expression is the whole of what was typed, but for words such as "in" and "on"."""
    rest = (text[: found.start][lead:] if found.start >= lead else "") + text[found.end :]
    return not [word for word in rest.casefold().strip(" .,").split() if word not in BESIDE_A_DATE]


def _reading(found: DateFound, language: str, reference: datetime.date | None) -> DateReading:
    if found.edtf is None:
        return DateReading(None, "the day and the month can be exchanged", found.readings)
    resolved = reference and not find_dates(found.text, language=language, reference=None)
    beside = f", counted from {reference.day} {reference:%B %Y}" if reference and resolved else ""
    return DateReading(found.edtf, f"read as {found.rule}{beside}")


def _foreign(typed: str) -> DateReading | None:
    found = foreign_day(typed)
    return (
        DateReading(found[2], "read as a day with a month of another language")
        if found and (found[0], found[1]) == (0, len(typed))
        else None
    )


def _by_dateparser(typed: str, reference: datetime.date | None) -> DateReading | None:
    """Other spellings, only where a digit stands in them and it is more than two numbers; as precise as what was typed."""
    if not any(c.isdigit() for c in typed) or TWO_NUMBERS.fullmatch(typed):
        return None
    found = _parser().get_date_data(typed)
    length = PARTS.get(found.period)
    latest = (reference.year if reference else 2100) + 1
    if found.date_obj is None or length is None or not EARLIEST <= found.date_obj.year <= latest:
        return None
    return DateReading(found.date_obj.date().isoformat()[:length], f"read as a {found.period.replace('time', 'day')}")


@lru_cache(maxsize=1)
def _parser() -> Any:
    from dateparser.date import DateDataParser  # noqa: PLC0415 half a second, and only for rare spellings

    return DateDataParser(languages=LANGUAGES, settings=SETTINGS)
