"""The ways in which a statement bears on a claim."""

from itertools import product

import pytest

from archive.enums import Likeness, Stance
from timeline.record.ways import WAYS, bearing_words, way_of

pytestmark = pytest.mark.once


def test_each_way_has_a_word():
    assert {way_of(stance, likeness) for stance, likeness in product(Stance, Likeness)} == set(WAYS)


@pytest.mark.parametrize(
    ("stance", "likeness", "words"),
    [
        ("asserts", "paraphrase", "says this in other words"),
        ("asserts", "narrower", "says less than this, or of fewer"),
        ("denies", "paraphrase", "denies this in other words"),
        ("denies", "narrower", "denies this in part"),
        ("relays", "verbatim", "reports that another said this"),
    ],
)
def test_words_of_a_bearing(stance, likeness, words):
    assert bearing_words(stance, likeness) == words
