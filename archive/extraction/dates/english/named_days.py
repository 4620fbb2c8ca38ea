"""Days that a text names by what happened then: rows of data, each with the name of its rule, the words, a piece of them, and the day.

They come before the rules that would read the same words as a day of some year.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from archive.extraction.dates.core import DateGrammar, Meaning, S, Setting, single

GRAMMAR = DateGrammar()
NAMED_DAYS = (
    (
        "the attacks of 2001, by their day",
        rf"\b(?P<date>(?:[Tt]he{S})?(?:Sept(?:\.|ember)?{S}11|11{S}September)),?{S}(?:\w{{3,12}}{S})?(?:attacks|hijack|terror)",
        "11", "2001-09-11",
    ),
    ("the attacks of 2001", r"\b(?:the|since|after|before|post)[\s-](?P<date>9/11)(?![\d/]|[.,]\d)", "9/11", "2001-09-11"),
    (
        "the bombings of 2005",
        rf"\b(?:the|since|after|before|post)[\s-](?P<date>7/7){S}(?:bomb\w*|attacks?)\b", "7/7", "2005-07-07",
    ),
    (
        "the riot of 2021",
        rf"\b(?P<date>(?:[Tt]he{S})?(?:Jan(?:\.|uary)?{S}6|6{S}January)),?{S}(?:attack|riot){S}(?:at|on){S}the{S}(?:U\.?S\.?{S})?Capitol",
        "Capitol", "2021-01-06",
    ),
)  # fmt: skip


def _named(day: str) -> Callable[[re.Match[str], Setting], Meaning | None]:
    return lambda match, setting: single("day", day)


for _name, _words, _piece, _day in NAMED_DAYS:
    GRAMMAR.rule(_name, _words, needs=_piece)(_named(_day))
