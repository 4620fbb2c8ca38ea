"""Words are found however a text writes them, and blocks keep every other place."""

import pytest

from archive.publication.redacting.words import Repeats, Run, blocked, is_taken_out

SAID = "The café in Brask won’t pay Ilse Quandt a toll"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SAID, 11),
        (SAID.upper(), 11),
        ("Never!\nThe cafe in\n  Brask: won't pay; “Ilse Quandt” a toll.", 11),
        ("the café in Brask", 4),
        ("the c\u200bafe\u0301 in Bra\u00adsk", 4),
        ("in Brask won", 0),
        ("Brask in café the", 0),
        ("the-cafe-in-brask", 4),
        ("", 0),
    ],
)
def test_longest_run(text, words):
    assert Repeats([SAID]).most(text) == words


def test_fewer_words_than_four_have_to_be_all_there():
    wanted = Repeats(["Ilse Quandt"])

    assert wanted.runs("Ilse said that Ilse  Quandt and I. Quandt met.") == [Run(15, 27, 2)]
    assert wanted.blocked("Ilse\nQuandt!") == "████\n██████!"


def test_any_four_words_in_a_row_are_found_wherever_they_begin():
    pieces = SAID.replace("’", " ").split()

    for at in range(len(pieces) - 3):
        assert Repeats([SAID]).most(f"And {' '.join(pieces[at : at + 4])} then") == 4


@pytest.mark.parametrize(("text", "taken_out"), [("███ ██.", True), ("███ is", False), ("...", False), ("█", True)])
def test_nothing_left_to_read(text, taken_out):
    assert is_taken_out(text) == taken_out


def test_blocks_are_as_many_as_what_they_stand_for():
    assert blocked("one two\nthree", [(4, 10)]) == "one ███\n██ree"
