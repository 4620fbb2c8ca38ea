"""What stands behind an English verb of speech. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("Anna Holt said ⟦the road was shut⟧.", "clause after"),
        ("The editor replies: ⟦We did ask, and we are glad to have an answer⟧.", "clause after"),
        ("Anna Holt said that ⟦the road was shut⟧.", "clause after that"),
        ("Anna Holt promised on Friday ⟦to open the road⟧.", "what is promised"),
        ("Anna Holt determined ⟦the cuts would be necessary⟧.", "clause after"),
        ("Anna Holt expects ⟦sales to rise 5%⟧.", "clause after"),
        ("Dealers forecast ⟦a loss of 6 cents a share⟧.", "what is forecast"),
        ("Anna Holt recalled ⟦the memorandum that was signed in 1996⟧.", "noun phrase after"),
        ("She called the union “⟦a market with one owner and five customers⟧”.", "quotation in the clause"),
        ("Anna Holt, who said ⟦she would go⟧, resigned.", "clause after"),
        # according to somebody
        ("⟦The number of cars fell by half⟧ according to the police.", "clause before"),
        ("According to the police, ⟦the road is shut⟧.", "clause after"),
    ],
)
def test_what_stands_behind_the_verb_is_reported(line, how):
    sentence, wanted = unmarked(line)

    assert reported(sentence) == [(words, how) for words in wanted]
