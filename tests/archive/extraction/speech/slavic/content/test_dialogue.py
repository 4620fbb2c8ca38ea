"""Lines of dialogue in Russian, Belarusian and Ukrainian. All sentences are invented."""

import pytest

from tests.archive.extraction.speech.sentences import reported, unmarked


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("— ⟦Дорогу откроют в мае⟧, — сказала Анна Новик.", "dialogue"),
        ("— ⟦И мост тоже.⟧", "dialogue"),
    ],
)
def test_line_that_begins_with_a_dash_is_a_turn(line, how):
    sentence, wanted = unmarked(line)

    assert reported(sentence) == [(words, how) for words in wanted]


def test_reporter_between_dashes_parts_a_quotation():
    assert reported("«Дорогу откроют, — сказала Анна Новик. — И мост тоже откроют».") == [
        ("Дорогу откроют", "quotation before"),
        ("И мост тоже откроют", "second quotation"),
    ]
