"""Whose "the statement" is: of those who signed it, of whom it is said to be, or who said so in it."""

import pytest

from tests.archive.extraction.speakers.passages import last_names

OPEN = "“The lock must open,” the statement said."
BOTH = ["Anna Hill", "Tom Orr"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Hill and Tom Orr issued a statement. " + OPEN, BOTH),
        ("Anna Hill and Tom Orr said in a joint statement that the lock was shut. " + OPEN, BOTH),
        ("In a joint statement on Monday, Anna Hill and Tom Orr said that the lock was shut. " + OPEN, BOTH),
        ("A joint statement by Anna Hill and Tom Orr reached the port on Monday. " + OPEN, BOTH),
        ("Anna Hill and Tom Orr met at the port. " + OPEN, [None]),
        ("Anna Hill and Tom Orr issued a statement. A statement said the lock must open.", [None]),
        ("Anna Hill wrote for the Valmere Post. The paper said the lock must open.", ["Valmere Post"]),
        ("Анна Орлова и Пётр Маркин подписали заявление. «Шлюз должен работать», — говорится в заявлении.", ["Анна Орлова", "Пётр Маркин"]),
        (
            "Анна Орлова и Пётр Маркин сообщили в совместном заявлении, что шлюз закрыт. «Он должен работать», — говорится в заявлении.",
            ["Анна Орлова", "Пётр Маркин"],
        ),
    ],
)
def test_the_statement_is_of_its_signers(text, names):
    assert last_names(text) == names
