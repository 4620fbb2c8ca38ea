"""The people for whom a name before a verb stands."""

import pytest

from archive.extraction.speech.english.named import people
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source", "names"),
    [
        ("Anna Hill |said so", ("person", "Anna Hill"), ["Anna Hill"]),
        (
            "Anna Hill, Tom Orr and Mads Holm |said so",
            ("person", "Anna Hill, Tom Orr and Mads Holm"),
            ["Anna Hill", "Tom Orr", "Mads Holm"],
        ),
        ("Speaking of Anna Hill, Tom Orr |said so", ("person", "Tom Orr"), ["Tom Orr"]),
        ("The report by Anna Hill |said so", ("document", "The report by Anna Hill"), ["Anna Hill"]),
    ],
)
def test_people_of_a_name(sentence: str, source: tuple[str, str], names: list[str]) -> None:
    unit, _at = unit_and_place(sentence)

    found = people(unit.tokens, unit.mentions, unit.mentions[-1])

    assert (printed(sentence, found), [mention.name for mention in found.mentions]) == (source, names)
