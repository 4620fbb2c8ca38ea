"""The list of occasions, and one with who quoted what."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.models import Occasion
from timeline import chronology
from timeline.filters import HolderFilter
from timeline.lists.occasions import COLUMNS, kind_in_words, lines_of
from timeline.lists.paging import NEWEST_OCCASIONS, OLDEST_FIRST
from timeline.lists.walks import Walk
from timeline.quoting import head, table
from timeline.quoting.said import said
from timeline.record import linked_data
from timeline.views.lists import page_at, with_entries


def occasions(request: HttpRequest) -> HttpResponse:
    chosen, public = HolderFilter.of(request.GET), Occasion.objects.public()
    page = page_at(request, chosen.apply(public).values_list(*COLUMNS, named=True), NEWEST_OCCASIONS)
    rows = lines_of(page.rows)
    removals = [] if rows else chosen.removals(public)
    context = {"filter": chosen, "page": replace(page, rows=rows), "rows": rows, "removals": removals}
    return render(request, "timeline/occasions.html", context)


def occasion(request: HttpRequest, public_id: str) -> HttpResponse:
    row = get_object_or_404(Occasion.objects.public(), public_id=public_id)
    walk = Walk().said_on(row.pk)
    first = walk.read(OLDEST_FIRST, None, table.MOST_COMPARED + 1, back=False)
    rows = said(chronology.entries([one.id for one in first[: table.MOST_COMPARED]]))
    if not rows:  # withdrawn since the occasion was read
        raise Http404
    page = with_entries(page_at(request, walk, OLDEST_FIRST))
    context = {
        "occasion": row,
        "kind": kind_in_words(row.kind),
        "voices": head.voices_of(rows),
        "reports": head.reports_of(rows),
        "days": head.days_of(rows),
        "table": table.table_of(rows, request.GET.get("passage", ""), request.GET.get("beside", "")),
        "most_compared": table.MOST_COMPARED if len(first) > table.MOST_COMPARED else 0,
        "count": walk.kept_count,
        "page": page,
        "years": chronology.by_year(page.rows),
        "statements_query": f"occasion={row.public_id}",
        "linked_data": linked_data.occasion_thing(row, dict.fromkeys(one.entry.source.public_id for one in rows)),
    }
    return render(request, "timeline/occasion.html", context)
