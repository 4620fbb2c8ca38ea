"""What a translation keeps: names in whatever case and letters, numbers, days, months; as terms of an index, apart by language."""

import pytest

from archive.matching.numbers import quantities
from archive.matching.translation.marks import Marks, forms_of, language_code, marks_of, terms_of
from archive.matching.words import words

ONE_NAME = [
    ("Дороховске", "Dorokhovsk"),
    ("Дороховском", "Dorokhovsky"),
    ("Верейной", "Vereina"),
    ("Ольшанской", "Olshany"),
    ("Лубенська", "Lubny"),
    ("Лубенського", "Lubny"),
    ("Салуцкага", "Saluta"),
    ("Хотинецькій", "Khotynets"),
    ("Гарецького", "Haretskyi"),
    ("Вярбнага", "Viarbny"),
    ("Чэхаўца", "Chekhavets"),
    ("Юлиевым", "Yuliev"),
    ("Малахівці", "Malakhivka"),
    ("Пяцькаўцы", "Piatskauka"),
    ("Марковца", "Markovets'"),
    ("Ардо", "Ardo"),
    ("Тарсиде", "Tarsida’s"),
    ("Китаем", "China"),
    ("ЗША", "USA"),
    ("Варшаві", "Warsaw"),
]
OTHER_NAMES = [("Глава", "Gallow"), ("Виной", "Vane"), ("Дороховск", "Dorogobuzh"), ("Ольховка", "Elkhovo"), ("Китай", "Germany")]


def shared(one: str, other: str) -> set[str]:
    """The names of the first that the other has too."""
    theirs = marks_of(other).names
    return {name.text for name in marks_of(one).names if any(name.sound_shared(beside) for beside in theirs)}


def placed(marks: Marks) -> set[str]:
    return {name.text for name in marks.names}


@pytest.mark.parametrize(("slavic", "english"), ONE_NAME)
def test_name_is_known_in_any_case_and_spelling(slavic, english):
    assert shared(f"Мы были в {slavic}.", f"They were in {english}.")


@pytest.mark.parametrize(("slavic", "english"), OTHER_NAMES)
def test_other_names_are_told_apart(slavic, english):
    assert not shared(f"Мы были в {slavic}.", f"They were in {english}.")


def test_names_of_other_scripts_and_of_a_single_sound_are_none():
    assert (forms_of("东京"), forms_of("Яя")) == ({}, {})


def test_word_that_opens_a_sentence_is_a_name_only_where_it_is_uncommon():
    marks = marks_of("Verkhovye will wait. Children of Malin know it. The mayor agrees.")

    assert [(name.text, name.is_sure) for name in marks.names] == [("Verkhovye", False), ("Malin", True)]


def test_months_are_known_by_capital_letters_in_english_and_are_no_names():
    one, other = marks_of("They may march on in May, or in September."), marks_of("У травні або у верасні, не маршам.")

    assert (one.months, other.months, placed(one)) == (frozenset({5, 9}), frozenset({5, 9}), set())


def test_ranks_are_left_out():
    assert [number.text for number in marks_of("The second pump pumps 40 litres by the third of June 2031.").quantities] == [
        "40",
        "third of June",
        "2031",
    ]


def test_terms_are_those_that_find_little():
    text = "From 4 May 2031 the ferry to Malin takes 2 cars, 40 people and 12 percent more."

    found = {language: terms_of(words(text), quantities(text), language) for language in ("en-GB", "de", "")}

    assert found == {"en-GB": {"en@mln", "en#day504", "en#40", "en#12%"}, "de": frozenset(), "": frozenset()}
    assert {f"en{term}" for term in marks_of(text).terms} == found["en-GB"]


def test_language_is_known_without_its_country():
    assert [language_code(one) for one in ("en-GB", "RU", "")] == ["en", "ru", ""]
