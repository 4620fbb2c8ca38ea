"""A quotation that is wholly a question is asked, whatever verb stands beside it; one that asserts as well is asserted."""

import pytest

from archive.extraction import extract
from archive.extraction.speech.asking import is_question


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Who will pay?", True),
        ("Who will pay? Who will build?", True),
        ("Who will pay?!", True),
        ("Mr. Holt, who will pay?", True),
        ("Кто заплатит? Кто построит?..", True),
        ("Who will pay? We will not.", False),
        ("We will not pay. Who will?", False),
        ("Who will pay? Nobody", False),
        ("It is fine, isn't it?", False),
        ("It is fine, right?", False),
        ("Все готово, не так ли?", False),
        ("It may well be argued so, but this is the point: who gains by it?", False),
        ("", False),
    ],
)
def test_what_asks(words: str, asks: bool) -> None:
    text = f"“{words}”"

    assert is_question(text, 1, len(text) - 1) is asks


def test_turn_of_a_transcript_that_asks_is_asked() -> None:
    turns = ["HALL: Thank you all for coming.", "ORTIZ: When will it open?", "HALL: It opens in May.", "ORTIZ: Who pays? Nobody will."]

    found = extract("A hearing\n17 May 2023\n\n" + "\n\n".join(turns)).statements

    assert [one.force for one in found] == ["asserted", "asked", "asserted", "asserted"]


def test_both_parts_of_a_question_that_the_reporter_cuts_are_asked() -> None:
    found = extract("Bridge\n17 May 2023\n\n“Who,” asked Peter Marsh, “will pay for the bridge?” “It is ours,” he said.").statements

    assert [(one.text, one.force) for one in found] == [("Who", "asked"), ("will pay for the bridge?", "asked"), ("It is ours", "asserted")]


def test_question_behind_a_whole_sentence_leaves_that_asserted() -> None:
    found = extract("Bridge\n17 May 2023\n\n“The bridge is ours,” Peter Marsh said. “Who will pay for it?” He left.").statements

    assert [one.force for one in found] == ["asserted", "asked"]
