"""Where reported words end in an English sentence. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        # at a mark
        "Anna Holt said ⟦the road was shut⟧; she blamed the rain.",
        "Anna Holt said ⟦the road was shut⟧; Tom Arlow disagreed.",
        "Anna Holt said ⟦the plan was simple and cheap⟧: “⟦We build it again, as before.⟧”",
        "Anna Holt said ⟦the road was shut⟧ but critics point to costs.",
        # behind a comma
        "Anna Holt said ⟦the road was shut, and the port too⟧.",
        "Anna Holt said ⟦the road was shut⟧, citing the police.",
        "Anna Holt said ⟦the road was shut⟧, rekindling fears for the port.",
        "Anna Holt said ⟦the road was shut⟧, a day after the bridge fell.",
        "Anna Holt said ⟦the road was shut⟧, hours before the bridge fell.",
        "Anna Holt said ⟦the road was shut⟧, in an interview with the Lantern.",
        "Anna Holt said ⟦the road was shut⟧, it was announced in Riga.",
        "Anna Holt said ⟦the road was shut⟧, hence urged patience.",
        "Anna Holt said ⟦the road was shut⟧, but Tom Arlow said ⟦it was open⟧.",
        "Anna Holt said ⟦the road was shut⟧, the Lantern reported, citing the police.",
        "Anna Holt said ⟦the road would stay shut⟧, the Lantern has learned.",
    ],
)
def test_reported_words_end_where_the_reporter_goes_on(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
