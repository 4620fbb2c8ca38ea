"""The subject at the head of a sentence, apart from its verb."""

import pytest

from archive.extraction.speech.english.subjects import subject_of
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "any_noun", "source"),
    [
        ("In the spring she came and |said so", False, ("pronoun", "she")),
        ("But Anna Hill came and |said so", False, ("person", "Anna Hill")),
        ("In its appeal, the ministry agreed and |said so", False, ("body", "the ministry")),
        ("Members of the board met and |said so", False, ("role", "Members of the board")),
        ("The road was long and |said so", False, None),
        ("The road was long and |said so", True, ("other", "The road")),
        ("Corvane missed its target and |said so", True, ("body", "Corvane")),
        ("Corvane missed its target and |said so", False, None),
        ("However it fell and |said so", True, None),
    ],
)
def test_subject_of_a_sentence(sentence: str, any_noun: bool, source: tuple[str, str] | None) -> None:
    unit, at = unit_and_place(sentence)

    assert printed(sentence, subject_of(unit, at, any_noun=any_noun)) == source
