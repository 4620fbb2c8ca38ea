"""Lists and single records. A view picks the rows, the filter and the shape; everything starts from what is public."""

from functools import lru_cache
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_view

from archive.enums import TallyScope
from archive.models import Claim, Document, Occasion, Occurrence, Outlet, Revision, Speaker, Statement
from timeline.api import claim_shapes, log, log_serializers, pagination, problem_serializers, serializers, shapes
from timeline.api.answers import PublicView, answer
from timeline.api.corrections import addresses, untold
from timeline.api.problems import Withdrawn
from timeline.api.schema import detailed, listed
from timeline.api.shelves import DetailView, ListView, Moving, moved
from timeline.filter_forms import Filter
from timeline.filters import HolderFilter, OccurrenceFilter, StatementFilter, TrailFilter
from timeline.lists import named, occurrences, paging
from timeline.lists.claims import PLACES, ClaimRow, FactCheckRow, claims_at, fact_checks_of, public_claim
from timeline.lists.walks import Walk
from timeline.record import titles, trails
from timeline.record.counting import count_of
from timeline.record.hidden import hidden_of

MOST_KEPT = 1_000  # claims a process, of some 3 kB each


class Root(PublicView):
    """Where the lists are."""

    schema = None

    def get(self, request: HttpRequest) -> HttpResponse:
        lists = (
            "statements",
            "claims",
            "occurrences",
            "speakers",
            "outlets",
            "documents",
            "occasions",
            "corrections",
            "log",
            "search",
            "openapi",
            "docs",
        )
        return answer({name: shapes.site_url(reverse(f"api-{name}")) for name in lists})


@extend_schema_view(get=listed(serializers.Statement, "statements", StatementFilter, "Statements in the order of their dates"))
class Statements(ListView):
    filter_class = StatementFilter

    def ordering(self, chosen: Filter) -> paging.Order:
        return chosen.ordering

    def rows(self) -> QuerySet:
        return Statement.objects.public()

    def listed(self) -> Walk:
        return Walk()

    def shown(self, rows: QuerySet | Walk) -> QuerySet | Walk:
        return rows if isinstance(rows, Walk) else rows.values_list("id", "said_sort", named=True)

    def shapes(self, rows: list[Any]) -> list[Any]:
        return shapes.written(named.cited(named.read(row.id for row in rows)).told)


@extend_schema_view(
    get=detailed(log_serializers.LoggedStatement, "statements", "public_id", "One statement", gone=problem_serializers.Withdrawal)
)
class OneStatement(DetailView):
    list_view = Statements

    def shape(self, shelf: ListView, row: Any) -> shapes.Shape:
        """With its place in the log, which stands in no list."""
        for told in named.cited(named.read([row.id])).told:
            return shapes.statement(told) | {"log": log.last_place(told.shown["id"])}
        raise Http404

    def missing(self, **key: str) -> HttpResponse:
        columns = "withdrawn_at", "withdrawn_class", "withdrawn_reason"
        gone = Statement.objects.withdrawn().filter(**key).values_list(*columns).first()
        if gone is None:
            raise Http404
        raise Withdrawn(*gone)


@extend_schema_view(get=listed(serializers.Claim, "claims", HolderFilter, "Claims, those said most first"))
class Claims(ListView):
    order = paging.MOST_SAID

    def rows(self) -> QuerySet:
        return Claim.objects.public().filter(tally__isnull=False)

    def shown(self, rows: QuerySet) -> QuerySet:
        return rows.values_list(*PLACES, named=True)

    def shapes(self, rows: list[Any]) -> list[shapes.Shape]:
        language = get_language()
        found = claims_at(rows)
        checks = fact_checks_of(row.id for row in found)
        return [_shape_of(row, checks.get(row.id, ()), language) for row in found]


@lru_cache(maxsize=MOST_KEPT)
def _shape_of(claim: ClaimRow, checks: tuple[FactCheckRow, ...], _language: str | None) -> shapes.Shape:
    """The shape that a claim had before, if it is as it was. All answers share it, so nobody changes it."""
    return claim_shapes.claim(claim, checks)


@extend_schema_view(get=detailed(serializers.Claim, "claims", "slug", "One claim"))
class OneClaim(Moving):
    list_view = Claims
    route = "claim"


