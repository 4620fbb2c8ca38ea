"""The marks of a line of time: a claim that was said a thousand times has as many."""

from django.utils.safestring import SafeString

from timeline.charts import Point, Row, Strip
from timeline.printing.markup import joined, part

YEAR = part('<line class="axis" x1="%s" x2="%s" y1="2" y2="20"/>')
BAR = part('<rect class="bar %s" x="%s" width="%s" y="6" height="10" rx="5"/>')
DOT = part('<circle class="dot" cx="%s" cy="11" r="5"/>')
CROSS = part('<svg x="%s" y="11" overflow="visible"><path class="cross" d="M-5-5 5 5M-5 5 5-5"/></svg>')
ASIDE = part('<circle class="aside" cx="%s" cy="11" r="4"/>')


def years(strip: Strip) -> SafeString:
    """Where years begin."""
    return joined([YEAR(x, x) for x in strip.lines])


def marks(row: Row) -> SafeString:
    return joined([_mark(one) for one in row.marks])


def _mark(one: Point) -> SafeString:
    if one.width:
        return BAR(one.kind, one.left, one.width)
    return {"said": DOT, "denied": CROSS}.get(one.kind, ASIDE)(one.x)
