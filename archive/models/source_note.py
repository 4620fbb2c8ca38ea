"""What outlets said later of their own reports: that they correct them, or take them back.

A notice names one capture of an article. It reaches that one; of the same article those that were seen no later than it, or before the
notice appeared (a later one may hold the corrected text already); and the wire copies of each. What another outlet says is no notice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, date
from functools import cache
from typing import Any, NamedTuple

from django.db import models
from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import DocumentRelation, OutletKind, SourceStatus
from archive.models.document import Document
from archive.models.statement import Statement

CAPTURES = "relates_to__article__documents"  # of the article that a notice names
OWN, COPIED = "", "wire_copy_of__"  # from a document to the one whose article a notice names: itself, or the one that it copies
NAMED = "article__documents__"  # from that one: a capture of its article
NOTICE = f"{NAMED}answers__"  # and what names this one
PATHS = {
    "capture": "pk", "own_article": "article", "own_outlet": "article__outlet", "named": f"{NAMED}pk",
    "named_published": f"{NAMED}published", "notice": f"{NOTICE}pk", "by": f"{NOTICE}public_id", "status": f"{NOTICE}relation",
    "note": f"{NOTICE}relation_note", "on": f"{NOTICE}published", "appeared": f"{NOTICE}published_earliest",
    "notice_article": f"{NOTICE}article", "notice_outlet": f"{NOTICE}article__outlet", "outlet_name": f"{NOTICE}article__outlet__name",
    "outlet_kind": f"{NOTICE}article__outlet__kind", "address": f"{NOTICE}article__url",
}  # fmt: skip
COLUMNS = (
    "pk", "by", "status", "note", "on", "notice_seen", "named_seen", "notice_article", "own_article", "named_published", "outlet_name",
    "outlet_kind", "address", "is_copy", "is_public",
)  # fmt: skip


@dataclass(frozen=True)
class SourceNote:
    """One notice, as it stands beside what it reaches. `on` is a date in EDTF, empty where it is not known; `by` the notice's public id.

    `copied_from` is the kind of the outlet whose text this is a copy of; empty where the outlet speaks of its own text.
    """

    status: SourceStatus
    outlet: str
    on: str = ""
    note: str = ""
    by: str = ""
    url: str = ""
    copied_from: str = ""
    is_public: bool = field(default=False, compare=False)  # whether the notice has a page of its own here

    @property
    def words(self) -> str:
        """“Telexa corrected this report on 14 June 2018: 52.4 instead of 54.2”."""
        said = _("%(outlet)s retracted this report %(when)s") if self.is_retraction else _("%(outlet)s corrected this report %(when)s")
        sentence = said % {"outlet": self._who, "when": self._when}
        return f"{sentence}: {self.note.rstrip(' .')}" if self.note else sentence

    @property
    def is_retraction(self) -> bool:
        return self.status == SourceStatus.RETRACTED

    @property
    def is_of_a_day(self) -> bool:
        return bool(self.on) and edtf.parse(self.on).is_exact_day

    @property
    def kept(self) -> dict[str, str]:
        """What a Revision keeps of it; `SourceNote(**kept)` is the same again."""
        return {name: str(value) for name, value in asdict(self).items() if name != "is_public"}

    @property
    def _who(self) -> str:
        if self.copied_from == OutletKind.AGENCY:
            return _("The agency %(outlet)s") % {"outlet": self.outlet}
        return _("%(outlet)s, whose text is copied here,") % {"outlet": self.outlet} if self.copied_from else self.outlet

    @property
    def _when(self) -> str:
        if not self.on:
            return _("on a day that is not known")
        return (_("on %(day)s") if self.is_of_a_day else "(%(day)s)") % {"day": edtf.parse(self.on).words}


class RetractedReport(models.Model):
    """One row says that the report of a Document was retracted, by its outlet or by the one whose text it copies.

    `publication.sources` keeps it, by what the notices tell: counts and lists ask it of many rows at once.
    """

    document = models.OneToOneField(Document, on_delete=models.CASCADE, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return str(self.document_id)


class NoticeRow(NamedTuple):
    """One document with one notice that reaches it; the columns of COLUMNS."""

    reached: int
    by: str
    relation: str
    note: str
    published: str
    seen: date
    named_seen: date
    article: int
    named_article: int
    named_published: str
    outlet: str
    outlet_kind: str
    url: str | None
    is_copy: bool
    is_public: bool


def notes_of(documents: Iterable[int]) -> dict[int, tuple[SourceNote, ...]]:
    """For each document that some notice reaches: what stands beside it, the gravest first, then the latest."""
    wanted = _perhaps_reached(documents)
    if not wanted:
        return {}
    shown = {"is_public": Exists(Statement.objects.public().filter(document=OuterRef("notice")))}
    own, copied = (
        _reached(way).filter(pk__in=wanted).annotate(is_copy=Value(way == COPIED, BooleanField()), **shown).values_list(*COLUMNS)
        for way in (OWN, COPIED)
    )
    found = defaultdict[int, set[SourceNote]](set)
    for row in map(NoticeRow._make, own.union(copied, all=True)):
        found[row.reached].add(_note(row))
    return {reached: tuple(sorted(notes, key=_weight, reverse=True)) for reached, notes in found.items()}


def _perhaps_reached(documents: Iterable[int]) -> set[int]:
    """Those of an article that some notice names, or with a text copied from one. For nearly all documents this is all that is asked."""
    return set(_of_named_articles().filter(pk__in=set(documents)))


@cache
def _of_named_articles() -> QuerySet[Document, int]:
    """Put together once, since every act and page asks it: that took twice as long as to write its SQL."""
    own, copied = (Exists(Document.objects.filter(article=OuterRef(f"{way}article"), answers__isnull=False)) for way in (OWN, COPIED))
    return Document.objects.filter(own | copied).order_by().values_list("pk", flat=True)


def taken_back(document: str) -> QuerySet[Any]:
    """For `Exists`: whether the report of the document at this path was retracted, as it is kept. One lookup a row, on any database."""
    return RetractedReport.objects.filter(document=OuterRef(document))


def retracted_among(documents: Collection[int]) -> set[int]:
    """Of these documents, those whose report was retracted, told by the notices themselves."""
    retracted = {"pk__in": documents, "status": DocumentRelation.RETRACTION}
    own, copied = (_reached(way).filter(**retracted).values_list("pk", flat=True) for way in (OWN, COPIED))
    return set(own.union(copied))


def reach_of(notices: QuerySet[Document]) -> set[int]:
    """The documents of the articles that these name, and their wire copies: all that these may reach."""
    rows = notices.filter(relates_to__isnull=False).values_list(CAPTURES, f"{CAPTURES}__wire_copies")
    return {pk for pair in rows for pk in pair if pk}


def is_told(notice: Document) -> bool:
    """Whether the public reads this notice beside statements."""
    public = Document.objects.public().filter(pk__in=reach_of(Document.objects.filter(pk=notice.pk)))
    return any(note.by == notice.public_id for notes in notes_of(public.values_list("pk", flat=True)).values() for note in notes)


def _reached(way: str) -> QuerySet[Any]:
    """Documents, each with a notice that reaches it, or by the second way the text that it copies; with PATHS.

    It goes from a document to its notices: how many others there are costs nothing.
    """
    seen = {"seen": _seen(way), "named_seen": _seen(f"{way}{NAMED}"), "notice_seen": _seen(f"{way}{NOTICE}")}
    rows: Any = Document.objects.order_by().annotate(**{name: F(f"{way}{path}") for name, path in PATHS.items()}, **seen)
    no_later = Q(seen__lt=F("named_seen")) | Q(seen=F("named_seen"), capture__lte=F("named"))
    before_on_page = Q(seen__lt=F("notice_seen")) | Q(seen=F("notice_seen"), capture__lt=F("notice"))
    is_on_page = Q(notice_article=F("own_article"))
    before_it = is_on_page & before_on_page | ~is_on_page & Q(seen__lt=F("appeared"))
    reached: QuerySet[Any] = rows.filter(no_later | before_it, notice__isnull=False, notice_outlet=F("own_outlet"))
    return reached.exclude(notice=F("capture"))


def _seen(path: str) -> Coalesce:
    """`Document.seen_day` in SQL."""
    return Coalesce(F(f"{path}seen_on"), TruncDate(f"{path}captured_at", tzinfo=UTC))


def _note(row: NoticeRow) -> SourceNote:
    status = SourceStatus.RETRACTED if row.relation == DocumentRelation.RETRACTION else SourceStatus.CORRECTED
    copied_from = row.outlet_kind if row.is_copy else ""
    return SourceNote(status, row.outlet, _day(row), row.note, row.by, row.url or "", copied_from, row.is_public)


def _day(row: NoticeRow) -> str:
    """When the notice appeared: the day of its publication. On the page of the report itself, which goes on telling the day of the
    report, it was put there some day between two looks."""
    if row.article != row.named_article or row.published != row.named_published:
        return row.published.partition("T")[0]
    first, last = sorted([row.named_seen, row.seen])
    return f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"


def _weight(note: SourceNote) -> tuple[bool, int, str]:
    return note.is_retraction, edtf.parse(note.on).sort_key if note.on else 0, note.by
