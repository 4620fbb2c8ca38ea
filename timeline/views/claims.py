"""The list of claims, and one with its trail."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Claim, Revision
from timeline.conditional import revision_of
from timeline.embeds import frames
from timeline.filters import HolderFilter
from timeline.lists import kept, listed
from timeline.lists.claims import PLACES, claims_at
from timeline.lists.paging import MOST_SAID
from timeline.printing import claims as printed_claims
from timeline.record import linked_data, trails
from timeline.views.lists import page_at


def claims(request: HttpRequest) -> HttpResponse:
    chosen = HolderFilter.of(request.GET)
    rows = chosen.apply(Claim.objects.public().filter(tally__isnull=False)).values_list(*PLACES, named=True)
    page = page_at(request, rows, MOST_SAID)
    page = replace(page, rows=claims_at(page.rows))
    return render(request, "timeline/claims.html", {"filter": chosen, "page": page, "rows": page.rows})


def claim(request: HttpRequest, slug: str) -> HttpResponse:
    of_claim, revision = listed.of("claim", request.GET, slug=slug), revision_of(request)
    row, chosen, found = of_claim.of, of_claim.filter, of_claim.rows
    page = page_at(request, found, of_claim.order)
    if request.GET.get("at") and not request.GET.get("cursor"):
        page = trails.page_at(found, request.GET["at"], page)
    shown = trails.trail(page, found)
    context = {
        "listed": of_claim,
        "claim": row,
        "head": kept.at(revision, printed_claims.head, row),
        "frame": frames.of_claim(row),
        "printed": Revision.objects.latest_version(Claim, row.id),
        "filter": chosen,
        "removals": [] if page.rows else chosen.removals(of_claim.whole),
        "page": replace(page, rows=shown.reports),
        "steps": shown.steps,
        "linked_data": linked_data.claim_thing(row, shown.reports, kept.at(revision, trails.first_appearance, row.id)),
    }
    return render(request, "timeline/claim.html", context)
