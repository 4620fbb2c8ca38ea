"""What the dictionaries tell of a word."""

import pytest

from archive.extraction.languages.slavic.morphology import cases_of, dictionary_of, forms, is_of_people, is_of_somebody, is_place, is_plain


def test_cases_of_a_word():
    assert cases_of("министра") == {"gent", "accs"}
    assert cases_of("брифинге") == {"loct"}


@pytest.mark.skipif(not dictionary_of("uk"), reason="the Ukrainian dictionary is optional")
def test_case_of_a_ukrainian_word_with_any_apostrophe():
    assert cases_of("п’ятницю") == cases_of("п'ятницю") == {"accs"}


def test_names_places_and_other_words():
    assert is_of_people("Олега")
    assert is_place("Норвегии")
    assert not is_place("Олега")
    assert is_plain("популярность")
    assert not is_plain("Норвегия")


def test_words_that_no_dictionary_holds():
    assert not forms("Аўрамчук")  # Belarusian alone has the letter
    assert not forms("Гюрзоглав")
    assert not is_plain("Гюрзоглав")
    assert not forms("міністра", "be")


def test_dictionary_that_is_not_installed():
    assert dictionary_of("be") is None


@pytest.mark.parametrize("word", ["фізик", "гідролог", "єгиптолагіня", "ўладальнік"])
def test_somebody_is_told_by_the_ending_where_no_dictionary_has_the_word(word):
    assert is_of_somebody(word)


def test_word_for_no_one():
    assert not any(map(is_of_somebody, ["зміст", "міст", "торгівля", "ваўкалак"]))
