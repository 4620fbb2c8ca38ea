"""Addresses made of words keep the numbers in them and end at a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.slugs import LONGEST, slug_of

pytestmark = pytest.mark.once

SLUGS = [
    ("Turnout in the referendum was 54.2 %", "turnout-in-the-referendum-was-54-2-percent"),
    ("Turnout was 54.2%.", "turnout-was-54-2-percent"),
    ("Turnout was 52,4 percent", "turnout-was-52-4-percent"),
    ("The fee stays at 2.40 crowns until the end of 2025", "the-fee-stays-at-2-40-crowns-until-the-end-of-2025"),
    ("The train left at 2:40", "the-train-left-at-2-40"),
    ("A litre costs €2.40", "a-litre-costs-euro-2-40"),
    ("40,000 jobs", "40000-jobs"),
    ("1,234,567.8 crowns", "1234567-8-crowns"),
    ("0,125 of it", "0-125-of-it"),
    ("2½ years, 10² metres", "2-1-2-years-10-2-metres"),
    ("1/2 of the 2019–2021 crop", "1-2-of-the-2019-2021-crop"),
    ("It was -5 degrees, not 5", "it-was-minus-5-degrees-not-5"),
    ("The U.S. doesn’t re-elect him/her", "the-us-doesnt-re-elect-him-her"),
    ("Мост открыт: 54,2 %", "мост-открыт-54-2-percent"),
    ("Об’єднання п'яти", "обєднання-пяти"),
    ("İstanbul", "istanbul"),
    ("???", ""),
    ("a" * 130, "a" * LONGEST),  # there is no word to end at
]


@pytest.mark.parametrize(("words", "slug"), SLUGS)
def test_address_of_words(words, slug):
    assert slug_of(words) == slug


def test_long_words_end_at_a_word_and_not_within_a_number():
    words = "-".join(["word"] * 19)

    assert slug_of(f"{'word ' * 19}54.2 %") == f"{words}-54-2"
    assert slug_of(f"{'word ' * 19}54.25 %") == f"{words}-54-25"
    assert slug_of(f"{'word ' * 19}54.257 %") == words
    assert slug_of("word " * 30) == f"{words}-word"


@given(st.text())
def test_any_text_has_an_address_that_can_be_asked_for(text):
    slug = slug_of(text)

    assert all(one == "-" or one.isalnum() or one == "_" for one in slug)
    assert len(slug) <= LONGEST
    assert slug == slug.strip("-")


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from(".:/–%"))
def test_two_numbers_side_by_side_stay_two(one, other, between):
    assert slug_of(f"{one}{between}{other}").replace("percent-", "") == f"{one}-{other}"
