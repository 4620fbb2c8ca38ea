"""What stands beside public statements because of a notice of their outlet: whatever changes it is an act of publication. So what was read
of a text that is not public is put right here, too: a notice tells its own day and outlet."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.acts import Signature, allow, claim_version, expect_reason, record, save_valid
from archive.entries import documents, keeping, neighbours
from archive.entries.withdrawn import kin_of
from archive.enums import RevisionClass, Verb
from archive.errors import Refused
from archive.models import ArchiveState, Article, Document, Outlet, RetractedReport, Statement, User
from archive.models.source_note import SourceNote, notes_of, reach_of, retracted_among
from archive.publication import claim_counts, tallies
from archive.publication.snapshots import revise

Notes = tuple[SourceNote, ...]
OF_ARTICLE = ("outlet", "kind")
CHANGED = ["notices"]


@contextmanager
def sources_told(row: models.Model, signed: Signature) -> Iterator[None]:
    """Around a change of an outlet, an article or a document, which may be a notice, a copy or what a notice is about.

    Where other notes stand beside public statements afterwards, only a publisher may do it: each document that they stand in gets a
    Revision and an Event, and its claims are counted anew. The reason is the new note itself unless one is given; where a note
    only goes, one must be.
    """
    if row.pk is None or not isinstance(row, Outlet | Article | Document):
        yield
        return
    ArchiveState.take_turn()
    known, kin = _touched(row), _kin(row)
    before = notes_of(known)
    yield
    touched = known | _touched(row)
    keep_retracted(touched)
    after = notes_of(touched)
    changed, turned = {}, set[int]()
    for document in Document.objects.public().filter(pk__in=touched).order_by("pk").defer("raw", "text"):
        now = after.get(document.pk, ())
        was = before.get(document.pk, ()) if document.pk in known else _without(row, now)
        if was != now:
            changed[document] = _signed(signed, was, now)
        if _is_retracted(was) != _is_retracted(now):
            turned.add(document.pk)
    _tell(changed, signed)
    keeping.renew_since(neighbours.around(_statements(turned)).had_it_been_otherwise())
    if documents.renew(touched | kin | _kin(row)) or changed:
        tallies.raise_revision()


def keep_retracted(documents: Collection[int]) -> int:
    """Keep which of these documents' reports were retracted; returns of how many it was kept wrongly."""
    kept, retracted = kept_as_retracted(documents), retracted_among(documents)
    if kept - retracted:
        RetractedReport.objects.filter(pk__in=kept - retracted).delete()
    RetractedReport.objects.bulk_create(RetractedReport(pk=pk) for pk in sorted(retracted - kept))
    return len(kept ^ retracted)


def kept_as_retracted(documents: Collection[int]) -> set[int]:
    return set(RetractedReport.objects.filter(pk__in=documents).values_list("pk", flat=True))


def concerns_public(notice: Document, other: Document) -> bool:
    """Whether public statements stand where this notice may be told, were it about the other."""
    reach = reach_of(Document.objects.filter(pk=notice.pk)) | _of_article(other.article_id) | {notice.pk}
    return Document.objects.public().filter(pk__in=reach).exists()


def _tell(changed: dict[Document, Signature], signed: Signature) -> None:
    if not changed:
        return
    allow(signed.by, "publish_statement")
    for document, one in changed.items():
        revise(document, RevisionClass.CLARIFICATION, one, CHANGED)
        record(Verb.CORRECTED, document, by=one.by, at=one.at, reason=one.reason, fields=CHANGED)
    claim_counts.recount(list(Statement.objects.public().filter(document__in=changed).values_list("pk", flat=True)))


def _is_retracted(notes: Notes) -> bool:
    return any(note.is_retraction for note in notes)


def _without(notice: Outlet | Article | Document, notes: Notes) -> Notes:
    """What stood beside a document that this notice did not name before."""
    return tuple(note for note in notes if not isinstance(notice, Document) or note.by != notice.public_id)


def _signed(signed: Signature, was: Notes, now: Notes) -> Signature:
    new = next((note.words for note in now if note not in was), "")
    return replace(signed, reason=signed.reason or expect_reason(new))


def _touched(row: Outlet | Article | Document) -> set[int]:
    """The documents beside which something else may stand when this row changes."""
    if isinstance(row, Outlet):
        return reach_of(Document.objects.filter(article__outlet=row))
    if isinstance(row, Article):
        return _of_article(row.pk) | reach_of(Document.objects.filter(article=row))
    return {row.pk} | reach_of(Document.objects.filter(pk=row.pk)) | _of_article(row.article_id)


def _kin(row: Outlet | Article | Document) -> set[int]:
    """Where words stand, or are hidden, that do so in this document too."""
    return kin_of([row.pk]) if isinstance(row, Document) else set()


def _statements(documents: set[int]) -> list[int]:
    return list(Statement.objects.public().filter(document__in=documents).values_list("pk", flat=True))


def _of_article(article: int) -> set[int]:
    """Its captures, and their wire copies."""
    rows = Document.objects.filter(article=article).values_list("pk", "wire_copies")
    return {pk for pair in rows for pk in pair if pk}


@transaction.atomic
def put_right(document: Document, changes: Mapping[str, Any], *, by: User, read_version: int, at: datetime | None = None) -> Document:
    """Change fields of a document, and of its article. Refuses what the public sees, which a publisher corrects, and a document that
    somebody else saved meanwhile."""
    allow(by, "change_document")
    ArchiveState.take_turn()
    signed = Signature(by, at or timezone.now())
    claim_version(document, read_version)
    document = Document.objects.select_related("article").defer("raw").get(pk=document.pk)
    _change(document, {name: value for name, value in changes.items() if name not in OF_ARTICLE}, signed)
    if of_article := {name: value for name, value in changes.items() if name in OF_ARTICLE}:
        _change(document.article, of_article, signed)
        others = Document.objects.filter(article=document.article_id).exclude(pk=document.pk)
        others.update(lock_version=models.F("lock_version") + 1)  # their open pages show the article as it was
    return document


def _change(row: Article | Document, changes: Mapping[str, Any], signed: Signature) -> None:
    was = {name: _in_words(getattr(row, name)) for name in changes}
    becomes = {name: _in_words(value) for name, value in changes.items()}
    if was == becomes:
        return
    if row.is_public:
        raise Refused(_("This is public. What the public sees changes only by a correction with a public reason."))
    with sources_told(row, signed):
        for name, value in changes.items():
            setattr(row, name, value)
        if isinstance(row, Article):
            row.lock_version += 1
        save_valid(row)
    record(Verb.EDITED, row, by=signed.by, at=signed.at, was=was, becomes=becomes)


def _in_words(value: Any) -> str:
    """As an Event keeps it."""
    return str(value or "") if not isinstance(value, models.Model) else f"{value.pk}: {value}"
