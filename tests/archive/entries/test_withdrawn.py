"""Withdrawn words: whether a title repeats them, and where they stand again."""

import re

import pytest

from archive.entries.withdrawn import places, repeats
from tests.growth import grows_in_proportion

TEXT = "The toll stays, she said. “THE  toll\nstays, she said” – so the tolls stay. Again the toll stays. Breathe toll stays-up."


@pytest.mark.parametrize(
    ("title", "withdrawn", "expected"),
    [
        ("Mayor: ‘The TOLL stays!’", "the toll stays", True),
        ("Mayor: the toll stayś", "The toll stays.", True),
        ("The toll stays", "She said the toll stays for good", False),
        ("The toll stays for", "She said the toll stays, for good", True),
        ("The toll stayed", "The toll stay", False),
        ("Toll news", "The toll stays", False),
        ("Toll news", "…", False),
        ("", "The toll stays", False),
    ],
)
def test_title_that_repeats_withdrawn_words(title, withdrawn, expected):
    assert repeats(title, ["Something else entirely.", withdrawn]) is expected


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
