"""Speakers and outlets: the lists of them, and one with its statements."""

from dataclasses import replace
from functools import cache, partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from archive.enums import TallyScope
from archive.models import Outlet, Revision, Speaker
from timeline import chronology
from timeline.filters import HolderFilter
from timeline.lists import emptied, listed, names
from timeline.lists.emptied import Emptied
from timeline.lists.found import Found
from timeline.lists.listed import Listed
from timeline.lists.paging import BEST_MATCH, BY_NAME, PAGE_SIZE, Count, count_up_to
from timeline.lists.walks import Walk
from timeline.record import profiles
from timeline.views.lists import page_at, with_entries

HELD = {TallyScope.SPEAKER: Speaker, TallyScope.OUTLET: Outlet}


def speakers(request: HttpRequest) -> HttpResponse:
    return _names(request, Speaker.objects.public(), TallyScope.SPEAKER)


def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    shown = listed.of("speaker", request.GET, slug=slug)
    beside = {
        "roles": profiles.roles_of,
        "affiliations": profiles.affiliations_of,
        "aliases": profiles.aliases_of,
        "identifiers": profiles.identifiers_of,
        "claims": profiles.claims_of,
        "beside": profiles.beside,
    }
    return _of(request, shown, TallyScope.SPEAKER, {name: cache(partial(told_of, shown.of)) for name, told_of in beside.items()})


def outlets(request: HttpRequest) -> HttpResponse:
    return _names(request, Outlet.objects.public(), TallyScope.OUTLET)


def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    return _of(request, listed.of("outlet", request.GET, slug=slug), TallyScope.OUTLET, {})


def _names(request: HttpRequest, rows: QuerySet, scope: TallyScope) -> HttpResponse:
    """A list of speakers or outlets that a name may narrow."""
    chosen = HolderFilter.of(request.GET)
    page = page_at(request, chosen.apply(rows).values_list(*names.COLUMNS[scope], named=True), BY_NAME, PAGE_SIZE)
    asked = chosen.of_statements(rows.model)
    lines = names.lines_of(scope, page.rows, Found(asked.apply(Walk())))
    context = {
        "filter": chosen,
        "page": replace(page, rows=lines),
        "rows": lines,
        "scope": scope,
        "statements_query": asked.query,
        "emptied": None if lines else Emptied([], chosen.removals(rows)),
    }
    return render(request, f"timeline/{scope.value}s.html", context)


def _of(request: HttpRequest, shown: Listed, scope: TallyScope, context: dict[str, Any]) -> HttpResponse:
    """The page of a speaker or an outlet: who it is, and its statements by date."""
    page = with_entries(page_at(request, shown.rows, shown.order), shown.filter.given.get("q", ""))
    context |= {
        scope.value: shown.of,
        "listed": shown,
        "printed": Revision.objects.latest_version(HELD[scope], shown.of.pk),
        "filter": shown.filter,
        "page": page,
        "years": chronology.by_rank(page.rows) if shown.order == BEST_MATCH else chronology.by_year(page.rows),
        "count": count_up_to(shown.rows) if shown.filter.active() else Count(shown.rows.kept_count),
        "emptied": None if page.rows else emptied.why(shown),
        "statements_query": urlencode({**shown.filter.given, scope.value: shown.of.slug}),
    }
    return render(request, f"timeline/{scope}.html", context)
