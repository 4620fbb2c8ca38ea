"""What is printed is told apart by its look: names and descriptions, persons and bodies, and words that name nobody."""

import pytest

from archive.printed_names import is_odd, is_pronoun, looks_like_a_body, looks_like_a_name, without_article


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Defence", "European Commission", "Central Bank of Veldania", "House of Commons", "Church of Ardovia", "IMF", "МИД",
        "Hale Holdings", "Veldan Steel Inc.", "The Times", "Министерство обороны", "Міністерство оборони", "министерство", "Верховный суд",
        "Верховная Рада", "Партия мира", "Пресс-служба президента", "Central Electoral Commission", "Union of Gas Workers",
    ],
)  # fmt: skip
def test_name_of_a_body(name):
    assert looks_like_a_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "Anna Holt", "Frank Church", "Hugh House", "Tyra Banks", "Рада Петрова", "Иван Судаков", "Советов Иван", "Anna Kovaleva", "A. Lee",
        "王毅", "LAVRENEV", "Jens Post", "",
    ],
)  # fmt: skip
def test_name_of_a_person(name):
    assert not looks_like_a_body(name)


@pytest.mark.parametrize(
    ("printed", "is_name"),
    [
        ("Anna", True),
        ("An\u00adna Holt", True),
        ("A. Holt", True),
        ("王毅", True),
        ("a source", False),
        ("The ministry", False),
        ("", False),
    ],
)
def test_name_or_description(printed, is_name):
    assert looks_like_a_name(printed) == is_name


@pytest.mark.parametrize("name", ["As", "It", "I’ll", "Одновременно", "Хтось", "теплішим голосом Шуліка", "воскресенье Форсайт", "5 Minus"])
def test_odd_name(name):
    assert is_odd(name)


@pytest.mark.parametrize(
    "name", ["Anna Holt", "von Holt", "de la Cruz", "al-Sabah", "d’Angelo", "Will", "WHO", "Kelly", "Путін", "王毅", "A. Lee", ""]
)
def test_name_that_is_not_odd(name):
    assert not is_odd(name)


@pytest.mark.parametrize(
    ("printed", "rest"), [("The mayor of Ardo", "mayor of Ardo"), ("a source", "source"), ("Anna Holt", "Anna Holt"), ("A", "A")]
)
def test_without_article(printed, rest):
    assert without_article(printed) == rest


@pytest.mark.parametrize(
    ("printed", "names_nobody"), [("He", True), ("she ", True), ("Она", True), ("яна", True), ("Hes", False), ("a source", False)]
)
def test_pronoun_names_nobody(printed, names_nobody):
    assert is_pronoun(printed) == names_nobody
