"""The walk through the sentences: what was announced, told backwards or relayed finds its speaker."""

import pytest

from archive.extraction import extract
from tests.archive.extraction.speakers.passages import HEAD, last_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Hill said:\n\n“The lock will open in the spring.”", ["Anna Hill"]),
        ("Anna Hill said:\n\nIt rained.\n\n“The lock will open in the spring.”", []),
        ("Шлюз откроют весной следующего года. Об этом сообщила Анна Орлова.", ["Анна Орлова"]),
    ],
)
def test_words_are_of_whoever_is_named_in_the_sentence_beside_them(text, names):
    assert last_names(text) == names


def test_line_of_dialogue_that_is_nobodys_is_left_out():
    assert extract(HEAD + "— Шлюз откроют весной следующего года.").statements == ()


def test_words_within_words_are_of_another():
    text = "Mayor Anna Hill met Tom Orr. “Tom Orr said that the lock would open in the spring,” Hill said."

    (statement,) = extract(HEAD + text).statements

    assert [one.name for one in statement.speakers] == ["Anna Hill"]
    assert [[one.name for one in relayed.speakers] for relayed in statement.relayed] == [["Tom Orr"]]
