"""Another number, rank, time, or thing that is counted."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.numbers import differing_numbers

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("They paid 300 million.", "They paid 500 million.", ["variant: the number differs: 300 million against 500 million"]),
        ("They paid 300 million.", "They paid $0.3bn.", []),
        ("It rose by two metres.", "It rose by two points.",
         ["variant: the number differs in what it counts: two metres against two points"]),
        ("Arden has the third highest taxes.", "Arden has the highest taxes.", ["variant: the rank differs: only one says 'third'"]),
        ("The bridge opened on Monday.", "The bridge opened on Friday.", ["variant: the time differs: Monday against Friday"]),
        ("The bridge opened last year.", "The bridge opened this year.", ["variant: the time differs: last year against this year"]),
        ("The bridge opened in May.", "The bridge opened in May.", []),
    ],
)  # fmt: skip
def test_differences(ours, theirs, reasons):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in differing_numbers(a, b, measure(a, b, Idf()))] == reasons
