"""Where reported words end in a Russian, Belarusian or Ukrainian sentence. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        # and
        "Анна Новик сказала, что ⟦мост закрыт и порт тоже⟧.",
        "Анна Новик сказала, что ⟦мост закрыт⟧ и назвала это ошибкой.",
        "Анна Новик сказала, что ⟦мост закрыт⟧, и назвала это ошибкой.",
        "Анна Новик сказала, что ⟦мост закрыт, и назвал это ошибкой⟧.",
        # somebody else
        "Анна Новик сказала, что ⟦мост закрыт⟧; эксперты возражают.",
        "Анна Новик сказала, что ⟦мост закрыт⟧, однако эксперты возражают.",
        "Анна Новик сказала, что ⟦мост закрыт, но порт работает⟧.",
        # behind a comma
        "Анна Новик сказала, что ⟦мост закрыт⟧, добавив подробности.",
        "Анна Новик сказала, что ⟦мост закрыт⟧, сообщает министерство.",
        "Анна Новик сказала, что ⟦мост закрыт⟧, передаёт «Вестник».",
        "Анна Новик сказала, что ⟦мост закрыт⟧, отвечая на вопрос газеты.",
        "Анна Новик сказала, что ⟦мост закрыт⟧, по словам министра.",
    ],
)
def test_reported_words_end_where_the_reporter_goes_on(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
