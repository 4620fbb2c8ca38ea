"""In which spellings a word of a name is found, and that a word that is right is never taken for another."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from archive import many_rows
from archive.models import Spelling
from archive.models.finding.names import is_same, keys_of, latin_of, read, words_of

pytestmark = pytest.mark.django_db
NAMES = [
    "Lev Korzun",
    "Лев Корзун",
    "Arkady Streshin",
    "Elena Soravik",
    "Kolmen",
    "Ardpress",
    "Zaborsk",
    "Anna-Maria O’Neil",
    "25 000 bridges",
    "Zofia",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def spellings():
    rows = sorted((key, word, text) for word, text in words_of(NAMES).items() for key in keys_of(word, text))
    many_rows.write(Spelling, ("key", "word", "written"), rows)


ONE = [
    ("korzun", "корзун"), ("korsun", "korzun"), ("streshyn", "streshin"), ("стрешин", "streshin"), ("стрэшын", "streshin"),
    ("sergei", "сергей"), ("siarhei", "сяргей"), ("lawrow", "лавров"), ("лукашэнк", "lukashenka"), ("ёлкин", "елкин"),
]  # fmt: skip


OTHERS = [("karen", "korin"), ("korzun", "karsin"), ("колм", "calm"), ("korzun", "korzunov")]


def same(word: str, other: str) -> bool:
    return is_same([latin_of(word)], other, other)


def test_spellings_of_one_name_are_one_and_other_names_are_not():
    assert [pair for pair in ONE if not same(*pair)] == []
    assert [pair for pair in OTHERS if same(*pair)] == []


@pytest.mark.parametrize("word", ["korzun", "корзун", "korsun", "korzn", "kor", "korz", "kozrun", "korzunn", "xorzun", "korzu"])
def test_name_is_found_in_other_letters_begun_and_with_a_letter_wrong(spellings, word):
    found = read({word: []})[word]

    assert "Korzun" in (found.same | found.begun | found.mistyped).values()
    assert bool(found.same) == (word in ("korzun", "корзун", "korsun", "korzn", "korzunn"))


def test_whole_word_is_found_where_its_ending_was_taken_for_another(spellings):
    assert read({"колм": ["колмен"]})["колм"].same == {"kolmen": "Kolmen"}


def test_number_and_short_word_are_found_as_they_stand_alone(spellings):
    found = read(dict.fromkeys(["25000", "25001", "le", "lex", "nothing"], ()))

    assert [bool(found[word].same) for word in found] == [True, False, False, False, False]
    assert not any(one.mistyped for one in found.values())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_one_wrong_letter_is_forgiven_and_a_right_word_found_as_itself(spellings, data):
    stored = sorted(word for word in words_of(NAMES) if word.isascii() and word.isalpha() and len(word) >= 5)
    word = data.draw(some.sampled_from(stored))
    at, letter = data.draw(some.integers(1, len(word) - 2)), data.draw(some.sampled_from(LETTERS))
    act = data.draw(some.sampled_from(["none", "other", "more", "less", "swapped"]))
    typed = {
        "none": word,
        "other": word[:at] + letter + word[at + 1 :],
        "more": word[:at] + letter + word[at:],
        "less": word[:at] + word[at + 1 :],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[act]

    found = read({typed: []})[typed]

    assert word in (found.same or found.begun | found.mistyped) or (act != "none" and found.same)
    assert typed not in stored or typed in found.same


@given(some.sampled_from(NAMES), some.sampled_from(["NFC", "NFD"]), some.booleans())
def test_words_of_a_name_are_the_same_however_it_is_typed(name, form, is_shouted):
    typed = unicodedata.normalize(form, name.upper() if is_shouted else name).replace("’", "'")

    assert set(words_of([typed])) == set(words_of([name]))
