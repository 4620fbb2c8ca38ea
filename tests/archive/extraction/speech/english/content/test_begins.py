"""Where reported words begin in an English sentence. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        # a quotation
        "Anna Holt said: “⟦The road is shut.⟧”",
        "Anna Holt said on Monday, “⟦The road is shut.⟧”",
        "Anna Holt says ⟦“steps have been taken” to cut costs⟧.",
        # that
        "Anna Holt said that ⟦the road was shut⟧.",
        "Anna Holt said only that ⟦the road was shut⟧.",
        "Anna Holt said on Friday in Oslo that ⟦the road was shut⟧.",
        "Anna Holt spoke on the likelihood that the road was shut.",
        # an opener
        "In addition, ⟦the road is shut for repairs⟧, Anna Holt said.",
        "But ⟦the road is shut for repairs⟧, Anna Holt said.",
    ],
)
def test_words_begin_at_a_quotation_or_behind_that_or_an_opener(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
