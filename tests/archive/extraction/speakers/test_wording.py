"""What each family of languages calls those who speak; the letters choose the family."""

import pytest

from archive.extraction.languages.families import is_mostly_cyrillic
from archive.extraction.speakers import english, slavic
from archive.extraction.speakers.wording import wording_of


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("the minister", english),
        ("23 officials", english),
        ("the editor of «Фонарь» in the town", english),
        ("министр", slavic),
        ("30 августа министр", slavic),
        ("глава IT-отдела", slavic),
    ],
)
def test_letters_choose_the_wording(text, wording):
    assert wording_of(text) is wording


@pytest.mark.parametrize(
    ("wording", "printed", "gender"),
    [
        (english, "the spokeswoman", "f"),
        (english, "the policewoman", "f"),
        (english, "the chairman", "m"),
        (english, "the minister", None),
        (slavic, "представительница порта", "f"),
        (slavic, "министр", None),
    ],
)
def test_nouns_tell_a_gender(wording, printed, gender):
    assert wording.gender_of(printed) == gender


@pytest.mark.parametrize(
    ("wording", "printed", "head", "anybody"),
    [
        (english, "the official", "official", True),
        (english, "the Norwegian", "norwegian", True),
        (english, "the Briton", "briton", True),
        (english, "the Yorkshireman", "yorkshireman", True),
        (english, "a Norwegian", "norwegian", False),
        (english, "the 40-year-old", "40-year-old", True),
        (english, "the minister", "minister", False),
        (slavic, "чиновника", "чиновника", True),
        (slavic, "министр", "министр", False),
    ],
)
def test_word_without_an_office_is_anybodys(wording, printed, head, anybody):
    assert wording.is_anybody(printed, head) is anybody


@pytest.mark.parametrize(
    ("wording", "printed", "phrase"),
    [
        (english, "The Prime Minister", "prime minister"),
        (english, "officials", "officials"),
        (slavic, "главой ведомства", "глава ведомство"),
    ],
)
def test_phrase_is_told_in_small_letters_without_an_article(wording, printed, phrase):
    assert wording.phrase_of(printed) == phrase


@pytest.mark.parametrize(
    ("wording", "printed", "name"),
    [
        (english, "the Oslo-based Merrow Mills", "Merrow Mills"),
        (english, "The Ministry of Trade", "Ministry of Trade"),
        (slavic, "Министерстве связи", "Министерство связи"),
    ],
)
def test_body_is_named_without_what_stands_around(wording, printed, name):
    assert wording.body_name(printed) == name


@pytest.mark.parametrize("wording", [english, slavic])
def test_two_words_for_one_office_stand_once(wording):
    offices = [office for office, _ in wording.SAME_ROLES]

    assert len(offices) == len(set(offices))


@pytest.mark.parametrize(("wording", "cyrillic"), [(english, False), (slavic, True)])
def test_lists_of_a_family_hold_no_word_in_other_letters(wording, cyrillic):
    listed = [value for value in vars(wording).values() if isinstance(value, frozenset)]
    words = {word for value in listed for word in value if any(letter.isalpha() for letter in word)}

    assert words
    assert {word for word in words if is_mostly_cyrillic(word) is not cyrillic} == set()
