"""Words that say that something was said before it was first recorded."""

import pytest

from archive.entries.reservations import RULES, Reservation, reservation_of
from archive.models import Document, Statement

pytestmark = pytest.mark.once


def link(text: str, words: str, claim: str = "", *, kind: str = "direct") -> tuple[Statement, int, int]:
    """These words of a text, and where all or some of them carry a claim."""
    statement = Statement(document=Document(text=text), kind=kind)
    start = text.index(words)
    statement.take_words(start, start + len(words))
    first = text.index(claim or words)
    return statement, first, first + len(claim or words)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_makes_its_rule_speak(rule):
    assert next(one.name for one in RULES if one.words.search(rule.example)) == rule.name


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("“As I said in March, the toll stays,” she said.", "As I said in March, the toll stays", "As I said"),
        ("“I have said this many times: it stays,” she said.", "I have said this many times: it stays", "I have said this many times"),
        ("«Как я уже говорил, сбор останется», — сказал он.", "Как я уже говорил, сбор останется", "Как я уже говорил"),
    ],
)
def test_speakers_who_say_that_they_said_it_before(text, words, said):
    assert reservation_of(*link(text, words)) == Reservation(said, by_speaker=True)


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("The minister reiterated that the toll stays.", "the toll stays", "reiterated"),
        ("“The toll stays,” she repeated on Monday.", "The toll stays", "repeated"),
        ("“The toll stays,” she said again.", "The toll stays", "said again"),
        ("Министр вновь заявил, что сбор останется.", "сбор останется", "вновь заявил"),
    ],
)
def test_reports_that_say_that_it_was_said_before(text, words, said):
    assert reservation_of(*link(text, words)) == Reservation(said, by_speaker=False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The toll stays,” she said.", "The toll stays"),
        ("“It will never again be closed,” she said.", "It will never again be closed"),
        ("“The toll stays.” Ann Orr repeated that the bridge is shut.", "The toll stays."),
        ("She reiterated her thanks. The toll stays, she said.", "The toll stays"),
        ("“They repeated the count,” she said.", "They repeated the count"),
        ("The claim, often repeated, is that the toll stays.", "the toll stays"),
    ],
)
def test_words_without_a_reservation(text, words):
    assert reservation_of(*link(text, words)) is None


def test_only_the_sentence_that_carries_the_claim_is_read():
    words = "As I said, I am tired. The toll stays."

    assert reservation_of(*link(f"“{words}”", words, "The toll stays")) is None
    assert reservation_of(*link(f"“{words}”", words, "I am tired")) == Reservation("As I said", by_speaker=True)
