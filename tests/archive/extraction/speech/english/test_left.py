"""Whose phrase ends before a verb of speech."""

import pytest

from archive.extraction.speech.english.left import left_of
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Then she |said so", ("pronoun", "she")),
        ("Then we |said so", ("other", "we")),
        ("A source who asked not to be named |said so", ("role", "A source")),
        ("Two people familiar with the talks |said so", ("role", "Two people familiar with the talks")),
        ("A lawyer for Anna Hill |said so", ("role", "A lawyer for Anna Hill")),
        ("The Metropolitan Council of Paper Unions |said so", ("body", "The Metropolitan Council of Paper Unions")),
        ("Anna Hill and Tom Orr |said so", ("person", "Anna Hill and Tom Orr")),
        ("Anna Hill of the Open List |said so", ("person", "Anna Hill of the Open List")),
        ("Anna Hill on Monday |said so", ("person", "Anna Hill")),
        ("Anna Hill, the mayor, |said so", ("person", "Anna Hill")),
        ("The mayor, Anna Hill, |said so", ("person", "The mayor, Anna Hill")),
        ("Anna Hill, 34, a shopkeeper, |said so", ("person", "Anna Hill")),
        ("The minister, they were told, |said so", None),
        ("The party (NSP) |said so", ("body", "The party")),
        ("The report by Anna Hill |said so", ("document", "The report by Anna Hill")),
        ("David Orr, President and Chief Executive of Merrow |said so", ("person", "David Orr")),
        ("The road |said so", ("other", "The road")),
    ],
)
def test_source_before_a_verb(sentence: str, source: tuple[str, str] | None) -> None:
    unit, at = unit_and_place(sentence)

    assert printed(sentence, left_of(unit.tokens, unit.mentions, at - 1)) == source
