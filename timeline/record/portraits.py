"""What pages tell about a claim, a speaker, a document or the whole archive beside its list, each in a fixed number of queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive import edtf
from archive.entries.whens import When
from archive.enums import TallyScope
from archive.models import Claim, ClaimTally, Document, Occurrence, Statement, Tally
from archive.models.fields import of_any
from timeline import charts
from timeline.lists import facets, periods
from timeline.record.counting import Told, told_of
from timeline.record.ways import COUNTED

READ_AT_ONCE = 100
MOST_BARS = 120  # of a chart by years
REPORTS_LISTED = 20
REPEATED = 2  # occasions
DRAWN = ("statement__said_earliest", "statement__said_latest", "figure", "saying")


@dataclass(frozen=True)
class Figures:
    """How much is on record, and from which years."""

    statements: int
    claims: int
    speakers: int
    outlets: int
    first_year: str = ""
    last_year: str = ""


@dataclass(frozen=True)
class Counted:
    """A row and how many of something it has; `url`: the list that is counted, where the row's own page is not it."""

    row: Any
    count: int = 0
    strip: charts.Strip | None = None
    url: str = ""
    told: list[Told] = field(default_factory=list)


def figures() -> Figures:
    """From rollup rows alone."""
    kinds = {"claims": TallyScope.CLAIM, "speakers": TallyScope.SPEAKER, "outlets": TallyScope.OUTLET}
    counts = {name: Count("pk", filter=Q(scope=scope)) for name, scope in kinds.items()}
    years = periods.years()
    first, last = (edtf.parse(year).words for year, _ in (years[0], years[-1])) if years else ("", "")
    found = Tally.objects.filter(scope__in=kinds.values(), statements__gt=0).aggregate(**counts)
    return Figures(facets.statements_of(TallyScope.ARCHIVE), **found, first_year=first, last_year=last)


def most_repeated(number: int) -> list[Counted]:
    """The claims said on most occasions, and on two at least, each with its dots."""
    tallies = ClaimTally.objects.filter(sayings__gte=REPEATED).select_related("claim").order_by("-sayings", "claim_id")[:number]
    claims = [tally.claim for tally in tallies]
    said: dict[int, list[charts.Said]] = {claim.pk: [] for claim in claims}
    rows = list(islice(merge(*map(_drawn_of, claims)), charts.MOST_MARKS))
    for _said_sort, _pk, claim, *row in rows:
        said[claim].append(charts.Said(*row))
    strips = [charts.strip(said[claim.pk], is_cut=len(rows) == charts.MOST_MARKS) for claim in claims]
    return [Counted(claim, claim.tally.sayings, strip, told=told_of(claim)) for claim, strip in zip(claims, strips, strict=True)]


def _drawn_of(claim: Claim) -> Iterator[tuple[Any, ...]]:
    """Its occurrences in order, read as far as they are asked for: each claim's by its own index."""
    rows = charts.drawn(Occurrence.objects.public().filter(claim=claim)).values_list("said_sort", "pk", "claim", *DRAWN)
    return rows.iterator(chunk_size=READ_AT_ONCE)


def strip_by_speaker(claim: Claim) -> charts.Strip | None:
    """Who said it when, a line for each speaker."""
    rows = charts.drawn(Occurrence.objects.public().filter(claim=claim)).values_list(
        *DRAWN, "statement__attributions__name", "statement__attributions__role",
        "statement__attributions__speaker__name", "statement__attributions__speaker__slug",
    )  # fmt: skip
    said = [charts.Said(*row, name or printed or role or _("unnamed"), _speaker_url(slug)) for *row, printed, role, name, slug in rows]
    return charts.strip(said, is_cut=len(said) == charts.MOST_MARKS)


@dataclass(frozen=True)
class Silence:
    """The longest gap between two entries, and what these are to the claim."""

    since: When
    until: When
    since_way: str | Promise
    until_way: str | Promise


def silence_of(claim: Claim) -> Silence | None:
    """None where nothing tells that there was one: all lies in one day, or in one time."""
    if not (claim.tally.silence and claim.tally.longest_silence_days):
        return None
    since, until = claim.tally.silence
    ways = COUNTED[since.figure], COUNTED[until.figure]
    return Silence(When(since.date, since.is_reported), When(until.date, until.is_reported), *ways)


def _speaker_url(slug: str | None) -> str:
    return reverse("speaker", args=[slug]) if slug else ""


def year_bars() -> list[tuple[str, int, str]]:
    """A bar for each year; where they are many for tens or hundreds of years, of which the chronology filtered by them is the page."""
    return [_years_bar(first, last, count) for first, last, count in periods.spans_of_years(MOST_BARS)]


def _years_bar(first: str, last: str, count: int) -> tuple[str, int, str]:
    if first == last:
        return edtf.parse(first).words, count, reverse("year", args=[first])
    return edtf.parse(f"{first}/{last}").words, count, f"{reverse('chronology')}?said_from={first}&said_to={last}"


def histogram_by_year() -> charts.Histogram:
    return charts.histogram(year_bars())


def histogram_by_month(year: str) -> charts.Histogram:
    return charts.histogram(month_bars(year))


def month_bars(year: str) -> list[tuple[str, int, str]]:
    return [(str(MONTHS[int(key[5:])]), count, reverse("month", args=key.split("-"))) for key, count in periods.months_of(year)]


def counted(rows: Iterable[Model], scope: str) -> list[Counted]:
    """Rows with the number of their public statements; claims with their figures."""
    rows = list(rows)
    keys = [str(row.pk) for row in rows] if scope else []
    known = dict(Tally.objects.filter(scope=scope, key__in=keys).values_list("key", "statements"))
    return [Counted(row, known.get(str(row.pk), 0), told=told_of(row) if isinstance(row, Claim) else []) for row in rows]


def translations(statement: Statement) -> list[Statement]:
    """The original of a translation, and other translations of it."""
    original = statement.translation_of_id or statement.pk
    same = of_any(Statement.objects.public(), Q(pk=original), Q(translation_of=original)).exclude(pk=statement.pk)
    return list(same.shown().annotate(is_original=Q(pk=original)).order_by("id")[:REPORTS_LISTED])


@dataclass(frozen=True)
class Kin:
    """The public documents that stand beside one: what it is a copy of, what it answers, its copies, its answers, its other captures."""

    original: Document | None
    answered: Document | None
    copies: list[Document]
    answers: list[Document]
    captures: list[Document]

    def all(self) -> list[Document]:
        return [*filter(None, (self.original, self.answered)), *self.copies, *self.answers, *self.captures]


def kin_of(document: Document) -> Kin:
    named = [pk for pk in (document.wire_copy_of_id, document.relates_to_id) if pk]
    ways = Q(wire_copy_of=document.pk), Q(relates_to=document.pk), Q(article=document.article_id), Q(pk__in=named)
    related = of_any(Document.objects.public(), *ways).exclude(pk=document.pk)
    rows = list(_light(related.order_by("published_sort", "id"))[:REPORTS_LISTED])
    return Kin(
        next((row for row in rows if row.pk == document.wire_copy_of_id), None),
        next((row for row in rows if row.pk == document.relates_to_id), None),
        [row for row in rows if row.wire_copy_of_id == document.pk],
        [row for row in rows if row.relates_to_id == document.pk],
        [row for row in rows if row.article_id == document.article_id],
    )


def _light(documents: QuerySet) -> QuerySet:
    """With their outlets and without their texts."""
    return documents.select_related("article__outlet").defer("text", "raw")
