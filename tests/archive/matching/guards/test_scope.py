"""One side says less."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.scope import differing_scope

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("The islands belong to Norland.", "Do the islands belong to Norland?", ["wider: not a question"]),
        ("The toll was doubled in every region.", "The toll was doubled in the valley.", ["wider: 'every' against 'valley'"]),
        ("The toll was paid by all farmers.", "The toll was paid by some farmers.", ["wider: 'all' against 'some'"]),
        ("He pays everybody in the valley.", "In the valley he pays farmers more than anybody else.", []),
        ("The toll was doubled.", "The toll was doubled.", []),
    ],
)
def test_less_is_said(ours, theirs, reasons):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in differing_scope(a, b, measure(a, b, Idf()))] == reasons


def test_details_that_one_side_has_alone():
    a, b = prepare("The bridge was opened."), prepare("The bridge was opened by Anna Hill in Velm for 300 million.")

    (found,) = differing_scope(a, b, measure(a, b, Idf()))

    assert found.label == "narrower"
    assert "'300 million'" in found.reason
