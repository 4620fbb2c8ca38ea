"""Charts as plain numbers, for templates that draw them as SVG. Places are per cent of the width, so that a chart fits any page.

They are strings with a point in them, in whatever language the page is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from archive.enums import CountedAs
from timeline.occasions import occasions

HEIGHT = 56  # of a histogram, in pixels
MOST_MARKS = 1500  # of one claim; what comes later is not drawn
MOST_SPEAKERS = 8
MOST_YEAR_LINES = 40
DRAWN_AS: dict[str, str] = {CountedAs.SAYINGS: "said", CountedAs.DENIALS: "denied"}  # all else stands aside


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


class Point(NamedTuple):
    """One occasion: a dot where it lies, or a bar as wide as its date is coarse. `kind` is said, aside or denied; `years`: of which one or
    ones, as a table tells it."""

    kind: str
    x: str
    left: str = ""
    width: str = ""
    years: str = ""


@dataclass
class Row:
    """A line of a strip. `counts`: on how many occasions, as each figure; of the undated too, which have no mark."""

    name: str
    url: str
    marks: list[Point] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def title(self) -> str:
        """What the line shows, for who cannot see it."""
        told = [occasions(figure, self.counts[figure]) for figure in CountedAs if self.counts[figure]]
        undated = self.counts.total() - len(self.marks)
        told += [_("%(number)s of these without a date") % {"number": undated}] if undated else []
        return f"{self.name or _('All speakers')}: {', '.join(told)}"

    @property
    def table(self) -> dict[str, Counter[str]]:
        """How many marks of each kind a year has, or several years that one mark may be of."""
        found: dict[str, Counter[str]] = {}
        for mark in self.marks:
            found.setdefault(mark.years, Counter())[mark.kind] += 1
        return found


@dataclass(frozen=True)
class Strip:
    """Dots on a line of time, a line for each speaker. `lines` are the places where years begin; `left_out`: speakers without a line;
    `is_cut`: later reports are not drawn."""

    rows: list[Row]
    first: int
    last: int
    lines: list[str]
    left_out: int = 0
    is_cut: bool = False


Line = int | str  # of whom a line is: the number of a speaker, or how its source is called
Names = Callable[[list[Line]], list[tuple[str, str]]]  # the name and the address of each


class Said(NamedTuple):
    """What a strip needs of one occurrence and one of its speakers; those of one `figure` and `saying` are one dot.

    Its first and last day may be told in any way that is in the order of days, and from which a Calendar makes them.
    """

    earliest: Any
    latest: Any
    figure: str
    saying: int
    line: Line = ""


class Calendar(NamedTuple):
    """The first and the last day of what was said, of the few that are drawn. Without one they are days already."""

    earliest: Callable[[Any], date] = lambda day: day
    latest: Callable[[Any], date] = lambda day: day


DAYS = Calendar()


def strip(
    said: Iterable[Said], *, beside: Iterable[Said] = (), is_cut: bool = False, names_of: Names | None = None, calendar: Calendar = DAYS
) -> Strip | None:
    """A line for each of those who spoke, those with the most dots first; None where nothing is dated. They come in the order of their
    trail. Without `names_of` a line is called as it is. What stands `beside` is not drawn, but the years reach over it too."""
    lines: dict[Line, dict[tuple[str, int], Said]] = {}
    for one in said:
        lines.setdefault(one.line, {}).setdefault((one.figure, one.saying), one)
    dated = {line: [one for one in firsts.values() if one.latest] for line, firsts in lines.items()}
    scale = _scale_of([*chain(*dated.values()), *(one for one in beside if one.latest)], calendar)
    if scale is None:
        return None
    drawn = sorted(lines, key=lambda line: -len(dated[line]))[:MOST_SPEAKERS]
    names = names_of(drawn) if names_of else [(str(line), "") for line in drawn]
    rows = [
        Row(*called, scale.marks(dated[line]), Counter([figure for figure, _saying in lines[line]]))
        for line, called in zip(drawn, names, strict=True)
    ]
    return Strip(rows, scale.first, scale.last, scale.years(), len(lines) - len(rows), is_cut)


def _scale_of(dated: list[Said], calendar: Calendar) -> "Scale | None":
    return Scale(min([one.earliest for one in dated]), max([one.latest for one in dated]), calendar) if dated else None


class Scale:
    """Where days lie on a line of whole years."""

    def __init__(self, earliest: Any, latest: Any, calendar: Calendar) -> None:
        self.calendar = calendar
        self.first, self.last = calendar.earliest(earliest).year, calendar.latest(latest).year
        self.start = date(self.first, 1, 1).toordinal()
        self.days = max(date(self.last, 12, 31).toordinal() + 1 - self.start, 1)

    @classmethod
    def over(cls, spans: Sequence[tuple[date, date]]) -> "Scale":
        """All of these spans of days."""
        return cls(min(first for first, _last in spans), max(last for _first, last in spans), DAYS)

    def years(self) -> list[str]:
        """Where years begin, if they are not too many."""
        years = range(self.first, self.last + 2) if self.last - self.first < MOST_YEAR_LINES else ()
        return [self.place(date(year, 1, 1)) for year in years if year <= date.max.year]

    def place(self, day: date) -> str:
        return self._per_cent(day.toordinal() - self.start)

    def marks(self, dated: Iterable[Said]) -> list[Point]:
        earliest, latest = self.calendar
        return [self.point(_drawn_as(one.figure), earliest(one.earliest), latest(one.latest)) for one in dated]

    def point(self, kind: str, earliest: date, latest: date) -> Point:
        days = (latest - earliest).days + 1
        middle = earliest.toordinal() + (days - 1) / 2 - self.start
        years = str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
        if days < 28:
            return Point(kind, self._per_cent(middle), years=years)
        return Point(kind, self._per_cent(middle), self.place(earliest), self._per_cent(days), years)

    def _per_cent(self, days: float) -> str:
        return f"{100 * days / self.days:.2f}%"


def _drawn_as(figure: str) -> str:
    return DRAWN_AS.get(figure, "aside")


def drawn(occurrences: QuerySet) -> QuerySet:
    """As many occurrences as a strip draws, from the first on, with the figure and the saying of each."""
    return occurrences.counted().order_by("said_sort", "id")[:MOST_MARKS]
