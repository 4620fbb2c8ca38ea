"""Slavic verbs of speech that report nothing said. All sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.cues import cues_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Министр сказал, что мост закрыт.", True),
        ("Министр сказал бы, что мост закрыт.", False),
        ("Сказал ли министр, что мост закрыт?", False),
        ("Если министр сказал, что мост закрыт, его ждут.", False),
        ("Правда, что министр сказал, что мост закрыт.", True),
        ("Неправда, что министр сказал, что мост закрыт.", False),
        ("Нет доказательств того, что министр сказал, что мост закрыт.", False),
        ("Ёсць доказы, што міністр сказаў, што мост закрыты.", True),
        ("Няма доказаў, што міністр сказаў, што мост закрыты.", False),
        ("Якби Іван Коваль сказав, що міст закрито, ми б знали.", False),
    ],
)
def test_what_was_not_said_is_no_cue(text, said):
    assert bool(cues_of(unit_of(text, 0, 0, len(text), ()))) == said
