"""How the ways in which a statement bears on a claim are named."""

import pytest

from timeline.record.ways import bearing_words

pytestmark = pytest.mark.once


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
