"""One thing in which two texts differ, as it is named."""

import pytest

from archive.matching import prepare
from archive.matching.guards.difference import FEW_WORDS, Difference, are_short, less, of_stem
from archive.matching.words import stem

pytestmark = pytest.mark.once


def test_stem_is_found_where_the_text_has_it_first():
    side = prepare("The Railways closed 300 railways.")

    assert [(found.text, found.start, found.end) for found in (of_stem(side, stem("railways")), of_stem(side, "#3e+02"))] == [
        ("Railways", 4, 12),
        ("300", 20, 23),
    ]


def test_side_that_says_less_is_told_and_where():
    words = of_stem(prepare("It may close."), "may")

    assert less("as something possible", words, by_us=True) == Difference(
        "narrower", "narrower: as something possible ('may')", (3, 6), None
    )
    assert less("as something possible", words, by_us=False) == Difference(
        "narrower", "wider: not as something possible ('may')", None, (3, 6)
    )


def test_texts_are_short_up_to_a_sentence_or_two():
    assert are_short(prepare("rain " * FEW_WORDS), prepare(""))
    assert not are_short(prepare("rain"), prepare("rain " * (FEW_WORDS + 1)))
