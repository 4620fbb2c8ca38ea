"""Whether a bare year is a date: beside a word that asks for one it is, before what it could count it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.extraction.dates.core import Core
from archive.extraction.dates.surroundings import HEAD, Surroundings
from archive.extraction.text.rules import Rules


@dataclass(frozen=True, slots=True)
class BareYear:
    """A core that is a date only in company, with the `relation` and the words before it, and what its language says of both sides."""

    text: str
    core: Core
    relation: str | None
    before: str
    words: Surroundings
    company: re.Match[str] | None
    counted: re.Match[str] | None

    @property
    def is_round(self) -> bool:
        """1900 and 2000 are numbers as often as years."""
        return self.core.value.edtf[0].endswith("00")


def bare_year(text: str, core: Core, relation: str | None, before: str, words: Surroundings) -> BareYear:
    return BareYear(text, core, relation, before, words, words.company.search(before), words.after.match(text, core.end))


IN_COMPANY = Rules[[BareYear], bool]("is a bare year a date", otherwise=False)


@IN_COMPANY.when("no year that is told", False, "Прошёл год, сказал мэр Виктор Орлов.")
def _is_no_year(year: BareYear) -> bool:
    return year.core.value.kind != "year" or not year.core.value.stated


@IN_COMPANY.when("named behind it", True, "The team lost the 2019 World Cup, the coach said.")
def _is_named_behind(year: BareYear) -> bool:
    return bool(year.words.named_by.match(year.text, year.core.end))


@IN_COMPANY.when("opens its sentence", True, "The harbour closed. 2019 brought rain to the town.")
def _opens_sentence(year: BareYear) -> bool:
    return bool(year.words.leads.match(year.text, year.core.end) and HEAD.search(year.before)) and not year.is_round


@IN_COMPANY.when("no word asks for a date", False, "The council counted 2019 votes.")
def _is_unasked(year: BareYear) -> bool:
    return not year.company and not year.relation


@IN_COMPANY.rule("behind an article", "She showed his 1995 photograph to the council.")
def _behind_article(year: BareYear) -> bool | None:
    if not (year.company and year.company["own"]):
        return None
    counts = year.counted and (year.counted["unit"] or year.words.people.match(year.text, year.core.end))
    return not year.is_round and not counts


@IN_COMPANY.when("before a noun, and behind no word that is sure", False, "The fund grew to 2015 big accounts.")
def _is_number_of_things(year: BareYear) -> bool:
    doubtful = year.company is not None and not year.company["sure"] and not year.company["named"]
    return doubtful and bool(year.words.noun.match(year.text, year.core.end))


@IN_COMPANY.rule("counts nothing", "The bridge was opened in 1994, the mayor said.")
def _counts_nothing(year: BareYear) -> bool | None:
    if year.counted:
        return None
    return year.relation != "around" or not year.is_round or bool(year.company)


@IN_COMPANY.when("behind a word that is sure, before no unit", True, "In 1994 ministers met in the north.")
def _is_surely_a_date(year: BareYear) -> bool:
    return bool(year.company and year.company["sure"]) and not (year.counted and year.counted["unit"])
