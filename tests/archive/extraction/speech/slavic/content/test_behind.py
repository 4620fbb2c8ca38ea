"""What stands behind a Russian, Belarusian or Ukrainian verb of speech. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("Анна Новик сказала: «⟦Мост закрыт⟧».", "quotation after"),
        ("Анна Новик рассказала «Вестнику», что ⟦мост закрыт⟧.", "clause after that"),
        ("Ганна Коваль дадала, што ⟦ідзе дождж⟧.", "clause after that"),
        ("Министр назвал обвинения «⟦полной чушью и провокацией⟧».", "quotation in the clause"),
        # as somebody says
        ("Как сообщает министерство, ⟦дорогу откроют в мае⟧.", "clause after"),
        ("Как сообщает ТАСС, министр пояснил, что ⟦дорогу откроют в мае⟧.", "clause after that"),
        # according to somebody
        ("По словам Анны Новик, ⟦дорогу откроют в мае⟧.", "clause after"),
        ("⟦Дорогу откроют в мае⟧, по словам Анны Новик.", "clause before"),
    ],
)
def test_what_stands_behind_the_verb_is_reported(line, how):
    sentence, wanted = unmarked(line)

    assert reported(sentence) == [(words, how) for words in wanted]
