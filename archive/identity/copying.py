"""A text that is nearly the same as another outlet's is wire copy or is not: an editor answers, and what stands beside either follows."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_unanswered, held, keep_answer, record, save
from archive.enums import CopyAnswer, Verb
from archive.errors import Refused
from archive.models import ArchiveState, CopySuggestion, Document, User
from archive.publication.sources import sources_told


@transaction.atomic
def answer(pair: CopySuggestion, given: CopyAnswer, *, by: User, at: datetime | None = None) -> CopySuggestion:
    """Keep the answer; a copy is marked as one. Refuses when the document is public: there a publisher corrects it."""
    allow(by, "change_document")
    ArchiveState.take_turn()
    pair, signed = held(pair), Signature(by, at or timezone.now())
    expect_unanswered(pair)
    document = held(pair.document)
    if given == CopyAnswer.COPY:
        _mark(document, pair.other, signed)
    return keep_answer(pair, given, signed, documents=[document.public_id, pair.other.public_id])


def _mark(document: Document, other: Document, signed: Signature) -> None:
    if document.wire_copy_of_id:
        raise Refused(gettext("It is marked as the same text as “%(wire_copy_of)s” already.") % {"wire_copy_of": document.wire_copy_of})
    if document.is_public:
        raise Refused(gettext("The document is public: a publisher corrects “the same text as” there, with a public reason."))
    with sources_told(document, signed):
        document.wire_copy_of = other
        save(document)
    record(Verb.EDITED, document, by=signed.by, at=signed.at, wire_copy_of=other.public_id)
