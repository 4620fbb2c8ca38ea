"""Whether a word says what somebody is, its dictionary form and the gender it tells."""

import pytest

from archive.extraction.languages.callings import feminine, gender_of, is_calling, lemma_of
from archive.extraction.languages.english import callings as english
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.slavic import callings as slavic


@pytest.mark.parametrize(
    "word",
    [
        "minister",  # of the roles that clauses are read by
        "violinist",  # a trade beside them
        "ex-minister",
        "seismologist",
        "shipbuilder",  # a compound
        "dog-owners",
        "министр",
        "министром",  # a case form
        "міністэрка",
        "президенты",  # a plural
        "речником",
    ],
)
def test_word_for_somebody_is_a_calling(word):
    assert is_calling(word)


@pytest.mark.parametrize("word", ["bridge", "newsletter", "roman", "ottoman", "violiniste", "мост", "мера", "министерство", "", "minístre"])
def test_other_word_is_none(word):
    assert not is_calling(word)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("министром", "министр"),
        ("журналісткою", "журналістка"),
        ("посла", "посол"),
        ("главой", "глава"),
        ("секретаря", "секретарь"),  # of two words with this form the Russian one
        ("секретар", "секретар"),  # a dictionary form stays
        ("мера", None),  # a measure
        ("minister", None),
        ("мост", None),
    ],
)
def test_case_form_leads_to_the_dictionary_form(word, lemma):
    assert lemma_of(word) == lemma


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("spokeswoman", True),
        ("mrs", True),
        ("депутатка", True),
        ("настаўніцай", True),
        ("spokesman", False),
        ("депутат", False),
        ("глава", False),
    ],
)
def test_word_for_a_woman_alone_is_told(word, told):
    assert feminine(word) is told


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        (["mr"], "m"),
        (["spokesman"], "m"),
        (["the", "chairwoman"], "f"),
        (["actor", "mrs"], "f"),  # a woman's word goes before
        (["депутатка"], "f"),
        (["депутат"], None),  # said of women too
        (["minister"], None),
        ([""], None),
    ],
)
def test_gender_is_told_by_titles_and_nouns(words, gender):
    assert gender_of(words) == gender


def test_each_family_lists_callings_in_its_own_letters_and_none_twice():
    listed = [slavic.MASCULINE, slavic.FEMININE, slavic.EITHER]

    assert [word for word in english.ROLES if is_cyrillic(word)] == []
    assert [word for words in listed for word in words if not is_cyrillic(word)] == []
    assert [len(words) - len(set(words)) for words in listed] == [0, 0, 0]
