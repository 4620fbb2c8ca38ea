"""Names in other cases brought back to the nominative, by dictionary and by ending. All names are invented."""

import pytest

from archive.extraction.languages.slavic.nominatives import CASES, OBLIQUE, cases_of_name, nominative

GENITIVE = frozenset({"gent", "accs"})


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [
        ("Анны Смирновой", "ru", "Анна Смирнова"),
        ("Ивана Петровича Лося", "ru", "Иван Петрович Лось"),
        ("Олега Тимченко", "ru", "Олег Тимченко"),
        ("Льва Гордеева", "ru", "Лев Гордеев"),
        ("Виктором Зиминым", "ru", "Виктор Зимин"),
        ("Ольги Ткачук", "uk", "Ольга Ткачук"),
        ("Тараса Кравця", "uk", "Тарас Кравець"),
        ("Дмитром Дзвінкою", "uk", "Дмитро Дзвінка"),
        # the language's own spelling
        ("Петра Коваля", "uk", "Петро Коваль"),
        ("Ивана Доброго", "ru", "Иван Добрый"),
        ("Івана Доброго", "uk", "Іван Добрий"),
        ("Івана Пятрова", "be", "Іван Пятроў"),
        ("Івана Лазарава", "be", "Іван Лазараў"),
        ("Пятром Кавалём", "be", "Пётр Каваль"),
        ("Валянцінай Крупскай", "be", "Валянціна Крупская"),
        ("Леонида Гречки", "ru", "Леонид Гречка"),
        ("Дмитрия Быкова", "ru", "Дмитрий Быков"),
        # unchanged
        ("Анна Смирнова", "ru", "Анна Смирнова"),
        ("Александра Новикова", "ru", "Александра Новикова"),
        ("Анна Гречка", "ru", "Анна Гречка"),
        ("Смирновой", "ru", "Смирновой"),
        ("Белого Дома", "ru", "Белого Дома"),
        ("Anna Smith", None, "Anna Smith"),
    ],
)
def test_name_as_a_subject_has_it(name, language, wanted):
    assert nominative(name, language) == wanted


@pytest.mark.parametrize(
    ("name", "language", "asked", "wanted"),
    [
        ("Александра Новикова", "ru", GENITIVE, "Александр Новиков"),
        ("Саввоса Теодоридиса", "ru", GENITIVE, "Саввос Теодоридис"),
        ("Хуана Родригеса", "ru", GENITIVE, "Хуан Родригес"),
        ("Кирстин Вольдт", "ru", OBLIQUE, "Кирстин Вольдт"),
        ("Ким Бон Ына", "ru", GENITIVE, "Ким Бон Ын"),
        ("Дунина-Горского", "ru", GENITIVE, "Дунин-Горский"),
        ("Жан-Клода Лебрена", "ru", GENITIVE, "Жан-Клод Лебрен"),
        ("Марты фон дер Лауэ", "ru", GENITIVE, "Марта фон дер Лауэ"),
        ("Лосева", "ru", GENITIVE, "Лосев"),
        ("Р. Вісманом", "uk", OBLIQUE, "Р. Вісман"),
        ("Теодозією Микиткою", "uk", OBLIQUE, "Теодозія Микитка"),
        ("Янкі Карпука", "be", GENITIVE, "Янка Карпук"),
        # nothing that is asked for fits
        ("Иван Лось", "ru", frozenset({"ablt"}), "Иван Лось"),
    ],
)
def test_case_that_is_asked_for_decides(name, language, asked, wanted):
    assert nominative(name, language, asked) == wanted


def test_gender_that_is_told_decides():
    assert nominative("Саши Лось", "ru", GENITIVE, "f") == "Саша Лось"
    assert nominative("Женей Лесной", "ru", CASES, "f") == "Женя Лесная"


def test_cases_of_a_surname_alone():
    assert cases_of_name("Парламента") == {"gent"}
    assert "nomn" in cases_of_name("Лосева")
