"""The marks of a line of time: a claim that was said a thousand times has as many, of which those that touch are one to the eye; and the
same as the rows of a table, none of which is left out. What is filled in are figures of ours, and in the table the names of those who
spoke.
"""

from functools import lru_cache

from django.utils.safestring import SafeString

from timeline.charts import Point, Row, Strip
from timeline.printing.markup import joined, part
from timeline.printing.tongues import named

MOST_KEPT = 100  # rows of years, of some 2 kB each
NEAR, NEAR_ALONE = 0.8, 2.0  # per cent of the width, at which marks touch; a line without a name stands in a narrow column

YEAR = '<line class="axis" x1="%s" x2="%s" y1="2" y2="20"/>'
BAR = '<rect class="bar %s" x="%s" width="%s" y="6" height="10" rx="5"/>'
DOT = '<circle class="dot" cx="{0:.1f}%" cy="11" r="5"/>'
DOTS = '<line class="dots" x1="{0:.1f}%" x2="{1:.1f}%" y1="11" y2="11"/>'
ASIDE = '<circle class="aside" cx="{0:.1f}%" cy="11" r="4"/>'
CROSS = '<svg x="{0:.1f}%" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
# What ends of itself in HTML is not ended here: a claim has some hundred rows.
FIRST_ROW = part('<tbody><tr><th scope="rowgroup" rowspan="%s">%s<th scope="row">%s%s\n')
TABLE_ROW = part('<tr><th scope="row">%s%s\n')
CELL = part("<td>%s")
KINDS = ("said", "aside", "denied")


def years(strip: Strip) -> SafeString:
    """Where years begin: the same in each line."""
    return _years(tuple(strip.lines))


@lru_cache(maxsize=MOST_KEPT)
def _years(places: tuple[str, ...]) -> SafeString:
    return SafeString("".join([YEAR % (x, x) for x in places]))


def marks(row: Row) -> SafeString:
    """What is coarse lies beneath, what is denied above all."""
    bars = dict.fromkeys((one.kind, one.left, one.width) for one in row.marks if one.width)
    aside, said, denied = ([_place(one) for one in row.marks if one.kind == kind and not one.width] for kind in ("aside", "said", "denied"))
    near = NEAR if row.name else NEAR_ALONE
    dots = [(DOTS if last > first else DOT).format(first, last) for first, last in _runs(said, near)]
    others = [ASIDE.format(first) for first in _apart(aside, near)], [CROSS.format(first) for first in _apart(denied, near)]
    return SafeString("".join([*(BAR % one for one in bars), *others[0], *dots, *others[1]]))


def _place(one: Point) -> float:
    return float(one.x.rstrip("%"))


def _runs(places: list[float], near: float) -> list[tuple[float, float]]:
    """From where to where one dot touches the next."""
    found: list[tuple[float, float]] = []
    for place in sorted(places):
        if found and place - found[-1][1] < near:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found


def _apart(places: list[float], near: float) -> list[float]:
    """Of places that are one to the eye, the first."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] >= near:
            found.append(place)
    return found


def rows(strip: Strip) -> SafeString:
    """Who has how many marks in which year; without names where one line is of all."""
    return joined([_rows(one) for one in strip.rows])


def _rows(row: Row) -> SafeString:
    told = [(years, joined([CELL(counts[kind] or "") for kind in KINDS])) for years, counts in row.table.items()]
    if not row.name or not told:
        return joined([TABLE_ROW(*one) for one in told])
    first, *others = told
    return joined([FIRST_ROW(len(told), named(row.name), *first), *(TABLE_ROW(*one) for one in others)])
