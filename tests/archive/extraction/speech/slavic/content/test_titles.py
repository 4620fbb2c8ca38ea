"""Russian, Belarusian and Ukrainian quotation marks that hold no speech. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    "line",
    [
        "Вышел фильм «Очень длинная дорога к морю».",
        "В порту стоит «Анна Новик Великая Вторая».",
        "В порту услышали «⟦мы никогда не вернёмся сюда⟧».",
    ],
)
def test_names_are_no_speech(line):
    sentence, wanted = unmarked(line)

    assert [words for words, _ in reported(sentence)] == wanted
