"""An editor answers whether a text is wire copy; it is kept, and what stands beside the other text follows."""

import pytest

from archive.enums import CopyAnswer
from archive.errors import Refused
from archive.identity import copying
from archive.models import ArchiveState, CopySuggestion, Document, DocumentEntry, Event, RetractedReport
from tests import factories as make

pytestmark = pytest.mark.django_db
WORDS = "The bridge is closed to all"


@pytest.fixture
def pair() -> CopySuggestion:
    return CopySuggestion.objects.create(document=make.make_document(), other=make.make_document(), likeness=0.9)


@pytest.mark.parametrize("given", CopyAnswer)
def test_answer_is_kept_and_never_asked_again(pair, given):
    editor = make.make_user("editor")

    copying.answer(pair, given, by=editor)

    pair.refresh_from_db()
    document = Document.objects.get(pk=pair.document_id)
    assert (pair.answer, pair.answered_by) == (given, editor)
    assert document.wire_copy_of == (pair.other if given == CopyAnswer.COPY else None)
    assert CopySuggestion.objects.open().count() == 0
    assert Event.objects.filter(verb="judged", object_id=pair.pk).count() == 1
    with pytest.raises(Refused, match="answered this already"):
        copying.answer(pair, given, by=editor)


def test_public_document_is_corrected_by_a_publisher_instead(pair):
    make.make_public_statement(pair.document, make.WORDS)

    with pytest.raises(Refused, match="a publisher corrects"):
        copying.answer(pair, CopyAnswer.COPY, by=make.make_user("editor"))
    assert CopySuggestion.objects.get().answer == ""


def test_viewer_may_not_answer(pair):
    with pytest.raises(Refused, match="Your role does not allow this"):
        copying.answer(pair, CopyAnswer.OWN, by=make.make_user("viewer"))


def test_words_withdrawn_from_a_copy_go_from_the_public_text_that_it_copies_too():
    text = f"{WORDS}\n\nThe minister said so. {WORDS}. It will be opened in the spring."
    document, other = make.make_document(text), make.make_document(f"{text} So the paper.", title=WORDS)
    make.make_withdrawn_statement(document, WORDS)
    make.make_public_statement(other, "It will be opened in the spring")
    known = ArchiveState.current()

    pair = CopySuggestion.objects.create(document=document, other=other, likeness=0.9)
    copying.answer(pair, CopyAnswer.COPY, by=make.make_user("editor"))

    entry = DocumentEntry.objects.get(pk=other.pk)
    assert WORDS not in str(entry.shown)
    assert ArchiveState.current() != known


def test_copy_of_a_retracted_report_is_kept_as_one(pair):
    make.make_notice(pair.other, "retraction")

    copying.answer(pair, CopyAnswer.COPY, by=make.make_user("editor"))

    assert RetractedReport.objects.filter(pk=pair.document_id).exists()
