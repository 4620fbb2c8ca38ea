"""Whose phrase begins behind a verb of speech."""

import pytest

from archive.extraction.speech.english.right import past_appositions, right_of
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("said |he at noon", ("pronoun", "he")),
        ("said |Anna Hill and Tom Orr at noon", ("person", "Anna Hill and Tom Orr")),
        ("said |Mark Weller's sister, Joan Weller, at noon", ("person", "Mark Weller's sister, Joan Weller")),
        ("said |Mark Weller's younger sister at noon", ("role", "Mark Weller's younger sister")),
        ("said |the head of the council", ("role", "the head of the council")),
        ("said |that it was noon", None),
        ("said|", None),
    ],
)
def test_source_behind_a_verb(sentence: str, source: tuple[str, str] | None) -> None:
    unit, at = unit_and_place(sentence)

    assert printed(sentence, right_of(unit.tokens, unit.mentions, at)) == source


def test_people_are_read_past_what_explains_them() -> None:
    unit, at = unit_and_place("said |Anna Hill, the mayor, and Tom Orr, her deputy, at noon")
    source = right_of(unit.tokens, unit.mentions, at)

    assert source is not None
    assert [mention.name for mention in past_appositions(unit.tokens, unit.mentions, source).mentions] == ["Anna Hill", "Tom Orr"]
