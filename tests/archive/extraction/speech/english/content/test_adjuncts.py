"""Phrases of time and place between an English verb and what is said. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        "Anna Holt said on Monday ⟦the road was shut⟧.",
        "Anna Holt said in a statement on its website ⟦the road was shut⟧.",
        "Anna Holt said at the end of the quarter ⟦it had cut costs⟧.",
        "Anna Holt said, however, that ⟦the road was shut⟧.",
        "Anna Holt said ⟦last year's figures were wrong⟧.",
    ],
)
def test_words_begin_behind_time_and_place(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
