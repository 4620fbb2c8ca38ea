"""The days between two entries in words, and whether an order is told."""

import pytest

from archive import edtf
from archive.entries.whens import When, is_in_order
from timeline.record.gaps import before_words, days_words, since_words

pytestmark = pytest.mark.once


def whens(*texts: str) -> list[When]:
    return [When(edtf.parse(text)) for text in texts]


@pytest.mark.parametrize(
    ("before", "after", "words", "of_a_denial"),
    [
        ("2023-05-17", "2024-06-24", "404 days later", "404 days after a denial"),
        ("2023-05-17", "2023-05-18", "1 day later", "1 day after a denial"),
        ("2023-05-17", "2023-05-17", "the same day", "the same day as a denial"),
        ("2023-05-17~", "2023-05-17", "about the same day", "about the same day as a denial"),
        ("2023-05-17", "2023-05-17T18:00:00Z", "the same day", "the same day as a denial"),
        ("2023-05-17T08:00:00Z", "2023-05-17T18:00:00Z", "later the same day", "the same day, after a denial"),
        ("2023-05-17T18:00:00Z", "2023-05-17T08:00:00Z", "the same day", "the same day as a denial"),
        ("2023-05-17T08:00:00", "2023-05-17T18:00:00Z", "the same day", "the same day as a denial"),
        ("2019-05", "2019-06-03", "3 to 33 days later", "3 to 33 days after a denial"),
        ("2019-05", "2019-05", "within 30 days of another saying", "within 30 days of a denial"),
        ("2016-22", "2016-06-11", "within 81 days of another saying", "within 81 days of a denial"),
        ("2016-22~", "2016-06-11", "within about 81 days of another saying", "within about 81 days of a denial"),
        ("2015", "2019-01-01", "1,097 to 1,461 days later", "1,097 to 1,461 days after a denial"),
        ("2018-03-20~", "2018-03-23", "about 3 days later", "about 3 days after a denial"),
        ("2018-03-20?", "2018-05", "about 42 to 72 days later", "about 42 to 72 days after a denial"),
    ],
)
def test_since_words(before, after, words, of_a_denial):
    first, second = whens(before, after)

    assert (since_words(first, second), since_words(first, second, "a denial")) == (words, of_a_denial)
    assert is_in_order(first, second) is ("later" in words)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2011", "2018-03-20", "2,271 to 2,635 days"),
        ("2011~", "2018-03-20", "about 2,271 to 2,635 days"),
        ("2019-05", "2019-05-31", "up to 30 days"),
    ],
)
def test_a_gap_between_coarse_dates_is_a_range(before, after, words):
    assert days_words(*whens(before, after)) == words


def test_before_words():
    first, second = whens("2019-11-21", "2023-05-17")

    assert (before_words(first, second), before_words(first, first)) == ("1,273 days before", "the same day")


@pytest.mark.parametrize("reported", [0, 1])
def test_a_day_of_publication_is_about_the_day_of_saying(reported):
    dates = whens("2019-06-08", "2019-06-09")
    dates[reported] = dates[reported]._replace(is_reported=True)

    assert (since_words(*dates), before_words(*dates)) == ("about 1 day later", "about 1 day before")
    assert dates[reported].words.startswith("reported ")
