"""Those who speak by what they know or to whom they belong."""

import pytest

from archive.extraction.speech.english.insiders import insiders
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Two people familiar with the talks |said so", ("role", "Two people familiar with the talks")),
        ("Senior officers investigating the crash |said so", ("role", "Senior officers investigating the crash")),
        ("People who are familiar faces |said so", None),
        ("The talks familiar to them |said so", None),
    ],
)
def test_insiders(sentence: str, source: tuple[str, str] | None) -> None:
    unit, at = unit_and_place(sentence)

    assert printed(sentence, insiders(unit.tokens, at - 1)) == source
