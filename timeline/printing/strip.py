"""The marks of a line of time: a claim that was said a thousand times has as many; and the same as the rows of a table. What is filled in
are figures of ours, and in the table the names of those who spoke."""

from collections import Counter
from functools import lru_cache

from django.utils.safestring import SafeString

from timeline.charts import Point, Row, Strip
from timeline.printing.markup import joined, part
from timeline.printing.tongues import named

MOST_KEPT = 100  # rows of years, of some 2 kB each

YEAR = '<line class="axis" x1="%s" x2="%s" y1="2" y2="20"/>'
BAR = '<rect class="bar %s" x="%s" width="%s" y="6" height="10" rx="5"/>'
DOT = '<circle class="dot" cx="%s" cy="11" r="5"/>'
CROSS = '<svg x="%s" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
TABLE_ROW = part('<tr><th scope="row">%s</th>%s</tr>')
NAMED_ROW = part('<tr><th scope="row">%s</th><td>%s</td>%s</tr>')
CELL = part('<td class="n">%s</td>')
KINDS = ("said", "aside", "denied")
ASIDE = '<circle class="aside" cx="%s" cy="11" r="4"/>'


def years(strip: Strip) -> SafeString:
    """Where years begin: the same in each line."""
    return _years(tuple(strip.lines))


@lru_cache(maxsize=MOST_KEPT)
def _years(places: tuple[str, ...]) -> SafeString:
    return SafeString("".join([YEAR % (x, x) for x in places]))


def marks(row: Row) -> SafeString:
    return SafeString("".join([_mark(one) for one in row.marks]))


def _mark(one: Point) -> str:
    if one.width:
        return BAR % (one.kind, one.left, one.width)
    return MARKS.get(one.kind, ASIDE) % one.x


MARKS = {"said": DOT, "denied": CROSS}


def rows(strip: Strip) -> SafeString:
    """Who has how many marks in which year; without names where one line is of all."""
    return joined([_row(one, years, counts) for one in strip.rows for years, counts in one.table.items()])


def _row(row: Row, years: str, counts: Counter[str]) -> SafeString:
    cells = joined([CELL(counts[kind] or "") for kind in KINDS])
    return NAMED_ROW(named(row.name), years, cells) if row.name else TABLE_ROW(years, cells)
