"""Which words are first names, what the last name is, and the gender that a name tells."""

import pytest

from archive.extraction.languages.english import names as english
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.names import FIRST_NAMES, ends_like_surname, gender_of, surname_of
from archive.extraction.languages.slavic import names as slavic


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Anna Hill", "f"),
        ("Tom Hill", "m"),
        ("Анна Корзун", "f"),
        ("Леў Корзун", "m"),
        ("A. Novikova", "f"),  # the surname tells
        ("A. Novikov", "m"),
        ("Н. Вересаева", "f"),
        ("Н. Вересаев", "m"),
        ("Robin Hill", "f"),
        ("Jean Hill", None),  # a first name of both
        ("Jean Maria Hill", "f"),  # the second tells
        ("Zed Maria", None),  # of two words the last is no first name
        ("Zed Sinev", "m"),
        ("Dina", "f"),
        ("Iova", None),  # too short for a surname that tells
        ("A. B.", None),
        ("", None),
    ],
)
def test_gender_is_told_by_the_first_name_or_else_by_the_surname(name, gender):
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Anna Hill", "Hill"), ("Tom Hill Jr.", "Hill"), ("Tom Hill III", "Hill"), ("Jr", "Jr"), ("Анна Корзун", "Корзун")],
)
def test_surname_is_the_last_word_before_a_suffix(name, surname):
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("word", "told"), [("Novikova", True), ("Hillski", True), ("Корзинский", True), ("Вересаў", True), ("Hill", False), ("Корзун", False)]
)
def test_slavic_surnames_are_known_by_their_endings_in_either_alphabet(word, told):
    assert ends_like_surname(word) is told


@pytest.mark.parametrize(
    ("word", "told"), [("Anna", True), ("José", True), ("Анна", True), ("Леў", True), ("anna", False), ("Hill", False)]
)
def test_first_names_are_known_in_capitals(word, told):
    assert (word in FIRST_NAMES) is told


def test_each_family_lists_names_in_its_own_letters():
    assert [name for name in english.MALE | english.FEMALE | english.SUFFIXES if is_cyrillic(name)] == []
    assert [name for name in slavic.MALE | slavic.FEMALE if not is_cyrillic(name)] == []
