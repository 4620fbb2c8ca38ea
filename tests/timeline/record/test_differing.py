"""In what a variant differs."""

import pytest

from timeline.record.differing import differing

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("claim", "words", "label"),
    [
        ("Turnout was 52.4 percent", "Turnout was 54.2 percent", "Other figure"),
        ("It creates 40,000 jobs", "It created eleven thousand jobs", "Other figure"),
        ("It opens in 2020", "It opens in 2022", "Other date"),
        ("It opens on 4 May", "It opens on 5 May", "Other date"),
        ("Anna Hill signed it", "Peter Marsh signed it", "Says it otherwise"),
        ("It creates 40,000 jobs", "It creates jobs", "Says it otherwise"),
    ],
)
def test_differing(claim, words, label):
    assert differing(claim, words) == label
