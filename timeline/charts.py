"""Charts as plain numbers, for templates that draw them as SVG. Places are per cent of the width, so that a chart fits any page.

They are strings with a point in them, in whatever language the page is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.enums import Likeness, Stance
from archive.models.source_note import taken_back

HEIGHT = 56  # of a histogram, in pixels
MOST_MARKS = 1500  # of one claim; what comes later is not drawn
MOST_SPEAKERS = 12
MOST_YEAR_LINES = 40


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    url: str
    x: str
    width: str
    y: int
    height: int


@dataclass(frozen=True)
class Histogram:
    bars: list[Bar]
    most: int

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def first(self) -> str:
        return self.bars[0].label

    @property
    def last(self) -> str:
        return self.bars[-1].label


def histogram(rows: Sequence[tuple[str, int, str]]) -> Histogram:
    """One bar for each (label, count, address). What is not nothing is at least two pixels high."""
    most = max((count for _label, count, _url in rows), default=0)
    step = 100 / max(len(rows), 1)
    bars = []
    for place, (label, count, url) in enumerate(rows):
        height = max(2, round(HEIGHT * count / most)) if count else 0
        bars.append(Bar(label, count, url, f"{place * step:.2f}%", f"{step * 0.8:.2f}%", HEIGHT - height, height))
    return Histogram(bars, most)


@dataclass(frozen=True)
class Point:
    """One occurrence: a dot where it lies, or a bar as wide as its date is coarse. `kind` is said, aside or denied."""

    kind: str
    x: str
    left: str = ""
    width: str = ""


@dataclass
class Row:
    name: str
    url: str
    marks: list[Point] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"said": 0, "aside": 0, "denied": 0})

    @property
    def title(self) -> str:
        """What the line shows, for who cannot see it."""
        said, aside, denied = self.counts.values()
        parts = [
            ngettext("said in %(count)s report", "said in %(count)s reports", said) % {"count": said} if said else "",
            _("varied, relayed or retracted in %(count)s") % {"count": aside} if aside else "",
            _("denied in %(count)s") % {"count": denied} if denied else "",
        ]
        return f"{self.name or _('All speakers')}: {', '.join(filter(None, parts))}"


@dataclass(frozen=True)
class Strip:
    """Dots on a line of time, a line for each speaker. `lines` are the places where years begin."""

    rows: list[Row]
    first: int
    last: int
    lines: list[str]
    left_out: int = 0


@dataclass(frozen=True)
class Said:
    """What a strip needs of one occurrence and one of its speakers."""

    earliest: date
    latest: date
    kind: str
    name: str = ""
    url: str = ""


def strip(said: Iterable[Said]) -> Strip | None:
    """A line for each name, those with the most dots first; None where nothing is dated."""
    said = list(said)
    if not said:
        return None
    first, last = min(one.earliest.year for one in said), max(one.latest.year for one in said)
    scale = _Scale(first, last)
    rows: dict[tuple[str, str], Row] = {}
    for one in said:
        row = rows.setdefault((one.name, one.url), Row(one.name, one.url))
        row.marks.append(scale.mark(one))
        row.counts[one.kind] += 1
    ranked = sorted(rows.values(), key=lambda row: -len(row.marks))
    years = range(first, last + 2) if last - first < MOST_YEAR_LINES else ()
    lines = [scale.place(date(year, 1, 1)) for year in years if year <= date.max.year]
    return Strip(ranked[:MOST_SPEAKERS], first, last, lines, len(ranked[MOST_SPEAKERS:]))


class _Scale:
    def __init__(self, first: int, last: int) -> None:
        self.start = date(first, 1, 1).toordinal()
        self.days = max(date(last, 12, 31).toordinal() + 1 - self.start, 1)

    def place(self, day: date) -> str:
        return self._per_cent(day.toordinal() - self.start)

    def mark(self, one: Said) -> Point:
        days = (one.latest - one.earliest).days + 1
        middle = one.earliest.toordinal() + (days - 1) / 2 - self.start
        if days < 28:
            return Point(one.kind, self._per_cent(middle))
        return Point(one.kind, self._per_cent(middle), self.place(one.earliest), self._per_cent(days))

    def _per_cent(self, days: float) -> str:
        return f"{100 * days / self.days:.2f}%"


def kind_of(stance: str, likeness: str, is_retracted: bool = False) -> str:
    """How a strip draws an occurrence."""
    if is_retracted:
        return "aside"
    if stance == Stance.DENIES:
        return "denied"
    return "said" if stance == Stance.ASSERTS and likeness in Likeness.sayings() else "aside"


def dated(occurrences: QuerySet) -> QuerySet:
    """As many dated occurrences as a strip draws, from the first on, each with whether its report was retracted."""
    return (
        occurrences.annotate(is_retracted=Q(statement__document__in=taken_back()))
        .exclude(statement__said_earliest=None)
        .order_by("said_sort", "id")[:MOST_MARKS]
    )
