"""The list of claims, and one with its trail."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.enums import TallyScope
from archive.models import Claim, Revision
from timeline.conditional import revision_of
from timeline.embeds import frames
from timeline.filters import HolderFilter, StatementFilter
from timeline.lists import emptied, kept, listed
from timeline.lists.claims import PLACES, ClaimRow, claims_at
from timeline.lists.emptied import Emptied
from timeline.lists.found import Found
from timeline.lists.paging import MOST_SAID, OF_A_TRAIL, Count
from timeline.lists.walks import Walk
from timeline.printing import claims as printed_claims
from timeline.record import linked_data, trails
from timeline.views.lists import page_at


def claims(request: HttpRequest) -> HttpResponse:
    chosen = HolderFilter.of(request.GET)
    rows = Claim.objects.public().filter(tally__isnull=False)
    page = page_at(request, chosen.apply(rows).values_list(*PLACES, named=True), MOST_SAID)
    page = replace(page, rows=claims_at(page.rows))
    asked = chosen.of_statements(Claim)
    context = {
        "filter": chosen,
        "page": page,
        "rows": page.rows,
        "counts": _counts(page.rows, asked),
        "statements_query": asked.query,
        "emptied": None if page.rows else Emptied([], chosen.removals(rows)),
    }
    return render(request, "timeline/claims.html", context)


def _counts(rows: list[ClaimRow], asked: StatementFilter) -> dict[str, Count]:
    """How many of the statements asked for are linked to each. A list of statements names one claim: two together have none."""
    if not asked.active() or "claim" in asked.given:
        return {}
    return Found(asked.apply(Walk())).of(TallyScope.CLAIM, [str(row.id) for row in rows])


def claim(request: HttpRequest, slug: str) -> HttpResponse:
    of_claim, revision = listed.of("claim", request.GET, slug=slug), revision_of(request)
    row, chosen, found = of_claim.of, of_claim.filter, of_claim.rows
    page = page_at(request, found, of_claim.order, OF_A_TRAIL)
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
        "emptied": None if page.rows else emptied.why(of_claim),
        "page": replace(page, rows=shown.reports),
        "steps": shown.steps,
        "linked_data": linked_data.claim_thing(row, shown.reports, kept.at(revision, trails.first_appearance, row.id)),
    }
    return render(request, "timeline/claim.html", context)


def over_time(request: HttpRequest, slug: str) -> HttpResponse:
    """The charts of a claim, with the tables behind them."""
    row = listed.of("claim", {}, slug=slug).of
    context = {
        "claim": row,
        "over_time": kept.at(revision_of(request), printed_claims.charts, row),
        "printed": Revision.objects.latest_version(Claim, row.id),
    }
    return render(request, "timeline/claim_over_time.html", context)
