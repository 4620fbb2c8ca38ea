"""Pasted words are found where they stand in a text."""

import pytest

from archive.admin.statements.places import MOST, places_of
from tests.growth import grows_in_proportion

TEXT = "He said: “We will\nbuild the bridge.” Then – again – she said: “We will build the road.”"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("build the bridge", ["build the bridge"]),
        ("  build the road.\n", ["build the road."]),
        ("We will build the bridge", ["We will\nbuild the bridge"]),  # a line end in the text, a blank in what was pasted
        ('"We will build the road."', ["“We will build the road.”"]),  # straight quotation marks for curly ones
        ("Then - again", ["Then – again"]),
        ("We will", ["We will", "We will"]),
        ("build a bridge", []),
        ("", []),
        (" \n ", []),
    ],
)
def test_places_of_words(words, found):
    assert [TEXT[start:end] for start, end in places_of(words, TEXT)] == found


def test_places_are_listed_up_to_a_limit():
    assert len(places_of("a", "a " * 1000)) == MOST


def test_places_of_the_worst_words_take_linear_time():
    assert places_of("a " * 50_000 + "b", "a\n" * 60_000) == []
    assert grows_in_proportion(lambda size: places_of("a " * size + "b", "a\n" * 4 * size), 50_000)
