"""Links into the original."""

import pytest

from archive.models import Statement
from tests.factories import make_document, make_public_statement
from timeline.record.links import text_fragment

pytestmark = pytest.mark.django_db


def cited(words: str = "The toll stays", url: str = "https://telexa.example/1") -> Statement:
    return make_public_statement(make_document(f"“{words}”, she said.", url=url), words)


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("The toll stays", "The%20toll%20stays"),
        ("A well-known toll, & more", "A%20well%2Dknown%20toll%2C%20%26%20more"),
        ("Сбор", "%D0%A1%D0%B1%D0%BE%D1%80"),
        ("one two three four five six\nseven", "one%20two%20three%20four%20five,three%20four%20five%20six%20seven"),
        (f"one two three four five {'more ' * 30}and so it ended then", "one%20two%20three%20four%20five,and%20so%20it%20ended%20then"),
    ],
)
def test_text_fragment(words, fragment):
    assert text_fragment(cited(words)) == f"https://telexa.example/1#:~:text={fragment}"


def test_text_fragment_takes_the_place_of_another():
    assert text_fragment(cited(url="https://telexa.example/1#top")) == "https://telexa.example/1#:~:text=The%20toll%20stays"


def test_text_fragment_of_a_text_without_an_address():
    assert text_fragment(cited(url="")) == ""
