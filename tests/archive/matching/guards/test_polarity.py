"""The same words that say the reverse."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.polarity import differing_polarity, exchanged_roles

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("The council approved the harbour plan.", "The council did not approve the harbour plan.",
         ["may be the opposite: only one says 'not'"]),
        ("The council opened the harbour.", "The council closed the harbour.", ["may be the opposite: 'opened' against 'closed'"]),
        ("The strike came before the blockade.", "The blockade came after the strike.", []),
        ("Employment rose in the north this spring.", "Unemployment fell in the north this spring.", []),
        ("The council opened the harbour in spring, and the mayor praised the early start.",
         "The council closed the harbour in spring, and the mayor praised the late start.",
         ["may be the opposite: 'opened' against 'closed'", "may be the opposite: 'early' against 'late'"]),
        ("The council approved the plan.", "The council approved the plan.", []),
    ],
)  # fmt: skip
def test_negation_or_opposite(ours, theirs, reasons):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in differing_polarity(a, b, measure(a, b, Idf()))] == reasons


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("Norland attacked Arden.", "Arden attacked Norland.", ["may be the opposite: 'Norland' and 'Arden' change places"]),
        ("Norland attacked Arden.", "Arden was attacked by Norland.", []),
        ("Norland attacked Arden.", "Norland attacked Arden.", []),
        (
            "Norland delivered twenty brass lamps to Arden, Speaker.",
            "Arden delivered twenty brass lamps to Norland.",
            ["may be the opposite: 'Norland' and 'Arden' change places"],
        ),
        ("Norland struck Arden after the flood.", "After the flood Norland struck Arden.", []),
        ("A tanker of Norland cut the cables by dragging its anchor.", "Cables were cut by a tanker of Norland dragging its anchor.", []),
    ],
)
def test_who_does_it_and_who_suffers_it(ours, theirs, reasons):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in exchanged_roles(a, b, measure(a, b, Idf()))] == reasons
