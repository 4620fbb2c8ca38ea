"""How speakers hold what they say: denied, asked, supposed or asserted, and what is no saying at all. The table is a file."""

from pathlib import Path

import pytest

from tests.archive.extraction.speech.held import lines_of, read, wanted


@pytest.mark.parametrize("line", lines_of(Path(__file__).with_name("force.txt")))
def test_words_are_held_as_the_sentence_tells(line: str) -> None:
    sentence, held, cues = wanted(line)

    assert read(sentence) == (held, cues)
