"""The marks of a line of time: a claim that was said a thousand times has as many. What is filled in are figures of ours."""

from functools import lru_cache

from django.utils.safestring import SafeString

from timeline.charts import Point, Row, Strip

MOST_KEPT = 100  # rows of years, of some 2 kB each

YEAR = '<line class="axis" x1="%s" x2="%s" y1="2" y2="20"/>'
BAR = '<rect class="bar %s" x="%s" width="%s" y="6" height="10" rx="5"/>'
DOT = '<circle class="dot" cx="%s" cy="11" r="5"/>'
CROSS = '<svg x="%s" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>'
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
