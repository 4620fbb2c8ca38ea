"""The list of occasions, and one with who quoted what."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from archive.models import Occasion, Revision
from timeline import chronology
from timeline.filters import HolderFilter
from timeline.lists import emptied, listed
from timeline.lists.emptied import Emptied
from timeline.lists.occasions import COLUMNS, kind_in_words, lines_of
from timeline.lists.paging import BEST_MATCH, NEWEST_OCCASIONS, OLDEST_FIRST, PAGE_SIZE, Count, count_up_to
from timeline.lists.walks import Walk
from timeline.quoting import head, table
from timeline.quoting.said import Said, said
from timeline.record import linked_data
from timeline.views.lists import page_at, with_entries


def occasions(request: HttpRequest) -> HttpResponse:
    chosen, public = HolderFilter.of(request.GET), Occasion.objects.public()
    page = page_at(request, chosen.apply(public).values_list(*COLUMNS, named=True), NEWEST_OCCASIONS, PAGE_SIZE)
    rows = lines_of(page.rows)
    why = None if rows else Emptied([], chosen.removals(public))
    context = {"filter": chosen, "page": replace(page, rows=rows), "rows": rows, "emptied": why}
    return render(request, "timeline/occasions.html", context)


def occasion(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who quoted what of the whole occasion, and its statements, which a filter may narrow."""
    shown = listed.of("occasion", request.GET, public_id=public_id)
    rows, is_cut = _compared(shown.whole)
    if not rows:  # withdrawn since the occasion was read
        raise Http404
    page = with_entries(page_at(request, shown.rows, shown.order), shown.filter.given.get("q", ""))
    context = {
        "occasion": shown.of,
        "listed": shown,
        "printed": Revision.objects.latest_version(Occasion, shown.of.pk),
        "filter": shown.filter,
        "kind": kind_in_words(shown.of.kind),
        "voices": head.voices_of(rows),
        "reports": head.reports_of(rows),
        "days": head.days_of(rows),
        "table": table.table_of(rows, request.GET.get("passage", ""), request.GET.get("beside", "")),
        "most_compared": table.MOST_COMPARED if is_cut else 0,
        "page": page,
        "years": chronology.by_rank(page.rows) if shown.order == BEST_MATCH else chronology.by_year(page.rows),
        "count": count_up_to(shown.rows) if shown.filter.active() else Count(shown.rows.kept_count),
        "emptied": None if page.rows else emptied.why(shown),
        "statements_query": urlencode({**shown.filter.given, "occasion": public_id}),
        "linked_data": linked_data.occasion_thing(shown.of, dict.fromkeys(one.entry.source.public_id for one in rows)),
    }
    return render(request, "timeline/occasion.html", context)


def _compared(walk: Walk) -> tuple[list[Said], bool]:
    """The statements of an occasion that are compared, and whether there are others."""
    places = walk.read(OLDEST_FIRST, None, table.MOST_COMPARED + 1, back=False)
    return said(chronology.entries([one.id for one in places[: table.MOST_COMPARED]])), len(places) > table.MOST_COMPARED
