"""A year, a month or a day of the chronology: its bounds, its name, and the neighbours that hold statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.http import Http404
from django.urls import reverse

from archive import edtf
from archive.entries.asking import asked
from archive.enums import TallyScope
from archive.models import Tally
from timeline.lists.known import tallied_spans
from timeline.lists.paging import NEWEST_FIRST, OLDEST_FIRST
from timeline.lists.walks import DATED, DAY, Walk, sort_of

YEARS = "SELECT key, statements FROM archive_tally WHERE scope = 'year' AND statements > 0 AND key <> 'undated'"
MONTHS = "SELECT key, statements FROM archive_tally WHERE scope = 'month' AND key"


@dataclass(frozen=True)
class Period:
    """`parts` are the parts of its address, such as ("2023", "05")."""

    parts: tuple[str, ...]

    @property
    def date(self) -> edtf.Edtf:
        return edtf.parse("-".join(self.parts))

    @property
    def words(self) -> str:
        return self.date.words

    @property
    def is_day(self) -> bool:
        return len(self.parts) == 3

    @property
    def url(self) -> str:
        return reverse(("year", "month", "day")[len(self.parts) - 1], args=self.parts)

    @property
    def parents(self) -> list["Period"]:
        return [Period(self.parts[:length]) for length in range(1, len(self.parts))]

    def neighbours(self) -> tuple["Period | None", "Period | None"]:
        """The nearest periods of this length before and after it in which something was said."""
        return self._nearest(back=True), self._nearest(back=False)

    def _nearest(self, *, back: bool) -> "Period | None":
        if self.is_day:
            return self._nearest_day(back=back)
        scope = TallyScope.YEAR if len(self.parts) == 1 else TallyScope.MONTH
        keys = Tally.objects.filter(scope=scope, statements__gt=0).exclude(key="undated")
        here = "-".join(self.parts)
        keys = keys.filter(key__lt=here).order_by("-key") if back else keys.filter(key__gt=here).order_by("key")
        key = keys.values_list("key", flat=True).first()
        return Period(tuple(key.split("-"))) if key else None

    def _nearest_day(self, *, back: bool) -> "Period | None":
        """The last figure of a `said_sort` tells a day from what is coarser: of one date all that is coarser is leapt over at once."""
        order = NEWEST_FIRST if back else OLDEST_FIRST
        days = (0, sort_of(self.date.earliest, 0) - 1) if back else (sort_of(self.date.earliest, 9) + 1, DATED[1])
        while places := Walk().within(days).read(order, None, 1, back=False):
            date, rank = divmod(places[0].said_sort, 10)
            if rank >= DAY:
                return Period((f"{date // 10000:04}", f"{date // 100 % 100:02}", f"{date % 100:02}"))
            days = (0, date * 10 - 1) if back else (date * 10 + DAY, DATED[1])
        return None

    def statements(self) -> Walk:
        """Those whose time of saying begins in the year; of a month or a day those that lie wholly inside it."""
        inside = Walk().said_inside if len(self.parts) == 1 else Walk().said_wholly_inside
        return inside(self.date.earliest, self.date.latest)


class Span(NamedTuple):
    """Several years in which some statements were said, nobody knows in which of them."""

    first: int
    last: int
    count: int = 0
    parents: tuple["Period", ...] = ()
    is_day: bool = False

    @property
    def words(self) -> str:
        return edtf.parse(f"{self.first:04}/{self.last:04}").words

    def statements(self) -> Walk:
        """Those that were said in the years from the first to the last, nobody knows in which of them."""
        return Walk().under(TallyScope.SPAN, f"{self.first:04}-{self.last:04}")

    @property
    def url(self) -> str:
        return reverse("span", args=[f"{self.first:04}", f"{self.last:04}"])


def spans_over(year: int) -> list[Span]:
    """The spans that began before a year and end in it or after it."""
    return [Span(first, last, statements) for _tally, first, last, statements in tallied_spans(year)]


def span_of(first: str, last: str) -> Span:
    """The span of an address."""
    years = int(first), int(last)
    if not 0 < years[0] < years[1]:
        raise Http404
    return Span(*years)


def period_of(year: str, month: str = "", day: str = "") -> Period:
    """The period of an address; there is no page for a day that no calendar has."""
    period = Period(tuple(part for part in (year, month, day) if part))
    try:
        period.date  # noqa: B018 - reads it, to refuse it
    except edtf.EdtfError as error:
        raise Http404 from error
    return period


def months_of(year: str, counted: Mapping[str, int] | None = None) -> list[tuple[str, int]]:
    """How much was said in each month of a year, from January to December; of all on record, or as `counted`."""
    known = dict(asked(f"{MONTHS} BETWEEN '{int(year):04}-01' AND '{int(year):04}-12'")) if counted is None else counted
    return [(f"{year}-{month:02}", known.get(f"{year}-{month:02}", 0)) for month in range(1, 13)]


def spans_of_years(most: int, known: Mapping[str, int] | None = None) -> list[tuple[str, str, int]]:
    """The years, or where they are many the tens or hundreds of years, as (first, last, how much was said)."""
    counted = years(known)
    length = next((length for length in (1, 10, 100) if len(counted) / length < most), 100)
    spans = groupby(counted, lambda one: int(one[0]) // length)
    return [(f"{max(place * length, 1):04}", f"{place * length + length - 1:04}", sum(count for _, count in rows)) for place, rows in spans]


def years(counted: Mapping[str, int] | None = None) -> list[tuple[str, int]]:
    """How much was said in each year, from the first to the last, also the silent ones; of all on record, or as `counted`."""
    known = {int(key): statements for key, statements in (asked(YEARS) if counted is None else counted.items())}
    return [(f"{year:04}", known.get(year, 0)) for year in range(min(known), max(known) + 1)] if known else []
