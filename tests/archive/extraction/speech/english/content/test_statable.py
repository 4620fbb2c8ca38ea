"""Whether English words behind a verb of speech can be what is said. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        "Anna Holt said ⟦before now, such a finding was unlikely⟧.",
        "Anna Holt said ⟦at least two roads were shut⟧.",
        "Anna Holt said using her account.",
        "Anna Holt said it again in June.",
        "Tom Orr said it before the vote on Monday.",
        "Tom Orr said ⟦it was safe⟧.",
        "Anna Holt reported a loss in May, blamed on fuel.",
        "Anna Holt announced further targets for 2009.",
        "Anna Holt announced ⟦the road would be shut⟧.",
        "Anna Holt denied.",
    ],
)
def test_words_that_can_be_said_are_reported(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
