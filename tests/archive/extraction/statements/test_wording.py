"""How each family of languages tells when and where; the letters choose the family."""

import pytest

from archive.extraction.languages.families import is_mostly_cyrillic
from archive.extraction.languages.networks import NETWORKS
from archive.extraction.languages.slavic import occasions
from archive.extraction.statements import english, slavic
from archive.extraction.statements.slavic import nominative_place
from archive.extraction.statements.wording import wording_of


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (", Anna Hill said on the show «Север» in Valmere", english),
        ("", english),
        (", сообщила Анна Орлова", slavic),
        (", написала Анна Орлова в Telegram", slavic),
    ],
)
def test_letters_choose_the_wording(text, wording):
    assert wording_of(text) is wording


@pytest.mark.parametrize(
    ("words", "begins"),
    [("переговоров Анна Орлова сказала это", "Анна"), ("переговоров сказала это", "сказала"), ("переговоров в порту", "")],
)
def test_slavic_clause_of_speech_begins_at_the_name_before_its_verb(words, begins):
    assert words[slavic.speaking_clause(words) :].split(" ")[0] == begins


def test_beginning_of_a_slavic_word_stands_once():
    assert len(occasions.STEMS) == len(set(occasions.STEMS))
    assert len(occasions.WRITING_STEMS) == len(set(occasions.WRITING_STEMS))


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Минске", "Минск"),
        ("Петербурге", "Петербург"),
        ("Калининграде", "Калининград"),
        ("Мінску", "Мінск"),
        ("Львові", "Львів"),
        ("Гомеле", "Гомеле"),
    ],
)
def test_place_is_given_in_the_nominative_where_the_ending_leaves_one_reading(printed, place):
    assert nominative_place(printed) == place


@pytest.mark.parametrize(("wording", "cyrillic"), [(english, False), (slavic, True)])
def test_lists_of_a_family_hold_no_word_in_other_letters(wording, cyrillic):
    listed = [value for value in vars(wording).values() if isinstance(value, frozenset) and value is not NETWORKS]
    words = {word for value in listed for word in value if any(letter.isalpha() for letter in word)}

    assert words
    assert {word for word in words if is_mostly_cyrillic(word) is not cyrillic} == set()
