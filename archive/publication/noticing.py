"""An outlet corrects or retracts its own report: saying so of a document, answering what was proposed, and taking it back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_unanswered, held, keep_answer, record, save_valid
from archive.enums import DocumentRelation, NoticeAnswer, RevisionClass, Verb
from archive.errors import Refused
from archive.models import ArchiveState, Document, NoticeSuggestion, User
from archive.publication.correcting import correct
from archive.publication.sources import concerns_public, sources_told


@dataclass(frozen=True)
class Notice:
    """What a document is to another one of its outlet, and what it puts right in a few words. Without anything: it is no notice."""

    relation: DocumentRelation | str = ""
    other: Document | None = None
    note: str = ""

    @property
    def columns(self) -> dict[str, object]:
        return {"relation": self.relation, "relates_to": self.other, "relation_note": self.note.strip()}


@transaction.atomic
def relate(document: Document, notice: Notice, *, by: User, reason: str = "", at: datetime | None = None) -> Document:
    """Say of a document that it corrects or retracts another, or with an empty `notice` that it doesn't.

    An editor's affair as long as nothing public stands in either; then a publisher's, with Revisions, Events and counts. A reason is
    needed where a note is taken back; else the note itself is the reason.
    """
    ArchiveState.take_turn()
    document, signed = held(document), Signature(by, at or timezone.now(), reason.strip())
    if not notice.relation and not document.relation:
        raise Refused(gettext("It is no notice already."))
    other = notice.other or document.relates_to
    allow(by, "publish_statement" if other and concerns_public(document, other) else "change_document")
    if document.is_public:
        why = signed.reason or _in_words(notice)
        correct(document, by=by, changes=notice.columns, revision_class=RevisionClass.CLARIFICATION, reason=why, at=signed.at)
        return held(document)
    with sources_told(document, signed):
        for name, value in notice.columns.items():
            setattr(document, name, value)
        document.lock_version += 1
        save_valid(document)
    told = {"relation": notice.relation, "relates_to": notice.other and notice.other.public_id, "note": notice.note}
    record(Verb.EDITED, document, by=by, at=signed.at, reason=signed.reason, **told)
    return document


def take_back(document: Document, *, by: User, reason: str, at: datetime | None = None) -> Document:
    """It was no notice, or was about another report."""
    return relate(document, Notice(), by=by, reason=reason, at=at)


@transaction.atomic
def answer(asked: NoticeSuggestion, given: NoticeAnswer, *, by: User, note: str = "", at: datetime | None = None) -> NoticeSuggestion:
    """Keep a person's answer; a yes says of the document what it is to the other, as `relate` does. Refuses what is answered already."""
    ArchiveState.take_turn()
    asked, signed = held(asked), Signature(by, at or timezone.now())
    expect_unanswered(asked)
    if given == NoticeAnswer.YES:
        _expect_none(asked.document)
        relate(asked.document, Notice(asked.relation, asked.other, note), by=by, at=signed.at)
    else:
        allow(by, "change_document")
    return keep_answer(asked, given, signed, documents=[asked.document.public_id, asked.other.public_id])


def _expect_none(document: Document) -> None:
    if document.relation:
        raise Refused(
            gettext("It %(relation)s “%(relates_to)s” already.")
            % {"relation": document.get_relation_display(), "relates_to": document.relates_to}
        )


def _in_words(notice: Notice) -> str:
    """The reason of a notice that is public itself, where none is given."""
    if notice.other is None:
        return ""
    said = "It retracts an earlier report" if notice.relation == DocumentRelation.RETRACTION else "It corrects an earlier report"
    return f"{said}: {notice.note.strip()}" if notice.note.strip() else f"{said}."
