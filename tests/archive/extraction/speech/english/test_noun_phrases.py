"""Which noun phrase ends at a word, and what speaks by its head."""

import pytest

from archive.extraction.speech.english.noun_phrases import phrase_left
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Then the report |said so", ("document", "the report")),
        ("Then the ministers |said so", ("role", "the ministers")),
        ("Then the shopkeeper |said so", ("role", "the shopkeeper")),
        ("Then the ministry |said so", ("body", "the ministry")),
        ("Then the Treasury |said so", ("body", "the Treasury")),
        ("Then the weavers |said so", ("role", "the weavers")),
        ("Then the road |said so", ("other", "the road")),
        ("Then another |said so", ("role", "another")),
        ("Then only three |said so", ("role", "only three")),
        ("Two of the officials |said so", ("role", "Two of the officials")),
        ("On Monday, state and city officials |said so", ("role", "state and city officials")),
        ("The Coalition for Reforms and Democracy |said so", ("body", "The Coalition for Reforms and Democracy")),
        ("Then on Monday |said so", None),
    ],
)
def test_noun_phrase_before_a_verb(sentence: str, source: tuple[str, str] | None) -> None:
    unit, at = unit_and_place(sentence)

    assert printed(sentence, phrase_left(unit.tokens, unit.mentions, at - 1)) == source
