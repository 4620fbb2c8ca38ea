"""Dates said in words, as precisely as they are known. `test_grammar` has the words of each kind of date; here are those of two ends."""

import pytest

from archive.edtf import parse
from archive.edtf.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-05-03/2023-05-05", "3–5 May 2023"),
        ("2023-05-03/2023-06-05", "3 May – 5 June 2023"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2022-07/2022-09", "July–September 2022"),
        ("2014/2015", "2014–2015"),
        ("2014~/2015", "from about 2014 to 2015"),
        ("2014/2015-06", "2014 – June 2015"),
        ("2023-21/2023-22", "spring 2023 – summer 2023"),
        ("2017/..", "from 2017 on"),
        ("2017/", "from 2017, end unknown"),
        ("../2017", "until 2017"),
        ("/2017", "until 2017, start unknown"),
    ],
)
def test_two_ends_say_once_what_they_share(text, words):
    assert words_of(parse(text)) == words


def test_moment_is_told_with_its_offset():
    assert words_of(parse("2023-05-17T15:44:30-04:30")) == "17 May 2023, 15:44:30 (UTC−4:30)"
    assert words_of(parse("2023-05-17T15:44Z")) == "17 May 2023, 15:44 (UTC)"
