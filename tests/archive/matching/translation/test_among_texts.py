"""The likeliest translations among many texts in memory."""

from archive.matching.translation.among_texts import Translations
from archive.matching.translation.pair import Told

TEXTS = [
    "The dam at Malakhovka holds, and the 40 families of the lower street have come back to their houses.",
    "Плотина в Малаховке держится, и сорок семей с нижней улицы вернулись в свои дома.",
    "Гребля в Малахівці тримається, і сорок родин з нижньої вулиці повернулися до своїх домівок.",
    "The library of Malakhovka has lent books to 40 readers who live on the other bank of the river.",
    "Урожай ячменя в этом году лучше, чем в прошлом, сказали крестьяне долины.",
    "Лампы на набережной горят всю ночь, и в этом нет ничего плохого.",
]
NEAR = Told(is_same_speaker=True, days_apart=0)


def near(place: int) -> Told:
    return NEAR if place < 3 else Told(is_same_speaker=False, days_apart=900)


def test_translations_come_from_other_languages_alone_the_likeliest_first():
    translations = Translations(TEXTS)

    assert [list(translations.of(text, near)) for text in TEXTS[:3]] == [[2, 1], [2, 0], [0, 1]]
    assert translations.of(TEXTS[4], near) == translations.of(TEXTS[5], near) == {}


def test_nothing_is_read_where_all_texts_are_in_the_language_that_asks_or_it_is_unknown():
    assert Translations(TEXTS[:1] + TEXTS[3:4]).of(TEXTS[0], near) == {}
    assert Translations(TEXTS).of("12 345", near) == {}
