"""What turns a claim round: negations and opposites."""

import pytest

from archive.matching.polarity import negations, opposites, pole, swapped
from archive.matching.words import stem, words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The council did not approve it.", 1),
        ("They haven't paid.", 1),
        ("The council failed to approve it.", 1),
        ("The premier ruled out early elections.", 1),
        ("It is false that the dam was built.", 1),
        ("Neither the mayor nor the council knew.", 1),
        ("Not only the mayor but also the council knew.", 0),
        ("Not only the mayor knew.", 1),
        ("There is no doubt about it.", 0),
        ("Isn't it true that the dam was built?", 0),
        ("Didn't they promise it? They did not.", 1),
        ("Isn't only the mayor but also the council right?", 0),
        ("Никто не закрывал границу.", 1),
        ("Дорогу не закрыли.", 1),
        ("Не только дорогу закрыли.", 0),
        ("The bridge is open.", 0),
        ("The player got No. 13.", 0),
        ("The bridge carries no more than ten cars, not later than noon.", 0),
        ("There are no more cars.", 1),
        ("Мост вмещает не более десяти машин.", 0),
        ("Мэр опроверг это.", 1),
    ],
)
def test_negations(text, count):
    assert len(negations(tuple(words(text)), text)) == count


def test_no_word_is_its_own_opposite():
    assert [one for one, others in opposites().items() if one in others] == []


def test_opposites_are_exchanged_once():
    assert swapped([stem("open"), stem("open")], [stem("close")]) == [(stem("open"), stem("close"))]
    assert swapped([stem("open")], [stem("paint")]) == []


@pytest.mark.parametrize(("text", "way"), [("crime is down", -1), ("there is more crime", 1), ("up and down", 0), ("nothing changed", 0)])
def test_pole(text, way):
    assert pole(stem(word) for word in text.split()) == way
