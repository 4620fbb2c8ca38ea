"""Those who are told something in English stand outside what is said. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        "Anna Holt told reporters ⟦the road was shut⟧.",
        "Anna Holt told shareholders ⟦the road was shut⟧.",
        "Anna Holt told the BBC ⟦the road was shut⟧.",
        "Anna Holt told the crowd that ⟦the road was shut⟧.",
        "Anna Holt told a news conference ⟦the road was shut⟧.",
        "Anna Holt told a crowd in Oslo that ⟦the road was shut⟧.",
        "The firm warned ⟦it expects to report a loss⟧.",
        "Anna Holt told a colleague about her part in it.",
    ],
)
def test_words_begin_behind_those_who_are_told(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
