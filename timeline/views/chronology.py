"""Statements by date: the first page, the whole, a year, a month or a day of it, what has no date, and what was searched for."""

from functools import cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.enums import TallyScope
from timeline import chronology
from timeline.conditional import revision_of
from timeline.corrections import log
from timeline.filters import StatementFilter
from timeline.lists import facets, kept, periods
from timeline.lists.paging import BEST_MATCH, NEWEST_FIRST, count_up_to
from timeline.lists.periods import Period
from timeline.lists.walks import DATED, UNDATED, Walk
from timeline.record import overview
from timeline.views.lists import page_at, with_entries

LATEST_SHOWN = 10  # on the first page


def home(request: HttpRequest) -> HttpResponse:
    latest = Walk().within(DATED).read(NEWEST_FIRST, None, LATEST_SHOWN, back=False)
    revision = revision_of(request)
    context = {
        "years": chronology.by_year(chronology.entries([row.id for row in latest])),
        "claims": kept.at(revision, overview.most_repeated, 5),
        "figures": kept.at(revision, overview.figures),
        "corrections": kept.at(revision, log.latest, 3),
    }
    return render(request, "timeline/home.html", context)


def whole(request: HttpRequest) -> HttpResponse:
    histogram = kept.at(revision_of(request), overview.histogram_by_year)
    return _chronology(request, Walk(), histogram=histogram, is_whole=True)


def period(request: HttpRequest, year: str, month: str = "", day: str = "") -> HttpResponse:
    chosen = periods.period_of(year, month, day)
    context: dict[str, Any] = {"period": chosen, "neighbours": kept.at(revision_of(request), Period.neighbours, chosen)}
    if not month:
        histogram = kept.at(revision_of(request), overview.histogram_by_month, year)
        context |= {"histogram": histogram, "spans": kept.at(revision_of(request), periods.spans_over, int(year))}
    return _chronology(request, chosen.statements(), **context)


def span(request: HttpRequest, first: str, last: str) -> HttpResponse:
    """What was said at some time of several years, nobody knows in which of them."""
    chosen = periods.span_of(first, last)
    return _chronology(request, chosen.statements(), period=chosen)


def undated(request: HttpRequest) -> HttpResponse:
    return _chronology(request, Walk().within(UNDATED), is_undated=True)


def search(request: HttpRequest) -> HttpResponse:
    rows = Walk() if request.GET.get("q", "").strip() else Walk().none()
    return _chronology(request, rows, template="timeline/search.html")


def _chronology(request: HttpRequest, rows: Walk, *, template: str = "timeline/chronology.html", **context: Any) -> HttpResponse:
    """One list of statements by date, with the rail beside it."""
    chosen = StatementFilter.of(request.GET)
    found = chosen.apply(rows)
    page = with_entries(page_at(request, found, chosen.ordering), chosen.given.get("q", ""))
    revision, is_ranked = revision_of(request), chosen.ordering == BEST_MATCH
    context |= {
        "filter": chosen,
        "page": page,
        "is_ranked": is_ranked,
        "years": chronology.by_rank(page.rows) if is_ranked else chronology.by_year(page.rows),
        # Asked for by the template, where it has not kept what it printed of them.
        "facets": partial(facets.facets, chosen, whole=context.get("is_whole", False), revision=revision),
        "count": None if context.get("is_whole") and not chosen.active() else cache(partial(count_up_to, found)),
        "removals": [] if page.rows else chosen.removals(rows),
        "total": kept.at(revision, facets.statements_of, TallyScope.ARCHIVE),
        "undated_count": kept.at(revision, facets.statements_of, TallyScope.YEAR, "undated"),
    }
    return render(request, template, context)
