"""Another thing, person or place in the same sentence."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.names import differing_frame, differing_names

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("We will build larger schools.", "We will build larger prisons.", ["a word differs: 'schools' against 'prisons'"]),
        ("We will close the border soon.", "We will close the frontier soon.", []),
        ("We will build larger schools.", "Prices of bread fell again.", []),
    ],
)
def test_other_word_in_one_place(ours, theirs, reasons):
    assert [one.reason for one in differing_frame(prepare(ours), prepare(theirs))] == reasons


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("The navy will practise in the bay of Velm in April.", "In April the navy practises off Arden, in the bay.",
         ["the name differs: 'Velm' against 'Arden'"]),
        ("The navy will practise with Anna Hill in April.", "In April the navy will practise with Hill.", []),
        ("The navy will practise with Mayor Hill.", "The navy will practise with Governor Hill.", []),
        ("The navy WILL practise in Velm.", "The navy really MUST practise.", []),
        ("Navy Will Practise Off Velm In The Bay Soon", "In The Bay Off Arden The Navy Practises Soon", []),
        ("The mill in Velm burned.", "Of bread, butter and salt Arden has little.", []),
    ],
)  # fmt: skip
def test_other_name(ours, theirs, reasons):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in differing_names(a, b, measure(a, b, Idf()))] == reasons


def test_other_name_of_which_the_same_is_said():
    ours, theirs = prepare("In Velm the toll was doubled again, Hill said."), prepare("In Arden the toll was doubled again, Hill said.")

    found = list(differing_names(ours, theirs, measure(ours, theirs, Idf())))

    assert [one.reason for one in found] == ["the name differs: 'Velm' against 'Arden'"]


def test_other_name_in_a_long_text_proves_nothing():
    beside = " It was told to the council, to sellers of bread and fish, to guards, teachers and drivers, and to whoever came that day."
    ours, theirs = (prepare(f"In {place} the toll was doubled again, Hill said.{beside}") for place in ("Velm", "Arden"))

    assert list(differing_names(ours, theirs, measure(ours, theirs, Idf()))) == []
