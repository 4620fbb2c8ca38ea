"""The number that a run of digits and words writes."""

import pytest

from archive.matching.numerals import cardinal_at, is_year, ordinal_at, small_at, tokens_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.2 thousand tonnes", (1200, 2, False)),
        ("two hundred and five people", (205, 4, False)),
        ("one and a half million", (1.5e6, 5, False)),
        ("half a million", (5e5, 3, False)),
        ("50m people", (5e7, 2, False)),
        ("50 m of cable", (50, 1, True)),
        ("dozens of ships", (12, 1, False)),
        ("1990s", (1990, 1, True)),
        ("million", None),
        ("one of us", None),
        ("3rd", None),
        ("nothing", None),
    ],
)
def test_number_at_the_start(text, number):
    assert cardinal_at(tokens_of(text), 0) == number


def test_ordinals_and_small_numbers_are_none_past_the_end():
    tokens = tokens_of("3rd third 40 2000")

    assert [ordinal_at(tokens, at) for at in range(5)] == [3, 3, 0, 0, 0]
    assert [small_at(tokens, at) for at in range(5)] == [3, 0, 40, 0, 0]


@pytest.mark.parametrize(("text", "expected"), [("1990s", True), ("2019", True), ("1,990", False), ("1699", False), ("2101", False)])
def test_year(text, expected):
    assert is_year(tokens_of(text)[0]) is expected
