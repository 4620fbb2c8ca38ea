"""Which names of a text belong to its people."""

import pytest

from archive.extraction import Stated, extract
from archive.extraction.speakers.casting import names_in, surnames_of
from archive.extraction.text.blocks import blocks_of
from tests.archive.extraction.speakers.passages import last_names


def names(text: str) -> list[str]:
    return [mention.name for mention in names_in(text, blocks_of(text), None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Hill met Tom Orr. Hill was late.", ["Anna Hill", "Tom Orr"]),
        ("Mr. Orr was late.", ["Orr"]),
        ("The lock was shut.", []),
        ("Анна Орлова и Пётр Маркин приехали. О здоровье Орлова Маркин сказал позже.", ["Анна Орлова", "Пётр Маркин"]),
    ],
)
def test_names_that_can_stand_for_themselves_are_found(text, found):
    assert names(text) == found


def test_surnames_are_the_words_of_sure_names():
    text = "Anna Hill met Tom Orr."

    assert surnames_of(names_in(text, blocks_of(text), None)) == {"Anna Hill", "Anna", "Hill", "Tom Orr", "Tom", "Orr"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When Wei Liang came home, she found the lock shut. “It is shut,” Liang said.", ["Wei Liang"]),
        ("“The lock will open,” Hill said.", ["Hill"]),
        ("Wei Liang: The lock will open in May.\n\nThe Lantern: Why?\n\nWei Liang: It is ready now.", ["Wei Liang"]),
    ],
)
def test_doubtful_name_that_speaks_or_is_taken_up_is_somebody(text, found):
    assert last_names(text) == found


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour Minister Anna Hill Opens The New Lock", "Anna Hill"),
        ("Interview with Anna Hill", "Anna Hill"),
        ("ANNA HILL ON THE LOCK", "Anna Hill"),
        ("Anna Hill And Mary Hill Meet", None),
        ("Hill opens the lock", "Hill"),
        ("Anna Orr opens the lock", "Hill"),
    ],
)
def test_full_name_that_the_title_beside_the_text_tells(title, name):
    (found,) = extract("Ms Hill noted that the lock would open in May.", stated=Stated(title=title)).statements

    assert [speaker.name for speaker in found.speakers] == [name]


def test_full_name_in_a_title_stands_in_another_case():
    (found,) = extract("«Мы откроем шлюз», — сказал Марков.", stated=Stated(title="Интервью Петра Маркова")).statements

    assert [speaker.name for speaker in found.speakers] == ["Пётр Марков"]
