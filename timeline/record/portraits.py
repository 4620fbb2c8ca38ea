"""What pages tell about a claim, a statement or a document beside its list, each in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive.entries.whens import When
from archive.models import Claim, Document, Occurrence, Statement, Tally
from archive.models.fields import of_any
from timeline import charts
from timeline.record.counting import Told, told_of
from timeline.record.ways import COUNTED

REPORTS_LISTED = 20
DRAWN = ("statement__said_earliest", "statement__said_latest", "figure", "saying")


@dataclass(frozen=True)
class Counted:
    """A row and how many statements it has; a claim with its figures."""

    row: Any
    count: int = 0
    told: list[Told] = field(default_factory=list)


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
