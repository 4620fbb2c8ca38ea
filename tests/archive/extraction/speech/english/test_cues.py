"""The verbs of speech of a sentence, each with its source."""

import pytest

from archive.extraction.speech.english.cues import cues_of
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("Anna Hill said that it is shut and added that it was late", [("said", "Anna Hill"), ("added", "Anna Hill")]),
        ("Anna Hill said it is shut, adding that it was late", [("said", "Anna Hill"), ("adding", "Anna Hill")]),
        ("“It is shut for now,” said Anna Hill", [("said", "Anna Hill")]),
        ("It is shut, said Anna Hill, the mayor", [("said", "Anna Hill")]),
        ("It was Anna Hill who said that it is shut", [("said", "Anna Hill")]),
        ("Analysts are now expecting a loss", [("expecting", "Analysts")]),
        ("A message stating that it is shut", [("stating", "A message")]),
        ("Anna Hill went on", [("went", "Anna Hill")]),
        ("Anna Hill went home", []),
        ("Nobody said that it is shut", []),
        ("Anna Hill read that it is shut", []),
        ("The test showed that it is shut", []),
        ("It hoped that it is shut", []),
        ("Anna Hill will say that it is shut", []),
        ("According to Anna Hill, it is shut", [("according to", "Anna Hill")]),
    ],
)
def test_cues_of_a_sentence(sentence: str, cues: list[tuple[str, str]]) -> None:
    unit, _at = unit_and_place(f"|{sentence}.")

    found = [(cue.word, printed(sentence, cue.source)) for cue in cues_of(unit)]

    assert [(word, source[1] if source else "") for word, source in found] == cues
