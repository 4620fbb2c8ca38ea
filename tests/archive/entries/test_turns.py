"""The opposite, and how a promise came out."""

import pytest

from archive.entries.turns import is_contrary, speaks_of_future

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "words",
    [
        "It will open",
        "It won’t open",
        "We’ll see",
        "She is going to raise it",
        "Мост будет открыт",
        "Міст буде відкрито",
        "Мост будзе адкрыты",
    ],
)
def test_what_speaks_of_the_future(words):
    assert speaks_of_future(words)


@pytest.mark.parametrize("words", ["It opened", "The wills were read", "Мост открыт", "It is open"])
def test_what_does_not(words):
    assert not speaks_of_future(words)


@pytest.mark.parametrize(
    ("words", "others", "contrary"),
    [
        ("It will not open", ["It will open"], True),
        ("It did not open", ["It will open"], False),
        ("They come on Mondays", ["They come every day", "Readings come daily"], True),
        ("They came on Mondays", ["We came", "Readings will come daily"], False),
    ],
)
def test_word_that_a_promise_was_broken_is_not_its_contrary(words, others, contrary):
    assert is_contrary(words, others) is contrary
