"""What pages tell of the words that changed between two occurrences."""

import pytest

from archive import matching
from timeline.record.comparing import Wording, changes, is_elliptic, tidied

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", [("same", "a b c")]),
        ("", "", []),
        (
            "The bridge costs us one cent",
            "We spend one cent",
            [("removed", "The bridge costs us"), ("added", "We spend"), ("same", "one cent")],
        ),
        # "it" stays between two changes and is too short to stand alone
        ("cars like it red", "boats love it blue", [("removed", "cars like it red"), ("added", "boats love it blue")]),
        ("up to ten", "up to twelve", [("same", "up to"), ("removed", "ten"), ("added", "twelve")]),
        ("so it is", "it is", [("removed", "so"), ("same", "it is")]),
    ],
)
def test_tidied_changes(old, new, expected):
    assert tidied(matching.changed_words(old, new)) == [Wording(*one) for one in expected]


@pytest.mark.parametrize(
    ("older", "words", "remark", "is_short"),
    [
        ("The toll stays", "the toll stays.", "in the same words", False),
        ("The toll stays", "Never", "this is a short answer and no sentence by itself, so no words are compared", True),
        ("Never", "The toll stays", "that was a short answer and no sentence by itself, so no words are compared", True),
    ],
)
def test_why_no_words_are_compared(older, words, remark, is_short):
    found = changes(older, words)

    assert (found.wording, found.remark.words(), found.remark.is_short) == ((), remark, is_short)


def test_words_of_two_sentences_are_compared():
    assert changes("The toll stays", "The toll goes") == (
        (Wording("same", "The toll"), Wording("removed", "stays"), Wording("added", "goes")),
        None,
    )


@pytest.mark.parametrize(
    "words",
    [
        "In 2024", "Never", "Yes.", "Not before the spring", "By the end of 2024", "The spring of 2025", "Forty thousand jobs", "40,000",
        "No comment", "In March or April", "В 2024 году", "Никогда", "До конца года", "Не раньше весны", "Так", "Пасля вясны",
    ],
)  # fmt: skip
def test_an_answer_is_elliptic(words):
    assert is_elliptic(words)


@pytest.mark.parametrize(
    "words",
    [
        "", "It stays", "The toll stays", "In 2020 the first passengers will take off from here", "No foreign bases will be built here",
        "We will open it in 2024", "Not a single drop of water is held back by the dam", "They come every day",
        "In one word: the treaty between the two countries on the waters of the river", "Turnout 52.4 percent", "Observers had access",
        "Сбор остаётся", "Мы откроем его в 2024 году", "Не было ни одной капли", "Она уже была открыта",
    ],
)  # fmt: skip
def test_a_sentence_is_not(words):
    assert not is_elliptic(words)
