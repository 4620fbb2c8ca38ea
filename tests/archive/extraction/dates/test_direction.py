"""The verbs of a clause tell whether its date lies behind or ahead; each language asks its own."""

import pytest

from archive.extraction.dates.civil import FUTURE, OPEN, PAST
from archive.extraction.dates.direction import direction
from archive.extraction.dates.english.direction import ENGLISH, governed
from archive.extraction.dates.slavic.direction import SLAVIC

SENTENCES = [
    ("The treaty was signed on |Monday|.", ENGLISH, PAST),
    ("The ministers will meet on |Monday|.", ENGLISH, FUTURE),
    ("The vote was delayed until |Monday|.", ENGLISH, FUTURE),
    ("He has worked there since |Monday|.", ENGLISH, PAST),
    ("On |Monday| they agreed to meet.", ENGLISH, PAST),
    ("Council to vote |Monday|", ENGLISH, FUTURE),
    ("A quiet |Monday|", ENGLISH, OPEN),
    ("Министры подписали договор в |понедельник|.", SLAVIC, PAST),
    ("Министры встретятся в |понедельник|.", SLAVIC, FUTURE),
    ("Зустріч відбудеться у |понеділок|.", SLAVIC, FUTURE),
    ("Министры will в |понедельник|.", SLAVIC, OPEN),
    ("They подписали on |Monday|.", ENGLISH, OPEN),
]


@pytest.mark.parametrize(("marked", "verbs", "expected"), SENTENCES)
def test_direction_of_a_date(marked, verbs, expected):
    before, date, after = marked.split("|")

    assert direction(before + date + after, verbs, len(before), len(before + date)) == expected


@pytest.mark.parametrize(("text", "expected"), [("It opened on |3 June", True), ("They approved a payment on |3 June", False)])
def test_verb_right_beside_a_date(text, expected):
    assert governed(text.replace("|", ""), text.index("|")) is expected
