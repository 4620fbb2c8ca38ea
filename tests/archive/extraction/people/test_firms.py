"""Which names are of firms, and which nouns stand for one."""

import pytest

from archive.extraction.people.firms import firms_of, is_firm
from archive.extraction.people.unit import Unit
from archive.extraction.text.tokens import tokens_of


def firms_in(text):
    return firms_of(text, [Unit(0, 0, len(text), tuple(tokens_of(text, 0, len(text))), ())])


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Ardent Foods Inc. is where the company was.", {"Ardent Foods Inc."}),
        ("Shares of Ardent rose, the company said.", {"Ardent"}),
        ("Ardent shares rose, the company said.", {"Ardent"}),
        ("Russian shares rose, the company said.", set()),  # of a nation
        ("Ardent Foods (NYSE: ADF) is the company.", {"Ardent Foods"}),
        ("It was retailer Ardent, the company said.", {"Ardent"}),
        ("It was Looe-based Ardent, the company said.", {"Ardent"}),
        ("Ardent shares rose, and Ardent Foods Inc. is the company.", {"Ardent Foods Inc."}),  # the fuller name
        ("The Company Inc. is the company.", {"Company Inc."}),
        ("Ardent is the company.", set()),  # nothing tells
        ("Ardent Foods Inc. was there.", set()),  # nobody asks
    ],
)
def test_firm_is_told_by_what_stands_beside_its_name(text, firms):
    assert firms_in(text) == firms


@pytest.mark.parametrize(
    ("printed", "head", "told"),
    [
        ("The company", "company", True),
        ("this firm", "firm", True),
        ("the Looe-based retailer", "retailer", True),
        ("the large retailer", "retailer", False),
        ("a company", "company", False),
        ("the large and old company", "company", False),
        ("the mayor", "mayor", False),
    ],
)
def test_definite_noun_stands_for_a_firm(printed, head, told):
    assert is_firm(printed, head) is told
