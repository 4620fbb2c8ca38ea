"""An English reporting clause between two parts of what is said. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("⟦The bridge, she said, was shut⟧.", "clause around"),
        ("⟦There is, Anna Holt says, no reason to panic⟧.", "clause around"),
        ("In addition, he said, ⟦the road was shut⟧.", "clause after"),
        ("In an interview, she said, ⟦the road was shut⟧.", "clause after"),
        ("Now, they say, ⟦the road is shut⟧.", "clause after"),
        ("⟦The road is shut⟧, she said, as two bridges fell.", "clause before"),
        ("⟦Revenue would be flat⟧, the company warned, although others declined to say why.", "clause before"),
    ],
)
def test_clause_around_the_reporter_is_told_from_two(line, how):
    sentence, wanted = unmarked(line)

    assert reported(sentence) == [(words, how) for words in wanted]


def test_what_goes_on_with_a_conjunction_is_said_too():
    assert reported("Revenue would be flat, the company warned, and margins could shrink further.") == [
        ("Revenue would be flat", "clause before"),
        ("margins could shrink further", "clause after"),
    ]
