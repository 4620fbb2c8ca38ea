"""A text of another outlet that is nearly the same is proposed as wire copy."""

import pytest

from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.models import CopySuggestion
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
