"""Verbs of speech that tell of nothing that was said."""

import pytest

from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.unsaid import is_unsaid
from archive.extraction.speech.reports import Cue
from tests.archive.extraction.speech.english.phrases import unit_and_place


@pytest.mark.parametrize(
    ("sentence", "unsaid"),
    [
        ("Anna Hill |said so", False),
        ("Anna Hill will |say so", True),
        ("Anna Hill would |say so", False),
        ("Anna Hill would have |said so", True),
        ("If asked, Anna Hill would |say so", True),
        ("Not one of the ministers |said so", True),
        ("It was as though she |said so", True),
        ("Though she |said so", False),
        ("If she |said so", True),
        ("Nor Anna Hill |said so", True),
        ("Had she |said so", True),
        ("Only then did she |say so", False),
        ("It is untrue that she |said so", True),
        ("It is not true that she |said so", True),
        ("It is true that she |said so", False),
        ("There is no evidence she |said so", True),
    ],
)
def test_what_was_never_said(sentence: str, unsaid: bool) -> None:
    unit, at = unit_and_place(sentence)
    back = at - 1
    while unit.tokens[back].lower in ("will", "would", "have"):
        back -= 1

    assert is_unsaid(unit.tokens, Cue(at, at, unit.tokens[at].lower, left_of(unit.tokens, unit.mentions, back))) == unsaid
