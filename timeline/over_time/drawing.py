"""What was stated over time as plain numbers, for a template that draws it: across the day of saying, upwards what was stated.

Across in per cent of the width, as all charts; upwards in pixels. What is known to the day is a dot, and what is coarser is as long as it
may reach.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.charts import Scale
from timeline.over_time.stated import DATE, NUMBER, SHARE, Stated
from timeline.record.reports_of_claims import Report

HEIGHT, EDGE, SIZE = 170, 14, 10  # pixels: of the chart, above and below what is drawn, of a dot
LEAST_APART = 15  # pixels from one label to the next
FEWEST_VALUES = 2
MOST_TOLD = 12  # in the name of a drawing; its table has all
DAYS_OF_A_MONTH = 28  # what is coarser is no dot
NAMES: dict[str, str | Promise] = {
    DATE: gettext_lazy("Which date was named"),
    NUMBER: gettext_lazy("Which number was named"),
    SHARE: gettext_lazy("Which share was named"),
}


class Said(NamedTuple):
    """A report, and what its words state."""

    report: Report
    stated: Stated


class Label(NamedTuple):
    y: int
    text: str


class Mark(NamedTuple):
    """A dot, or a pill: from `left` as wide as the day of saying is coarse (nothing where it is a day), from `top` as high as what was
    stated is."""

    x: str
    left: str
    width: str
    top: int
    height: int


@dataclass(frozen=True)
class Chart:
    kind: str
    rows: list[Said]
    marks: list[Mark]
    labels: list[Label]
    years: list[str]
    first: int
    last: int

    @property
    def name(self) -> str:
        return str(NAMES[self.kind])

    @property
    def title(self) -> str:
        """What is drawn, for who cannot see it."""
        told = [_("%(day)s: %(stated)s") % {"day": one.report.said_in_words, "stated": one.stated.text} for one in self.rows[:MOST_TOLD]]
        others = len(self.rows) - len(told)
        told += [ngettext("%(number)s more in the table", "%(number)s more in the table", others) % {"number": others}] if others else []
        return f"{self.name}. {'; '.join(told)}"


def charts_of(reports: Iterable[Report], stated: Iterable[tuple[Stated, ...]]) -> list[Chart]:
    """A chart for each kind of which at least two values were stated; each value once a saying, and the undated nowhere."""
    firsts: dict[tuple[int, str, float, float], Said] = {}
    for report, values in zip(reports, stated, strict=True):
        for one in values if report.said and report.said.date.latest else ():
            firsts.setdefault((report.placed.saying, one.kind, one.least, one.most), Said(report, one))
    of_kinds = [[one for one in firsts.values() if one.stated.kind == kind] for kind in NAMES]
    return [_chart(rows) for rows in of_kinds if len({(one.stated.least, one.stated.most) for one in rows}) >= FEWEST_VALUES]


def _chart(rows: list[Said]) -> Chart:
    days = [one.report.said.date for one in rows if one.report.said]
    across = Scale.over([(day.earliest, day.latest or day.earliest) for day in days])
    upwards = _Upwards(min(one.stated.least for one in rows), max(one.stated.most for one in rows))
    marks = [_mark(one, across, upwards) for one in rows]
    return Chart(rows[0].stated.kind, rows, marks, _labels(rows, upwards), across.years(), across.first, across.last)


class _Upwards(NamedTuple):
    least: float
    most: float

    def y(self, value: float) -> int:
        share = (value - self.least) / (self.most - self.least) if self.most > self.least else 0.5
        return round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))


def _mark(one: Said, across: Scale, upwards: _Upwards) -> Mark:
    day = one.report.said.date if one.report.said else None
    point = across.point("said", day.earliest, day.latest or day.earliest) if day else None
    top, bottom = upwards.y(one.stated.most), upwards.y(one.stated.least)
    height = max(bottom - top, SIZE)
    middle = (top + bottom) // 2
    return Mark(point.x if point else "", point.left if point else "", point.width if point else "", middle - height // 2, height)


def _labels(rows: list[Said], upwards: _Upwards) -> list[Label]:
    """What was stated, beside where it is drawn, as far as there is room; the first and the last always."""
    texts = {(one.stated.least + one.stated.most) / 2: one.stated.short for one in reversed(rows)}
    wanted = [Label(upwards.y(value), texts[value]) for value in sorted(texts)]
    shown = [wanted[-1]]
    for label in wanted[:-1]:
        if all(abs(label.y - other.y) >= LEAST_APART for other in shown):
            shown.append(label)
    return sorted(shown, reverse=True)
