"""What stands before and around a Russian, Belarusian or Ukrainian verb of speech. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("⟦Дорогу откроют в мае⟧, сказала Анна Новик.", "clause before"),
        ("Выступая в Минске, Анна Новик сказала об этом.", ""),
        ("⟦Договор, уточнил чиновник, подпишут в Минске⟧.", "clause around"),
        ("При этом, добавил Петров, ⟦цены не вырастут⟧.", "clause after"),
    ],
)
def test_what_stands_before_and_around_the_verb_is_reported(line, how):
    sentence, wanted = unmarked(line)

    assert reported(sentence) == [(words, how) for words in wanted]
