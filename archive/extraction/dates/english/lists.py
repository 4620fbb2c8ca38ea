"""English days of one month that are listed: "5, 6 and 7 March", "March 3, 10 and 17, 2016", "29/30 May"."""

from __future__ import annotations

import re

from archive.extraction.dates.core import YEAR, DateGrammar, Meaning, Place, S, Setting
from archive.extraction.dates.english.direction import governed
from archive.extraction.dates.english.terms import AND, FREE, MONTH, NUMBER_OF_DAY, month_of
from archive.extraction.dates.lists import days_listed

GRAMMAR = DateGrammar()
BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?$")
LIST = rf"(?P<days>{NUMBER_OF_DAY}(?:(?:,{S}{NUMBER_OF_DAY}){{1,6}}{AND}{NUMBER_OF_DAY}|{AND}{NUMBER_OF_DAY}|/{NUMBER_OF_DAY}))"


@GRAMMAR.several("days of a month, listed", rf"{FREE}{LIST}(?:{S}of)?{S}{MONTH}(?:,?{S}(?P<y>{YEAR})\b|(?!\w))")
@GRAMMAR.several(
    "days of a month, listed, month first",
    rf"(?<!\w){MONTH}{S}{LIST}(?:,?{S}(?P<y>{YEAR})\b|(?=[.;:)\]”\"]|,{S}[a-z]|{S}(?:in|at|and|to|for|with|by)\b|\s*$))",
)
def _listed(match: re.Match[str], setting: Setting) -> list[tuple[Place, Meaning]]:
    return days_listed(match, month_of(match["m"]), setting, BETWEEN, sure=governed(setting.text, match.start()))
