"""The pages. Each picks a queryset, a filter and a template.

What rows look like to readers is made in the read models: `chronology`, `trails`, `excerpts`, `overview`,
`profiles`, `facets`, `log`.
"""

from dataclasses import replace
from functools import cache, partial
from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.entries import reading
from archive.enums import TallyScope
from archive.models import Claim, Outlet, Revision, Speaker, Statement, Suggestion, Threshold
from timeline import chronology
from timeline.conditional import revision_of, today
from timeline.corrections import log
from timeline.filters import HolderFilter, StatementFilter, TrailFilter
from timeline.lists import facets, kept, names, periods
from timeline.lists.claims import PLACES, claims_at, public_claim
from timeline.lists.occurrences import Occurrences
from timeline.lists.paging import (
    BEST_MATCH,
    BY_NAME,
    LATEST,
    MOST_SAID,
    NEWEST_FIRST,
    OLDEST_FIRST,
    CursorError,
    ListPage,
    Order,
    Rows,
    count_up_to,
    page_of,
)
from timeline.lists.periods import Period
from timeline.lists.walks import DATED, UNDATED, Walk
from timeline.printing import claims as printed_claims
from timeline.record import (
    citing,
    excerpts,
    linked_data,
    links,
    overview,
    papers,
    profiles,
    reports,
    single,
    sources,
    titles,
    trails,
)
from timeline.record.profiles import OutletProfile, SpeakerProfile

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
    page = _of_entries(_page(request, found, chosen.ordering), chosen.given.get("q", ""))
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


def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    row = single.statement_of(public_id)
    if row is None:
        return _withdrawn(request, public_id)
    entry = next(iter(chronology.entries([row.pk])), None)
    if entry is None:  # withdrawn since the row was read
        return _withdrawn(request, public_id)
    titles.tell(row.document, entry.source)
    reading.cover(row, entry.shown)
    translations, told = reports.translations(row), citing.cited(row, today())
    context = {
        "statement": row,
        "entry": entry,
        "context": excerpts.context_of(row),
        "original": links.text_fragment(row),
        "citations": [(one, one.write(told)) for one in citing.FORMATS.values()],
        "linked_data": linked_data.statement_thing(row, citing.credit(told)),
        "reports": reports.other_reports(row, translations),
        "translations": translations,
        "versions": log.items(Revision.objects.of(row)),
        "sighting": sources.sighting_of(row),
    }
    return render(request, "timeline/statement.html", context)


def _withdrawn(request: HttpRequest, public_id: str) -> HttpResponse:
    """What stands in place of words that were taken back."""
    row = get_object_or_404(Statement.objects.withdrawn(), public_id=public_id)
    return render(request, "410.html", {"statement": row}, status=HTTPStatus.GONE)


def citation(request: HttpRequest, public_id: str, extension: str) -> HttpResponse:
    """A statement's citation as a file, in one format."""
    row = single.statement_of(public_id)
    if row is None:
        return _withdrawn(request, public_id)
    chosen = citing.FORMATS[extension]
    titles.tell_as_kept([row.document])
    body = chosen.write(citing.cited(row, today()))
    name = f'attachment; filename="statement-{public_id}.{extension}"'
    return HttpResponse(body, content_type=f"{chosen.media_type}; charset=utf-8", headers={"Content-Disposition": name})


def claims(request: HttpRequest) -> HttpResponse:
    chosen = HolderFilter.of(request.GET)
    rows = chosen.apply(Claim.objects.public().filter(tally__isnull=False)).values_list(*PLACES, named=True)
    page = _page(request, rows, MOST_SAID)
    page = replace(page, rows=claims_at(page.rows))
    return render(request, "timeline/claims.html", {"filter": chosen, "page": page, "rows": page.rows})


