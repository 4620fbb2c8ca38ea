"""Who goes on behind “and” in an English sentence. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        "Anna Holt said ⟦the road was shut⟧ and left the room.",
        "Anna Holt said ⟦the road was shut⟧ and said ⟦it would open in May⟧.",
        "Anna Holt said ⟦the road was shut⟧ and she added that ⟦it would open in May⟧.",
        "Anna Holt said ⟦the road was shut⟧ and Tom Arlow said ⟦it was open⟧.",
        "Anna Holt said ⟦the road was shut⟧ and would not comment further.",
        "Anna Holt said ⟦the road was shut after she came and left the town⟧.",
        "Anna Holt said ⟦the road and the port were shut⟧.",
    ],
)
def test_reported_words_end_before_another_predicate_of_the_speaker(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
