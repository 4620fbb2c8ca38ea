"""Whom "the minister" and «глава ведомства» mean: the one bearer of the role, who spoke last, or nobody."""

import pytest

from archive.extraction.people.cast import cast_of
from archive.extraction.people.mentions import Mention
from archive.extraction.speakers.nominals import bearers
from archive.extraction.speakers.wording import wording_of
from tests.archive.extraction.speakers.passages import last_names


def of_role(name: str, role: str) -> Mention:
    return Mention(0, 0, 0, 0, name, role, None, sure=True)


ENGLISH = cast_of(
    [
        of_role("Anna Hill", "trade minister"),
        of_role("Tom Orr", "health minister"),
        of_role("Jane Moor", "president"),
        of_role("Olga Lind", "deputy mayor"),
    ]
)
SLAVIC = cast_of([of_role("Анна Орлова", "министр финансов"), of_role("Пётр Маркин", "мэр города")])


@pytest.mark.parametrize(
    ("cast", "printed", "head", "names"),
    [
        (ENGLISH, "the minister", "minister", ["Anna Hill", "Tom Orr"]),
        (ENGLISH, "the health minister", "minister", ["Tom Orr"]),
        (ENGLISH, "the head of state", "head", ["Jane Moor"]),
        (ENGLISH, "the leader", "leader", ["Jane Moor"]),
        (ENGLISH, "the deputy mayor", "mayor", ["Olga Lind"]),
        (ENGLISH, "the governor", "governor", []),
        (SLAVIC, "министр", "министр", ["Анна Орлова"]),
        (SLAVIC, "глава ведомства", "глава", ["Анна Орлова"]),
        (SLAVIC, "градоначальник", "градоначальник", ["Пётр Маркин"]),
        (SLAVIC, "губернатор", "губернатор", []),
    ],
)
def test_bearers_of_a_role_are_told_by_its_words(cast, printed, head, names):
    assert [person.name for person in bearers(cast, printed, head, wording_of(printed))] == names


MET = "Trade Minister Anna Hill met Health Minister Tom Orr. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (MET + "“It will be free,” the trade minister said.", ["Anna Hill"]),
        (MET + "“It will be free,” the minister said.", [None]),
        (MET + "“The lock is open,” Hill said. “It will be free,” the minister said.", ["Anna Hill"]),
        (MET + "“It will be free,” a minister said.", [None]),
        (MET + "“It will be free,” the source said.", [None]),
        ("“The lock is open,” Anna Hill said. “It will be free,” her spokesman said.", [None]),
        ("“The lock is open,” Anna Hill said. It was dusk. “It will be free,” the president said.", ["Anna Hill"]),
        ("Anna Hill opened the lock. “It will be free,” the politician said.", ["Anna Hill"]),
        ("Anna Hill met Jane Moor at the lock. “It will be free,” the politician said.", [None]),
        ("Министр Анна Орлова приехала на шлюз. «Его откроют», — сказала министр.", ["Анна Орлова"]),
        ("Анна Орлова приехала на шлюз. «Его откроют», — сообщила чиновница.", ["Анна Орлова"]),
        ("Анна Орлова приехала на шлюз. «Его откроют», — сообщил собеседник агентства.", [None]),
        ("Анна Орлова приехала на шлюз. «Его откроют», — сообщил один из жителей.", [None]),
    ],
)
def test_role_beside_words_leads_to_a_name_where_one_fits(text, names):
    assert last_names(text) == names


def test_day_before_a_slavic_role_makes_it_no_other():
    text = "Анна Орлова, заместитель министра связи, приехала на шлюз. «Его откроют», — сообщила 17 мая заместитель министра связи."

    assert last_names(text) == ["Анна Орлова"]
