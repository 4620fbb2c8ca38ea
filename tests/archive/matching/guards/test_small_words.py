"""What a small word says of the whole, of a number, of a day."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.small_words import differing_small_words

pytestmark = pytest.mark.once


def found(ours, theirs):
    a, b = prepare(ours), prepare(theirs)
    return [(one.reason, one.ours, one.theirs) for one in differing_small_words(a, b, measure(a, b, Idf()))]


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("The ferry runs.", "The ferry runs if it pays.", [("wider: not under a condition ('if')", None, (15, 17))]),
        ("The ferry runs if it pays.", "The ferry runs.", [("narrower: under a condition ('if')", (15, 17), None)]),
        ("If it pays, the ferry runs, but only if the sea is calm.", "If it pays, the ferry runs, the sea is calm.",
         [("narrower: under a condition ('but only if')", (28, 39), None)]),
        ("The ferry takes up to 300 cars.", "The ferry takes 300 cars or more.",
         [("differs: 'up to 300' against '300 cars or more'", (16, 25), (16, 32))]),
        ("The ferry takes some 300 cars.", "The ferry takes 300 cars.", []),
        ("The ferry rose to 300 crowns.", "The ferry rose by 300 crowns.",
         [("differs: 'to 300' against 'by 300'", (15, 21), (15, 21))]),
        ("The ferry runs until the long strike.", "The ferry runs before the long strike.",
         [("differs: 'until the long' against 'before the long'", (15, 29), (15, 30))]),
        ("The ferry runs by June.", "The ferry runs from June.", [("differs: 'by June' against 'from June'", (15, 22), (15, 24))]),
        ("The ferry was sold by the council.", "The ferry was sold in the council.", []),
        ("The ferry may not leave.", "The ferry must not leave.", []),
        ("The ferry leaves at most.", "The ferry leaves.", []),
        ("The ferry leaves at dawn if paid.", "Prices of bread and of salted butter rose again.", []),
    ],
)  # fmt: skip
def test_differences(ours, theirs, told):
    assert found(ours, theirs) == told
