"""Days that a text names by what happened then: rows of data, each with the name of its rule, the words, a piece of them, and the day.

They come before the rules that would read the same words as a day of some year. A row is silent in a text that is older than its day. One
that gives the day as any day is given ("the September 11 attacks") is so soon after that day of another year too, when it may tell of news.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from archive.extraction.dates.core import DateGrammar, Meaning, S, Setting, single

GRAMMAR = DateGrammar()
NEWS = 60  # days
BESIDE = r"\b(?:the|since|after|before|post)[\s-]"
BY_THEIR_NAME = (
    ("the attacks of 2001", rf"{BESIDE}(?P<date>9/11)(?![\d/]|[.,]\d)", "9/11", datetime.date(2001, 9, 11)),
    ("the bombings of 2005", rf"{BESIDE}(?P<date>7/7){S}(?:bombings|attacks)\b", "7/7", datetime.date(2005, 7, 7)),
)
BY_THEIR_DAY = (
    (
        "the attacks of 2001, by their day",
        rf"\b(?P<date>[Tt]he{S}(?:Sept(?:\.|ember)?{S}11|11{S}September))(?:{S}(?:terror|terrorist))?{S}(?:attacks|hijackings)\b",
        "11",
        datetime.date(2001, 9, 11),
    ),
    (
        "the riot of 2021",
        rf"\b(?P<date>[Tt]he{S}(?:Jan(?:\.|uary)?{S}6|6{S}January)){S}(?:attack|riot){S}(?:at|on){S}the{S}(?:U\.?S\.?{S})?Capitol\b",
        "Capitol",
        datetime.date(2021, 1, 6),
    ),
)


def _named(day: datetime.date, silent: int) -> Callable[[re.Match[str], Setting], Meaning | None]:
    """Reads the day; `silent` are the days after it, of any other year, in which the words may be news."""

    def read(match: re.Match[str], setting: Setting) -> Meaning | None:
        told = setting.reference
        if told and (told < day or (told.year > day.year and 0 <= (told - day.replace(year=told.year)).days < silent)):
            return None
        return single("day", day.isoformat())

    return read


for _rows, _silent in ((BY_THEIR_NAME, 0), (BY_THEIR_DAY, NEWS)):
    for _name, _words, _piece, _day in _rows:
        GRAMMAR.rule(_name, _words, needs=_piece)(_named(_day, _silent))
