"""Speakers and outlets: the lists of them, and one with its statements."""

from dataclasses import replace
from functools import cache, partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.enums import TallyScope
from archive.models import Outlet, Speaker
from timeline import chronology
from timeline.filters import HolderFilter
from timeline.lists import names
from timeline.lists.paging import BY_NAME, OLDEST_FIRST
from timeline.lists.walks import Walk
from timeline.record import profiles
from timeline.record.profiles import OutletProfile, SpeakerProfile
from timeline.views.lists import page_at, with_entries


def speakers(request: HttpRequest) -> HttpResponse:
    return _names(request, Speaker.objects.public(), TallyScope.SPEAKER)


def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    row = profiles.speaker_of(slug)
    beside = {
        "roles": profiles.roles_of,
        "affiliations": profiles.affiliations_of,
        "aliases": profiles.aliases_of,
        "identifiers": profiles.identifiers_of,
        "claims": profiles.claims_of,
        "beside": profiles.beside,
    }
    return _of(request, row, TallyScope.SPEAKER, {name: cache(partial(told_of, row)) for name, told_of in beside.items()})


def outlets(request: HttpRequest) -> HttpResponse:
    return _names(request, Outlet.objects.public(), TallyScope.OUTLET)


def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    return _of(request, profiles.outlet_of(slug), TallyScope.OUTLET, {})


def _names(request: HttpRequest, rows: QuerySet, scope: TallyScope) -> HttpResponse:
    """A list of speakers or outlets that a name may narrow."""
    chosen = HolderFilter.of(request.GET)
    page = page_at(request, chosen.apply(rows).values_list(*names.COLUMNS[scope], named=True), BY_NAME)
    rows = names.lines_of(scope, page.rows)
    context = {"filter": chosen, "page": replace(page, rows=rows), "rows": rows, "scope": scope}
    return render(request, f"timeline/{scope.value}s.html", context)


def _of(request: HttpRequest, row: SpeakerProfile | OutletProfile, scope: TallyScope, context: dict[str, Any]) -> HttpResponse:
    """The page of a speaker or an outlet: who it is, and its statements by date."""
    walk = Walk().under(scope, row.pk)
    page = with_entries(page_at(request, walk, OLDEST_FIRST))
    context |= {
        scope.value: row,
        "page": page,
        "years": chronology.by_year(page.rows),
        "count": walk.kept_count,
        "statements_query": f"{scope}={row.slug}",
    }
    return render(request, f"timeline/{scope}.html", context)
