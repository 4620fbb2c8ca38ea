"""A text that was looked at is kept: taken in, what is near it answered, its statements drafted. Each is told in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from archive import publication
from archive.admin.sources.document import draft
from archive.capture import brought
from archive.capture.brought import Said
from archive.enums import CopyAnswer, DocumentRelation, NoticeAnswer
from archive.errors import Refused, one_of_many
from archive.identity import copying
from archive.models import BroughtText, CopySuggestion, Document, NoticeSuggestion, User


@dataclass
class Kept:
    """What became of a text: the document, what was done, and what was refused of it."""

    document: Document
    done: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def keep(row: BroughtText, *, by: User) -> Kept:
    """Refuses what can't be taken in. What can't be answered stays open, and is told."""
    answers = Said(**row.said).answers
    kept = Kept(brought.keep(row, by=by))
    others = Document.objects.filter(public_id__in=answers).select_related("article__outlet").defer("raw", "text")
    for other in others:
        try:
            answer(kept.document, other, *answers[other.public_id], by=by)
        except Refused as refusal:
            kept.refused.append(_("Kept, but not answered: %(why)s") % {"why": refusal})
    kept.done.append(draft(kept.document, by=by))
    return kept


def answer(document: Document, other: Document, given: str, note: str, *, by: User) -> None:
    """What a document is to one that is near it. As a newer version it was taken in already."""
    if given in CopyAnswer.values:
        _of_its_words(document, other, given, by)
    elif given in DocumentRelation.values:
        _of_its_notice(document, other, given, note, by)


def _of_its_words(document: Document, other: Document, given: str, by: User) -> None:
    for asked in CopySuggestion.objects.open().filter(document=document, other=other):
        copying.answer(asked, CopyAnswer(given), by=by)
    if given == CopyAnswer.OWN:
        for notice in NoticeSuggestion.objects.open().filter(document=document, other=other):
            publication.answer(notice, NoticeAnswer.NO, by=by)


def _of_its_notice(document: Document, other: Document, given: str, note: str, by: User) -> None:
    asked = NoticeSuggestion.objects.open().filter(document=document, other=other, relation=given).first()
    if asked:
        publication.answer(asked, NoticeAnswer.YES, note=note, by=by)
    else:
        publication.relate(document, publication.Notice(given, other, note), by=by)


def keep_all(rows: list[BroughtText], *, by: User) -> Iterator[Kept | str]:
    """One after another; one that can't be kept stays where it is, told in a sentence, and leaves the others."""
    for row in rows:
        name = str(row)
        try:
            with one_of_many(name):
                yield keep(row, by=by)
        except Refused as refusal:
            yield f"{name}: {refusal}"
