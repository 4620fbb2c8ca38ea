"""Statements by date: the first page, the whole, a year, a month or a day of it, what has no date, and what was searched for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.enums import TallyScope
from timeline import chronology
from timeline.charts import Histogram
from timeline.chronology import Entry, Year
from timeline.conditional import revision_of
from timeline.corrections import log
from timeline.filter_forms import Filter
from timeline.finding.above import searched
from timeline.lists import emptied, facets, kept, listed, periods
from timeline.lists.found import Found
from timeline.lists.listed import Listed
from timeline.lists.paging import BEST_MATCH, NEWEST_FIRST, NEWEST_RECORDED, Order
from timeline.lists.periods import Period
from timeline.lists.walks import DATED, Walk
from timeline.record import overview
from timeline.views import values
from timeline.views.lists import folded_page_at

LATEST_SHOWN = 5  # on the first page, of what was recorded last and of what was said last
UNDER: dict[Order, Callable[[list[Entry]], list[Year]]] = {  # what entries stand under; those by date under their years
    BEST_MATCH: chronology.by_rank,
    NEWEST_RECORDED: chronology.by_recorded_day,
}


def home(request: HttpRequest) -> HttpResponse:
    recorded = [row.id for row in Walk().read(NEWEST_RECORDED, None, LATEST_SHOWN, back=False)]
    said_last = [row.id for row in Walk().within(DATED).read(NEWEST_FIRST, None, 2 * LATEST_SHOWN, back=False)]
    others = [one for one in said_last if one not in recorded][:LATEST_SHOWN]  # no statement stands twice on a page
    revision = revision_of(request)
    context = {
        "recorded": chronology.by_recorded_day(chronology.entries(recorded)),
        "years": chronology.by_year(chronology.entries(others)),
        "claims": kept.at(revision, overview.most_repeated, 5),
        "figures": kept.at(revision, overview.figures),
        "corrections": kept.at(revision, log.latest, 3),
    }
    return render(request, "timeline/home.html", context)


def whole(request: HttpRequest) -> HttpResponse:
    return _chronology(request, listed.of("chronology", request.GET), is_whole=True, is_by_year=True)


def new(request: HttpRequest) -> HttpResponse:
    """What became public last, under the days of that."""
    return _chronology(request, listed.of("new", request.GET), is_new=True)


def period(request: HttpRequest, **parts: str) -> HttpResponse:
    route = ("year", "month", "day")[len(parts) - 1]
    of_period = listed.of(route, request.GET, **parts)
    context: dict[str, Any] = {"period": of_period.of, "neighbours": kept.at(revision_of(request), Period.neighbours, of_period.of)}
    if route == "year":
        context |= {"year": parts["year"], "spans": kept.at(revision_of(request), periods.spans_over, int(parts["year"]))}
    return _chronology(request, of_period, **context)


def span(request: HttpRequest, first: str, last: str) -> HttpResponse:
    """What was said at some time of several years, nobody knows in which of them."""
    of_span = listed.of("span", request.GET, first=first, last=last)
    return _chronology(request, of_span, period=of_span.of)


def undated(request: HttpRequest) -> HttpResponse:
    return _chronology(request, listed.of("undated", request.GET), is_undated=True)


def search(request: HttpRequest) -> HttpResponse:
    shown, above = searched(request.GET)
    return _chronology(request, shown, template="timeline/search.html", is_by_year=True, above=above)


def _chronology(request: HttpRequest, shown: Listed, *, template: str = "timeline/chronology.html", **context: Any) -> HttpResponse:
    """One list of statements by date, with the rail beside it; or all values of a facet, where the address asks for them."""
    if request.GET.get("all"):
        return values.values(request, shown)
    chosen, is_ranked = shown.filter, shown.order == BEST_MATCH
    found = Found(shown.rows)
    page = folded_page_at(request, shown)
    revision = revision_of(request)
    context |= {
        "listed": shown,
        "here": (revision, request.path, chosen.query),  # what stands here on all pages of the list depends on this alone
        "filter": chosen,
        "page": page,
        "is_ranked": is_ranked,
        "is_recorded": shown.order == NEWEST_RECORDED,
        "years": UNDER.get(shown.order, chronology.by_year)(page.rows),
        # Asked for by the template, where it has not kept what it printed of them.
        "rail": partial(facets.facets, chosen, found),
        "histogram": partial(_histogram, revision, found, chosen, context),
        "count": None if context.get("is_whole") and not chosen.active() else partial(getattr, found, "count"),
        "emptied": None if page.rows else emptied.why(shown),
        "total": kept.at(revision, facets.statements_of, TallyScope.ARCHIVE),
        "undated_count": kept.at(revision, facets.statements_of, TallyScope.YEAR, "undated"),
    }
    return render(request, template, context)


def _histogram(revision: str, found: Found, chosen: Filter, context: dict[str, Any]) -> Histogram | None:
    """By year, or by the months of one: of all that the page is of, or of what a filter leaves of it."""
    year = context.get("year", "")
    if not year and not context.get("is_by_year"):
        return None
    if chosen.active():
        return overview.histogram_of(found, chosen, year)
    return kept.at(revision, overview.histogram_by_month, year) if year else kept.at(revision, overview.histogram_by_year)
