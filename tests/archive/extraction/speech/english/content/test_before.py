"""Whether the English clause before a verb of speech is what it reports. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("⟦The road is shut⟧, Anna Holt said.", "clause before"),
        ("⟦The road is shut⟧, officials and the energy minister said.", "clause before"),
        ("⟦With the vote over and the count done at last, parliament will meet⟧, he said.", "clause before"),
        ("Asked about the deal, Anna Holt said ⟦it was off⟧.", "clause after"),
        ("When the rain began, Anna Holt said on Friday that ⟦the road was shut⟧.", "clause after that"),
        ("Hinting that talks had stalled, she said, “⟦We will wait.⟧”", "quotation after"),
        ("Monday morning in Oslo, Anna Holt announced the discovery of five planets.", ""),
        ("The mayor of Port Dorna, Inga Sorrel, thanked the government.", ""),
        ("The road is shut for repairs, the sign says.", ""),
    ],
)
def test_clause_before_the_verb_is_told_from_a_phrase_of_the_reporter(line, how):
    sentence, wanted = unmarked(line)

    assert reported(sentence) == [(words, how) for words in wanted]
