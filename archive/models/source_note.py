"""What outlets said later of their own reports: that they correct them, or take them back.

A notice names one capture of an article. It reaches that one; of the same article those that were seen no later than it, or before the
notice appeared (a later one may hold the corrected text already); and the wire copies of each. What another outlet says is no notice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, date
from typing import Any, NamedTuple

from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import DocumentRelation, OutletKind, SourceStatus
from archive.models.document import Document
from archive.models.statement import Statement

CAPTURES = "relates_to__article__documents"  # of the article that a notice names
COLUMNS = (
    "reached", "public_id", "relation", "relation_note", "published", "own_seen", "named_seen", "article", "relates_to__article",
    "relates_to__published", "article__outlet__name", "article__outlet__kind", "article__url", "is_copy", "is_public",
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


def tell(documents: Iterable[Document]) -> None:
    """Give these rows their `source_notes`, in one query; those that have them keep them."""
    documents = [document for document in documents if "source_notes" not in document.__dict__]
    notes = notes_of(document.pk for document in documents)
    for document in documents:
        document.source_notes = notes.get(document.pk, ())


def notes_of(documents: Iterable[int]) -> dict[int, tuple[SourceNote, ...]]:
    """For each document that some notice reaches: what stands beside it, the gravest first, then the latest."""
    wanted = _perhaps_reached(documents)
    if not wanted:
        return {}
    shown = {"is_public": Exists(Statement.objects.public().filter(document=OuterRef("pk")))}
    own, copied = (
        rows.filter(reached__in=wanted).annotate(is_copy=Value(is_copy, BooleanField()), **shown).values_list(*COLUMNS)
        for is_copy, rows in ((False, _reaching(CAPTURES)), (True, _reaching(f"{CAPTURES}__wire_copies")))
    )
    found = defaultdict[int, set[SourceNote]](set)
    for row in map(NoticeRow._make, own.union(copied, all=True)):
        found[row.reached].add(_note(row))
    return {reached: tuple(sorted(notes, key=_weight, reverse=True)) for reached, notes in found.items()}


def _perhaps_reached(documents: Iterable[int]) -> set[int]:
    """Those of an article that some notice names, or with a text copied from one. For nearly all documents this is all that is asked."""
    named = Document.objects.filter(relates_to__isnull=False).order_by().values("relates_to__article")
    rows = Document.objects.filter(Q(article__in=named) | Q(wire_copy_of__article__in=named), pk__in=set(documents))
    return set(rows.order_by().values_list("pk", flat=True))


def taken_back() -> QuerySet[Any]:
    """In SQL, the numbers of the documents whose report was retracted."""
    own, copied = _retracted()
    return own.filter(reached__isnull=False).values("reached").union(copied.filter(reached__isnull=False).values("reached"))


def fallen(documents: Collection[int]) -> set[int]:
    """Of these documents, those whose report was retracted: asked of them alone, however many notices there are."""
    own, copied = (rows.filter(reached__in=list(documents)).values_list("reached", flat=True) for rows in _retracted())
    return set(own.union(copied))


def _retracted() -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Notices that retract, with what they reach themselves, and with the copies of that."""
    own, copied = (_reaching(path).filter(relation=DocumentRelation.RETRACTION) for path in (CAPTURES, f"{CAPTURES}__wire_copies"))
    return own, copied


def reach_of(notices: QuerySet[Document]) -> set[int]:
    """The documents of the articles that these name, and their wire copies: all that these may reach."""
    rows = notices.filter(relates_to__isnull=False).values_list(CAPTURES, f"{CAPTURES}__wire_copies")
    return {pk for pair in rows for pk in pair if pk}


def is_told(notice: Document) -> bool:
    """Whether the public reads this notice beside statements."""
    public = Document.objects.public().filter(pk__in=reach_of(Document.objects.filter(pk=notice.pk)))
    return any(note.by == notice.public_id for notes in notes_of(public.values_list("pk", flat=True)).values() for note in notes)


def _reaching(path: str) -> QuerySet[Any]:
    """Notices, each with one capture that it reaches, or with a wire copy of that."""
    notices = Document.objects.filter(relates_to__isnull=False, article__outlet=F("relates_to__article__outlet")).order_by()
    seen = {"seen": _seen(f"{CAPTURES}__"), "named_seen": _seen("relates_to__"), "own_seen": _seen("")}
    rows = notices.annotate(capture=F(CAPTURES), reached=F(path), **seen)
    no_later = Q(seen__lt=F("named_seen")) | Q(seen=F("named_seen"), capture__lte=F("relates_to"))
    before_on_page = Q(seen__lt=F("own_seen")) | Q(seen=F("own_seen"), capture__lt=F("pk"))
    is_on_page = Q(article=F("relates_to__article"))
    before_it = is_on_page & before_on_page | ~is_on_page & Q(seen__lt=F("published_earliest"))
    return rows.filter(no_later | before_it).exclude(pk=F("capture"))


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