@extend_schema_view(get=listed(serializers.Step, "trail", TrailFilter, "Every time a claim was said, as its page tells it", key="slug"))
class Trail(PublicView):
    """A claim's sayings, denials, relays and variants in order, each with the days since the entry before it
    and the words changed since it was last asserted."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        params = request.GET
        chosen = TrailFilter.of(params)
        pagination.check(chosen, params)
        claim = public_claim(slug)
        if claim is None:
            return moved("claim", slug, "api-trail")
        rows = chosen.apply(occurrences.Occurrences(claim.id))
        page = pagination.read_page(rows, paging.OLDEST_FIRST, params)
        shown = trails.trail(page, rows)
        found = claim_shapes.found_in(named.cited(shown.beside))
        steps = [claim_shapes.step(step, found) for step in shown.steps]
        count = _count_of(chosen, claim) if params.get("count") == "1" else None
        body = pagination.envelope(request._request, page, steps, count)
        return answer(body, pagination.link_header(body))


def _count_of(chosen: TrailFilter, claim: ClaimRow) -> paging.Count:
    """How many the figures count in such a trail."""
    rows = OccurrenceFilter(chosen.given | {"claim": claim.slug}).apply(Occurrence.objects.public())
    return paging.count_up_to(count_of(rows))


@extend_schema_view(get=listed(serializers.Occurrence, "occurrences", OccurrenceFilter, "Where claims are said, denied or relayed"))
class Occurrences(ListView):
    filter_class = OccurrenceFilter
    order = paging.OLDEST_FIRST

    def rows(self) -> QuerySet:
        return Occurrence.objects.public()

    def shown(self, rows: QuerySet) -> QuerySet:
        return rows.values_list("id", "said_sort", "statement", named=True)

    def shapes(self, rows: list[Any]) -> list[shapes.Shape]:
        found = claim_shapes.found_in(named.cited(named.read({row.statement for row in rows})))
        return [claim_shapes.occurrence(row.id, found) for row in rows]


@extend_schema_view(get=listed(serializers.Speaker, "speakers", HolderFilter, "Speakers by name"))
class Speakers(ListView):
    order = paging.BY_NAME

    def rows(self) -> QuerySet:
        return Speaker.objects.public()

    def shown(self, rows: QuerySet) -> QuerySet:
        return rows.prefetch_related("identifiers", "affiliations")

    def shapes(self, rows: list[Speaker]) -> list[shapes.Shape]:
        counts = pagination.tallied(TallyScope.SPEAKER, rows)
        return [shapes.speaker(row, counts.get(str(row.pk), 0)) for row in rows]


@extend_schema_view(get=detailed(serializers.Speaker, "speakers", "slug", "One speaker"))
class OneSpeaker(Moving):
    list_view = Speakers
    route = "speaker"


@extend_schema_view(get=listed(serializers.Outlet, "outlets", HolderFilter, "Outlets by name"))
class Outlets(ListView):
    order = paging.BY_NAME

    def rows(self) -> QuerySet:
        return Outlet.objects.public()

    def shapes(self, rows: list[Outlet]) -> list[shapes.Shape]:
        counts = pagination.tallied(TallyScope.OUTLET, rows)
        return [shapes.outlet(row, counts.get(str(row.pk), 0)) for row in rows]


@extend_schema_view(get=detailed(serializers.Outlet, "outlets", "slug", "One outlet"))
class OneOutlet(Moving):
    list_view = Outlets
    route = "outlet"


@extend_schema_view(get=listed(serializers.Document, "documents", HolderFilter, "Documents, the newest first"))
class Documents(ListView):
    order = paging.NEWEST_DOCUMENTS

    def rows(self) -> QuerySet:
        return Document.objects.public()

    def shown(self, rows: QuerySet) -> QuerySet:
        return rows.select_related("article__outlet").defer("text", "raw")

    def shapes(self, rows: list[Document]) -> list[shapes.Shape]:
        titles.tell_as_kept(rows)
        named = {one for row in rows for one in (row.supersedes_id, row.wire_copy_of_id, row.relates_to_id)} - {None}
        public = dict(Document.objects.public().filter(pk__in=named).values_list("pk", "public_id"))
        return [shapes.document(row, public) for row in rows]


@extend_schema_view(get=detailed(serializers.DocumentWithText, "documents", "public_id", "One document, with its text or excerpts"))
class OneDocument(DetailView):
    """The text only where its outlet allows that and nothing in it was withdrawn; otherwise what stands around public statements.

    The page shows such a text with gaps. Here the offsets of statements count in `text`, so that one with gaps would be a wrong one.
    """

    list_view = Documents

    def shape(self, shelf: ListView, row: Document) -> shapes.Shape:
        if row.shows_full_text and not hidden_of(row.pk, whole=True):
            return super().shape(shelf, row) | {"text": row.text, "excerpts": []}
        hidden = hidden_of(row.pk)
        excerpts = [shapes.excerpt(one, hidden) for one in row.statements.public().order_by("start")]
        return super().shape(shelf, row) | {"text": None, "excerpts": excerpts}


@extend_schema_view(get=listed(serializers.Occasion, "occasions", HolderFilter, "Occasions, the newest first"))
class Occasions(ListView):
    order = paging.NEWEST_OCCASIONS

    def rows(self) -> QuerySet:
        return Occasion.objects.public()

    def shown(self, rows: QuerySet) -> QuerySet:
        named = Statement.objects.public().only("public_id", "occasion").order_by("id")
        return rows.prefetch_related(Prefetch("statements", named, to_attr="public_statements"))

    def shapes(self, rows: list[Occasion]) -> list[shapes.Shape]:
        return [shapes.occasion(row) for row in rows]


@extend_schema_view(get=detailed(serializers.Occasion, "occasions", "public_id", "One occasion"))
class OneOccasion(DetailView):
    list_view = Occasions


@extend_schema_view(get=listed(serializers.Correction, "corrections", Filter, "What was changed or withdrawn, and why"))
class Corrections(ListView):
    """The public log: what was changed or taken back, when and why; the newest first."""

    filter_class = Filter
    order = paging.LATEST

    def rows(self) -> QuerySet:
        return Revision.objects.corrections().defer("body")

    def shapes(self, rows: list[Revision]) -> list[shapes.Shape]:
        known, hushed = addresses(rows), untold(rows)
        return [shapes.correction(row, known.get((row.object_type, row.object_id)), is_untold=row.pk in hushed) for row in rows]
