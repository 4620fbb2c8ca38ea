"""What is told of the whole archive: how much is on record, how much of each year or month, and what was said on most occasions.

Counts come from rollup rows, and the dots of a claim from its links as they were counted: nothing here reads all rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils.dates import MONTHS

from archive import edtf
from archive.entries.asking import asked, in_iso
from archive.enums import TallyScope
from archive.models import Occurrence
from archive.models.search import Condition
from timeline import charts
from timeline.filter_forms import Filter
from timeline.lists import facets, periods
from timeline.lists.found import Found
from timeline.lists.named import ClaimName
from timeline.lists.walks import rows_of
from timeline.printing.addresses import address, list_address, period_address
from timeline.record.counting import Told, on_occasions_in_articles

MOST_BARS = 120  # of a chart by years
REPEATED = 2  # occasions

HOLDERS = """
SELECT scope, COUNT(*) FROM archive_tally WHERE scope IN ('claim', 'speaker', 'outlet') AND statements > 0 GROUP BY scope
"""
YEARS = "SELECT MIN(key), MAX(key) FROM archive_tally WHERE scope = 'year' AND statements > 0 AND key <> 'undated'"
MOST_REPEATED = """
SELECT c.id, c.slug, c.text, t.sayings, t.reports, EXISTS (SELECT 1 FROM archive_countedlink l WHERE l.claim_id = c.id)
FROM archive_claimtally t CROSS JOIN archive_claim c
WHERE t.sayings >= %s AND c.id = t.claim_id ORDER BY t.sayings DESC, t.claim_id LIMIT %s
"""
DRAWN = """\
SELECT said_sort, occurrence_id, claim_id, figure, saying, {latest}
FROM archive_countedlink WHERE figure <> '' AND claim_id = {claim}
"""
Bar = tuple[str, int, str]  # its label, its count, its address
COLUMNS = ("said_sort", "pk", "claim", "figure", "saying", "statement__said_latest")  # the same of an Occurrence


@dataclass(frozen=True)
class Figures:
    """How much is on record, and from which years."""

    statements: int
    claims: int
    speakers: int
    outlets: int
    first_year: str = ""
    last_year: str = ""


class Drawn(NamedTuple):
    """The links of a claim that its strip draws, as DRAWN reads them. `is_cut`: later ones are not among them."""

    links: tuple[tuple[Any, ...], ...]
    is_cut: bool

    @property
    def strip(self) -> charts.Strip | None:
        return charts.strip(map(_said, self.links), is_cut=self.is_cut)


class Repeated(NamedTuple):
    """A claim that was said again, on how many occasions, and when."""

    url: str
    text: str
    told: list[Told]
    drawn: Drawn


def figures() -> Figures:
    """From rollup rows alone."""
    counts = dict(asked(HOLDERS))
    held = (counts.get(str(scope), 0) for scope in (TallyScope.CLAIM, TallyScope.SPEAKER, TallyScope.OUTLET))
    first, last = (edtf.parse(year).words if year else "" for year in asked(YEARS)[0])
    return Figures(facets.statements_of(TallyScope.ARCHIVE), *held, first_year=first, last_year=last)


def most_repeated(number: int) -> list[Repeated]:
    """The claims said on most occasions, and on two at least, each with its dots."""
    claims = rows_of(Condition(MOST_REPEATED, (REPEATED, number)))
    numbers = [pk for pk, *_told in claims]
    rows = _drawn(numbers) if all(is_kept for *_told, is_kept in claims) else _drawn_from_the_record(numbers)
    return [_repeated(claim, rows) for claim in claims]


def _repeated(claim: tuple[Any, ...], rows: list[tuple[Any, ...]]) -> Repeated:
    pk, slug, text, sayings, reports, _is_kept = claim
    drawn = Drawn(tuple([row for row in rows if row[2] == pk]), len(rows) == charts.MOST_MARKS)
    return Repeated(address("claim", slug), text, on_occasions_in_articles(ClaimName(slug, text), sayings, reports), drawn)


def _drawn(claims: list[int]) -> list[tuple[Any, ...]]:
    """The first links of these claims together: each claim's are read in the order of its index, and no further than they are drawn."""
    each = " UNION ALL ".join(DRAWN.format(latest=in_iso("said_latest"), claim=int(claim)) for claim in claims)
    return asked(f"{each} ORDER BY said_sort, occurrence_id LIMIT {charts.MOST_MARKS}") if claims else []


def _drawn_from_the_record(claims: list[int]) -> list[tuple[Any, ...]]:
    """The same after an update, until `reindex` has counted every link."""
    rows = charts.drawn(Occurrence.objects.public().filter(claim__in=claims)).values_list(*COLUMNS)
    return [(*row, day and day.isoformat()) for *row, day in rows]


def _said(link: tuple[Any, ...]) -> charts.Said:
    said_sort, _pk, _claim, figure, saying, latest = link
    days = (edtf.earliest_of(said_sort), date.fromisoformat(latest)) if latest else (None, None)
    return charts.Said(*days, figure, saying)


def year_bars(counted: Mapping[str, int] | None = None, query: str = "") -> list[Bar]:
    """A bar for each year; where they are many for tens or hundreds of years, of which the chronology filtered by them is the page.
    Of all on record, or as `counted` of what a filter leaves, whose `query` the pages keep."""
    return [_years_bar(first, last, count, query) for first, last, count in periods.spans_of_years(MOST_BARS, counted)]


def _years_bar(first: str, last: str, count: int, query: str) -> Bar:
    if first == last:
        return edtf.parse(first).words, count, period_address("year", first) + (query and f"?{query}")
    within = f"said_from={first}&said_to={last}"
    return edtf.parse(f"{first}/{last}").words, count, f"{list_address('chronology')}?{query and f'{query}&'}{within}"


def month_bars(year: str, counted: Mapping[str, int] | None = None, query: str = "") -> list[Bar]:
    asked_for = query and f"?{query}"
    months = periods.months_of(year, counted)
    return [(str(MONTHS[int(key[5:])]), count, period_address("month", *key.split("-")) + asked_for) for key, count in months]


def histogram_by_year() -> charts.Histogram:
    return charts.histogram(year_bars())


def histogram_by_month(year: str) -> charts.Histogram:
    return charts.histogram(month_bars(year))


def histogram_of(found: Found, chosen: Filter, year: str = "") -> charts.Histogram:
    """What a filter leaves, by year or by the months of one. Of tens of years nothing is drawn where the filter names days already."""
    if year:
        return charts.histogram(month_bars(year, found.by_month, chosen.query))
    days_are_given = not {"said_from", "said_to"}.isdisjoint(chosen.given)
    is_coarse = any(first != last for first, last, _count in periods.spans_of_years(MOST_BARS, found.by_year))
    return charts.histogram([] if days_are_given and is_coarse else year_bars(found.by_year, chosen.query))
