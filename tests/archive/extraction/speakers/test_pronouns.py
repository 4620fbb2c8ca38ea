"""Who "he", "she" and "they" are: who spoke last, unless somebody else was named since; where two fit, nobody."""

import pytest

from archive.extraction.people.cast import Person
from archive.extraction.speakers.pronouns import HE_OR_SHE, Near
from tests.archive.extraction.speakers.passages import last_names

HILL, MOOR, ORR = Person("Anna Hill", (), "f"), Person("Jane Moor", (), "f"), Person("Wei Orr", (), None)
NOBODY: frozenset[Person] = frozenset()


def near(*, last=None, since=(), closest=(), after_stranger=False):
    return Near("f", last, frozenset(since), frozenset(closest), after_stranger)


@pytest.mark.parametrize(
    ("near", "meant", "rule"),
    [
        (near(last=HILL), (HILL,), "spoke last"),
        (near(last=HILL, closest=[HILL]), (HILL,), "spoke last"),
        (near(last=HILL, since=[MOOR], closest=[MOOR, HILL]), (HILL,), "spoke last and is named nearest"),
        (near(last=HILL, since=[MOOR], closest=[MOOR]), (MOOR,), "one of that gender is named nearest"),
        (near(closest=[MOOR, ORR]), (MOOR,), "one of that gender is named nearest"),
        (near(closest=[MOOR, HILL]), (), "one of that gender is named nearest"),
        (near(closest=[ORR]), (ORR,), "one is named nearest"),
        (near(last=HILL, after_stranger=True), (), "a stranger spoke last"),
        (near(since=[MOOR], closest=[MOOR], after_stranger=True), (MOOR,), "one of that gender is named nearest"),
        (near(), (), "otherwise"),
    ],
)
def test_she_is_whom_the_first_rule_finds(near, meant, rule):
    assert HE_OR_SHE.decided(near) == (meant, rule)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“The lock will open,” Anna Hill said. “It will be free,” she added.", ["Anna Hill"]),
        ("Anna Hill met Tom Orr at the lock. “It will be free,” he said.", ["Tom Orr"]),
        ("Anna Hill met Jane Moor at the lock. “It will be free,” she said.", [None]),
        ("Анна Орлова и Пётр Маркин открыли шлюз. «Его откроют весной», — сказал он.", ["Пётр Маркин"]),
        ("Анна Орлова приехала на шлюз. «Его откроют весной», — сказала она.", ["Анна Орлова"]),
        ("«Шлюз откроют весной», — сказала Анна Орлова. Житель города возразил. «Его не откроют», — заявил он.", [None]),
        # they
        ("Anna Hill and Tom Orr said the lock would open. “It will be free,” they added.", ["Anna Hill", "Tom Orr"]),
        ("Anna Hill and Tom Orr opened the lock. “It will be free,” they said.", ["Anna Hill", "Tom Orr"]),
        ("Anna Hill, Jane Moor and Tom Orr opened the lock. “It will be free,” they said.", [None]),
    ],
)
def test_pronoun_beside_words_leads_to_a_name(text, names):
    assert last_names(text) == names
