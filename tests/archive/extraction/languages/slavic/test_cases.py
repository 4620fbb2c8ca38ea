"""Names in other cases brought back to the nominative, and what the endings of words tell. All names are invented."""

import pytest

from archive.extraction.languages.slavic.cases import body_nominative, gender_of_verb, is_same, may_be_genitive


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Министерстве связи", "Министерство связи"),
        ("Міністэрстве сувязі", "Міністэрства сувязі"),
        ("прес-службі порту", "прес-служба порту"),
        ("Кремле", "Кремль"),
        ("Верховном суде", "Верховный суд"),
        ("Агенцыі навін", "Агенцыі навін"),
        ("Кремль", "Кремль"),
    ],
)
def test_body_as_a_subject_has_it(name, wanted):
    assert body_nominative(name) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("сказал", "m"), ("сказала", "f"), ("сказаў", "m"), ("признался", "m"), ("сказали", None), ("said", None), ("", None)],
)
def test_gender_that_the_past_tells(word, wanted):
    assert gender_of_verb(word) == wanted


def test_case_forms_of_one_name():
    assert is_same("Анна Смирнова", "Анны Смирновой")
    assert not is_same("Анна Смирнова", "Анна Волкова")
    assert not is_same("Anna Smith", "Anna Smith")


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("музея", True),
        ("областного", True),
        ("ситуацій", True),
        ("торгівлі", True),
        ("казалі", False),
        ("сказал", False),
        ("и", False),
        ("museum", False),
    ],
)
def test_word_that_may_be_a_genitive(word, wanted):
    assert may_be_genitive(word) == wanted
