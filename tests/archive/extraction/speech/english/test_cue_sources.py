"""Who says so beside a verb of speech, and whether they stand behind it."""

import pytest

from archive.extraction.speech.english.cue_sources import source_beside
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source", "is_behind"),
    [
        ("Anna Hill came and |said so", ("person", "Anna Hill"), False),
        ("“It is shut for now,” |said Anna Hill", ("person", "Anna Hill"), True),
        ("“It is shut for now,” Anna Hill |said", ("person", "Anna Hill"), False),
        ("Anna Hill, who |said so", ("person", "Anna Hill"), False),
        ("Anna Hill |said so", ("person", "Anna Hill"), False),
        ("It is shut, |said Anna Hill, the mayor", ("person", "Anna Hill"), True),
        ("Anna Hill, the mayor, |said so", ("person", "Anna Hill"), False),
        ("The ministry, |said so", ("body", "The ministry"), False),
        ("It is shut, |said nearly half of them", ("other", "nearly half of them"), True),
        ("It was long, |recalled a similar talk", None, True),
        ("|Said so", None, False),
    ],
)
def test_who_says_so(sentence: str, source: tuple[str, str] | None, is_behind: bool) -> None:
    unit, at = unit_and_place(sentence)

    found, inverted = source_beside(unit, at, at - 1, [])

    assert (printed(sentence, found), inverted) == (source, is_behind)
