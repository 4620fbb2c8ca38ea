"""Another number, rank, time, or thing that is counted."""

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.guards.numbers import differing_numbers

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ("They paid 300 million.", "They paid 500 million.", ["the number differs: '300 million' against '500 million'"]),
        ("They paid 300 million.", "They paid $0.3bn.", []),
        ("It rose by two metres.", "It rose by two points.",
         ["what is counted differs: 'two metres' against 'two points'"]),
        ("The lake is 40 km long.", "It was 40 miles to the old town.",
         ["what is counted differs: '40 km' against '40 miles'"]),
        ("The lake is 40 km long.", "It was 40 kilometres to the old town.", []),
        ("The mayor received two offers for the old mill.", "Fishermen of the islands lost two boats.", []),
        ("They paid $300.", "They wanted 500 usd for lamps, sheep and bread.", ["the number differs: '$300' against '500'"]),
        ("Rents rose by 2 percent.", "Rents rose by 2 percentage points.",
         ["the number differs: '2 percent' against '2 percentage points'"]),
        ("Мы построим две школы.", "Мы построим три школы.", ["the number differs: 'две' against 'три'"]),
        ("Arden has the third highest taxes.", "Arden has the highest taxes.", ["the rank differs: 'third' against 'highest'"]),
        ("The bridge opened on Monday.", "The bridge opened on Friday.", ["the time differs: 'Monday' against 'Friday'"]),
        ("The bridge opened on 9 May.", "The bridge opened in June.", ["the time differs: '9 May' against 'June'"]),
        ("The bridge opened on 9 May.", "The bridge opened in May.", []),
        ("Мост открыли в среду.", "Мост открыли в пятницу.", ["the time differs: 'среду' against 'пятницу'"]),
        ("Мост открыли в прошлом году.", "Мост открыли в этом году.", ["the time differs: 'прошлом году' against 'этом году'"]),
        ("Мост открыли девятого мая.", "Мост открыли десятого мая.", ["the number differs: 'девятого мая' against 'десятого мая'"]),
        # the odd one out, where other numbers agree
        ("We gave back 62 sailors of Velk at Amsel, and got 48 airmen.", "Velk set free 84 fliers at Amsel for 62 sailors of ours.",
         ["the number differs: '48' against '84'"]),
        # in a long text with other numbers that agree, another proves nothing
        (f"They caught 50 rebels at the old mill{', at the other mill' * 6}, and for 28 years there was rest in all of the land.",
         "Fifty rebels paid; not for 25 years was there a riot.", []),
        ("The bridge opened last year.", "The bridge opened this year.", ["the time differs: 'last year' against 'this year'"]),
        ("The bridge opened in May.", "The bridge opened in May.", []),
        # the texts differ, and only numbers of one thing are compared
        ("The treasury will buy 300 lamps for streets of the old town.", "Sellers of the market said that 500 lamps were stolen.",
         ["the number differs: '300' against '500'"]),
        ("The treasury will buy 300 lamps for streets of the old town.", "Sellers of the market said that 500 sheep were stolen.", []),
        ("Taxes rose by 12 percent for shops of the old town.", "Before the harvest the ministry said that taxes rose by 15 percent.",
         ["the number differs: '12 percent' against '15 percent'"]),
        ("Taxes rose by 12 percent for shops of the old town.", "Before the harvest the ministry said that rents fell by 15 percent.",
         []),
        ("Since 1998 the treasury has bought lamps for the old town.", "Sellers of the market said that 500 sheep were stolen.", []),
    ],
)  # fmt: skip
def test_differences(ours, theirs, reasons):
    a, b = prepare(ours), prepare(theirs)

    assert [one.reason for one in differing_numbers(a, b, measure(a, b, Idf()))] == reasons
