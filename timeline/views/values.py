"""All values by which a list of statements can be narrowed: every speaker, claim or outlet in it, found by name."""

from dataclasses import replace

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from archive.enums import TallyScope
from archive.models import Claim, Outlet, Speaker
from timeline.filters import called_like
from timeline.lists import facets, names
from timeline.lists.facets import Choice, Facet, Kind
from timeline.lists.found import Found
from timeline.lists.holders import held
from timeline.lists.listed import Listed
from timeline.lists.names import Line
from timeline.lists.paging import BY_NAME, MOST_SAID, PAGE_SIZE
from timeline.lists.walks import Walk
from timeline.views.lists import page_at

MODELS = {TallyScope.SPEAKER: Speaker, TallyScope.CLAIM: Claim, TallyScope.OUTLET: Outlet}


def values(request: HttpRequest, shown: Listed) -> HttpResponse:
    """What the address asks for as `all`, in the list at it; `name` finds some of them."""
    kind = facets.KIND_OF.get(request.GET["all"])
    if kind is None or not kind.all_words or kind.name in shown.filter.given:
        raise Http404
    name = request.GET.get("name", "").strip()
    rows = called_like(_rows(shown, kind), name).values_list(*names.COLUMNS[kind.scope], named=True)
    page = page_at(request, rows, MOST_SAID if kind.scope == TallyScope.CLAIM else BY_NAME, PAGE_SIZE)
    lines = names.lines_of(kind.scope, page.rows, Found(shown.rows))
    context = {
        "listed": shown,
        "filter": shown.filter,
        "kind": kind,
        "name": name,
        "page": replace(page, rows=lines),
        "facet": Facet(kind.name, "", [_choice(shown, kind, line) for line in lines]),
    }
    return render(request, "timeline/values.html", context)


def _rows(shown: Listed, kind: Kind) -> QuerySet:
    """Those that hold a statement of the list; besides who is chosen, where it is asked who spoke with him."""
    rows = MODELS[kind.scope].objects.public()
    if shown.rows != Walk():
        rows = held(rows, shown.rows)
    return rows.exclude(pk=chosen.pk) if kind.name == "jointly" and (chosen := shown.filter.cleaned_data.get("speaker")) else rows


def _choice(shown: Listed, kind: Kind, line: Line) -> Choice:
    query = f"{shown.filter.query}&".removeprefix("&")
    return Choice(line.full_name, f"{query}{urlencode({kind.name: line.slug})}", line.statements)
