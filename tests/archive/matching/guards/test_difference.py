"""One thing in which two texts differ, as it is named."""

import pytest

from archive.matching import prepare
from archive.matching.guards.difference import FEW_WORDS, are_short, written
from archive.matching.words import stem

pytestmark = pytest.mark.once


def test_stem_is_named_as_the_text_writes_it():
    assert written(prepare("The Railways closed."), stem("railways")) == "Railways"
    assert written(prepare("The Railways closed."), "unknown") == "unknown"


def test_texts_are_short_up_to_a_sentence_or_two():
    assert are_short(prepare("rain " * FEW_WORDS), prepare(""))
    assert not are_short(prepare("rain"), prepare("rain " * (FEW_WORDS + 1)))
