"""A text of another outlet that is nearly the same is proposed as wire copy; the answer of an editor is kept."""

import pytest

from archive.capture import capture, copies
from archive.capture.provenance import Provenance
from archive.enums import CopyAnswer
from archive.errors import Refused
from archive.models import CopySuggestion, Document, Event
from tests import factories as make
from tests.archive.matching.test_sketches import EDITED, OTHER, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> CopySuggestion:
    for text, outlet in ((TEXT, "Coastal News"), (OTHER, "Coastal News"), (EDITED, "Gazette")):
        capture(text.encode(), Provenance(outlet=make.make_outlet(outlet) if text != OTHER else None))
    return CopySuggestion.objects.get()


def test_nearly_the_same_text_of_another_outlet_is_proposed(pair):
    assert (pair.document.text, pair.other.text) == (EDITED, TEXT)
    assert 0.6 < pair.likeness < 1
    assert list(CopySuggestion.objects.open()) == [pair]


@pytest.mark.parametrize(("text", "outlet"), [(EDITED, "Coastal News"), (TEXT, "Gazette"), (OTHER, "Gazette")])
def test_own_outlets_texts_exact_copies_and_other_texts_are_not_proposed(text, outlet):
    coastal, gazette = make.make_outlet("Coastal News"), make.make_outlet("Gazette")
    capture(TEXT.encode(), Provenance(outlet=coastal))

    capture(text.encode(), Provenance(outlet=coastal if outlet == "Coastal News" else gazette))

    assert CopySuggestion.objects.count() == 0


@pytest.mark.parametrize("given", CopyAnswer)
def test_answer_is_kept_and_never_asked_again(pair, given):
    editor = make.make_user("editor")

    copies.answer(pair, given, by=editor)

    pair.refresh_from_db()
    document = Document.objects.get(pk=pair.document_id)
    assert (pair.answer, pair.answered_by) == (given, editor)
    assert document.wire_copy_of == (pair.other if given == CopyAnswer.COPY else None)
    assert CopySuggestion.objects.open().count() == 0
    assert Event.objects.filter(verb="judged", object_id=pair.pk).count() == 1
    with pytest.raises(Refused, match="answered this already"):
        copies.answer(pair, given, by=editor)


def test_public_document_is_corrected_by_a_publisher_instead(pair):
    make.make_public_statement(pair.document, "It was closed for two years after the flood")

    with pytest.raises(Refused, match="a publisher corrects"):
        copies.answer(pair, CopyAnswer.COPY, by=make.make_user("editor"))
    assert CopySuggestion.objects.get().answer == ""


def test_viewer_may_not_answer(pair):
    with pytest.raises(Refused, match="Your role does not allow this"):
        copies.answer(pair, CopyAnswer.OWN, by=make.make_user("viewer"))
