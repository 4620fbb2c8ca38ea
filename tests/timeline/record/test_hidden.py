"""Spans of a text that stay out, and where withdrawn words stand again. The rules of what is hidden from whom: `test_excerpts`."""

import re

import pytest

from tests.growth import grows_in_proportion
from timeline.record.hidden import merged, near, places

TEXT = "The toll stays, she said. “THE  toll\nstays, she said” – so the tolls stay. Again the toll stays. Breathe toll stays-up."


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([], []), ([(4, 6), (1, 3)], [(1, 3), (4, 6)]), ([(1, 3), (3, 5)], [(1, 5)]), ([(1, 9), (2, 4), (8, 11)], [(1, 11)])],
)
def test_spans_that_touch_are_one(spans, expected):
    assert merged(spans) == expected


def test_spans_near_a_piece_of_text_reach_into_it():
    spans = [(0, 2), (4, 6), (8, 10), (12, 14)]

    assert [near(spans, *piece) for piece in ((2, 4), (5, 9), (6, 8), (0, 99))] == [[], [(4, 6), (8, 10)], [], spans]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the toll stays, she", ["The toll stays, she", "THE  toll\nstays, she"]),
        ("the toll stays", ["The toll stays", "THE  toll\nstays", "the toll stays", "the toll stays"]),
        ("toll stays", []),
        ("the tolls stays", []),
        ("so the tolls stay.", ["so the tolls stay."]),
    ],
)
def test_withdrawn_words_are_found_however_they_are_broken_into_lines(words, found):
    assert [TEXT[start:end] for spans in places(TEXT, [words]) for start, end in spans] == found


def test_places_are_those_that_a_search_finds():
    words = ["a b a", "b a b", "a a a a"]
    text = "a b a b a B  a a a a a a b"

    searched = [[match.span() for match in re.finditer(r"\s+".join(one.split()), text, re.IGNORECASE)] for one in words]

    assert list(places(text, words)) == searched


def test_many_withdrawn_words_are_looked_for_in_proportion_to_the_text():
    def look(size: int) -> None:
        sentences = [f"Sentence {number} was never said here." for number in range(size)]
        assert sum(map(len, places(" ".join(sentences), sentences))) == size

    assert grows_in_proportion(look, 300)