def claim(request: HttpRequest, slug: str) -> HttpResponse:
    row, revision = public_claim(slug), revision_of(request)
    if row is None:
        raise Http404
    chosen, rows = TrailFilter.of(request.GET), Occurrences(row.id)
    found = chosen.apply(rows)
    page = _page(request, found, OLDEST_FIRST)
    if request.GET.get("at") and not request.GET.get("cursor"):
        page = trails.page_at(found, request.GET["at"], page)
    shown = trails.trail(page, found)
    context = {
        "claim": row,
        "head": kept.at(revision, printed_claims.head, row),
        "filter": chosen,
        "removals": [] if page.rows else chosen.removals(rows),
        "page": replace(page, rows=shown.reports),
        "steps": shown.steps,
        "linked_data": linked_data.claim_thing(row, shown.reports, kept.at(revision, trails.first_appearance, row.id)),
    }
    return render(request, "timeline/claim.html", context)


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


def document(request: HttpRequest, public_id: str) -> HttpResponse:
    row = single.document_of(public_id)
    if row is None:
        raise Http404
    statements = chronology.entries(papers.statements_of(row))
    if not statements:  # withdrawn since the row was read
        raise Http404
    titles.tell_as_kept([row])
    context = {
        "document": row,
        "statements": statements,
        "blocks": excerpts.excerpts_of(row, [excerpts.mark_of(one.shown) for one in statements]),
        "kin": papers.kin_of(row),
        "linked_data": linked_data.article_thing(row),
    }
    return render(request, "timeline/document.html", context)


def corrections(request: HttpRequest) -> HttpResponse:
    page = _page(request, Revision.objects.corrections(), LATEST)
    return render(request, "timeline/corrections.html", {"page": page, "items": log.items(page.rows)})


def data(request: HttpRequest) -> HttpResponse:
    return render(request, "timeline/data.html", {"figures": overview.figures(), "formats": citing.FORMATS.values()})


def method(request: HttpRequest) -> HttpResponse:
    threshold = Threshold.objects.filter(pk=1).first()
    asked = threshold and {"kept": threshold.kept, "threshold": threshold, "percent": round(threshold.score * 100, 1)}
    return render(request, "timeline/method.html", {"asked": asked, "left": Suggestion.objects.left().count() if asked else 0})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to an address with nothing behind it; a marker of a page that has expired says so."""
    context = {"has_expired": isinstance(exception.__cause__, CursorError)}
    return render(request, "404.html", context, status=404)


def _page(request: HttpRequest, rows: Rows, order: Order) -> ListPage:
    """The page that the address names. A cursor that is none leads nowhere."""
    try:
        return page_of(rows, order, cursor=request.GET.get("cursor", ""))
    except CursorError as error:
        raise Http404 from error


def _of_entries(page: ListPage, query: str = "") -> ListPage:
    """A page of statements by their numbers, with their entries."""
    return replace(page, rows=chronology.entries([row.id for row in page.rows], query))


def _names(request: HttpRequest, rows: QuerySet, scope: TallyScope) -> HttpResponse:
    """A list of speakers or outlets that a name may narrow."""
    chosen = HolderFilter.of(request.GET)
    page = _page(request, chosen.apply(rows).values_list(*names.COLUMNS[scope], named=True), BY_NAME)
    rows = names.lines_of(scope, page.rows)
    context = {"filter": chosen, "page": replace(page, rows=rows), "rows": rows, "scope": scope}
    return render(request, f"timeline/{scope.value}s.html", context)


def _of(request: HttpRequest, row: SpeakerProfile | OutletProfile, scope: TallyScope, context: dict[str, Any]) -> HttpResponse:
    """The page of a speaker or an outlet: who it is, and its statements by date."""
    walk = Walk().under(scope, row.pk)
    page = _of_entries(_page(request, walk, OLDEST_FIRST))
    context |= {
        scope.value: row,
        "page": page,
        "years": chronology.by_year(page.rows),
        "count": walk.kept_count,
        "statements_query": f"{scope}={row.slug}",
    }
    return render(request, f"timeline/{scope}.html", context)
