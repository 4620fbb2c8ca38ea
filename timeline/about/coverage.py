"""Which outlets were read and of which years, and what was found there: the figures that are kept of it, as tables and a chart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from archive import edtf
from archive.models import KeptFigures, Outlet
from archive.models.readers.kinds import FiguresOf
from timeline import charts

MOST_OUTLETS, MOST_COLUMNS = 60, 10


class Found(NamedTuple):
    """How many articles were read, in how many of them public statements were found, and how many."""

    read: int = 0
    public: int = 0
    statements: int = 0


class OfOutlet(NamedTuple):
    """An outlet's line: what there is of it at all, and in each column."""

    outlet: Outlet
    found: Found
    columns: list[Found]


@dataclass(frozen=True)
class Coverage:
    """What was read by a day. `cells`: of an outlet and a year, None where it is not known, how much."""

    at: datetime
    cells: dict[tuple[int, int | None], Found]
    elsewhere: int
    languages: list[tuple[str, int, int]]
    captured: date | None

    @cached_property
    def whole(self) -> Found:
        return _sum(self.cells.values())

    @property
    def read(self) -> int:
        """With those of outlets that are not named."""
        return self.whole.read + self.elsewhere

    @cached_property
    def years(self) -> list[tuple[str, Found]]:
        """Of each year from the first to the last; the articles of no known year in the end."""
        known, found = self._known, self._by_year
        span = range(known[0], known[-1] + 1) if known else ()
        rows = [(edtf.parse(f"{year:04}").words, found.get(year, Found())) for year in span]
        return [*rows, (_("Year not known"), found[None])] if None in found else rows

    @property
    def gaps(self) -> list[str]:
        """The years between the first and the last of which nothing was read."""
        spans = [(one + 1, other - 1) for one, other in pairwise(self._known) if other - one > 1]
        return [str(first) if first == last else f"{first}–{last}" for first, last in spans]

    @property
    def chart(self) -> charts.Histogram:
        return charts.histogram([(name, found.read, "") for name, found in self.years if name != _("Year not known")])

    @cached_property
    def columns(self) -> list[tuple[str, set[int | None]]]:
        """The latest years that anything was read of, one by one, and all before them together."""
        latest, before = self._known[-MOST_COLUMNS:], self._known[:-MOST_COLUMNS]
        earlier = [(_("before %(year)s") % {"year": latest[0]}, set(before))] if before else []
        return [*earlier, *((str(year), {year}) for year in latest)]

    @cached_property
    def outlets(self) -> list[OfOutlet]:
        """Those of which most was read."""
        whole = [(_sum(years.values()), outlet) for outlet, years in self._by_outlet.items()]
        most = sorted(whole, key=lambda row: (-row[0].read, row[1]))[:MOST_OUTLETS]
        known = Outlet.objects.public().in_bulk([outlet for _found, outlet in most])
        return [OfOutlet(known[outlet], found, self._in_columns(outlet)) for found, outlet in most if outlet in known]

    def _in_columns(self, outlet: int) -> list[Found]:
        read = self._by_outlet[outlet]
        return [_sum(read[year] for year in years & read.keys()) for _name, years in self.columns]

    @property
    def others(self) -> int:
        """How many outlets are not in the table."""
        return len(self._by_outlet) - len(self.outlets)

    @cached_property
    def _known(self) -> list[int]:
        """The years of which anything was read."""
        return sorted({year for _outlet, year in self.cells if year})

    @cached_property
    def _by_year(self) -> dict[int | None, Found]:
        found: dict[int | None, list[Found]] = defaultdict(list)
        for (_outlet, year), one in self.cells.items():
            found[year].append(one)
        return {year: _sum(those) for year, those in found.items()}

    @cached_property
    def _by_outlet(self) -> dict[int, dict[int | None, Found]]:
        found: dict[int, dict[int | None, Found]] = defaultdict(dict)
        for (outlet, year), one in self.cells.items():
            found[outlet][year] = one
        return found


def coverage() -> Coverage | None:
    """None until it was counted for the first time."""
    kept = KeptFigures.objects.filter(of=FiguresOf.COVERAGE).first()
    return _read(kept.at, kept.told) if kept else None


def _read(at: datetime, told: dict[str, Any]) -> Coverage:
    cells = {(outlet, year): Found(*found) for outlet, year, *found in told["cells"]}
    languages = [(_language(code), *numbers) for code, *numbers in told["languages"]]
    return Coverage(at, cells, told["elsewhere"], languages, told["captured"] and date.fromisoformat(told["captured"]))


def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code or _("not told")


def _sum(found: Iterable[Found]) -> Found:
    rows: Sequence[Found] = list(found)
    return Found(*(sum(column) for column in zip(*rows, strict=True))) if rows else Found()
