"""The occasion in a reporter's words: its name, its place, and whether it was told of before. All texts are invented."""

import pytest

from archive.extraction.statements.occasion_phrases import phrase_in
from archive.extraction.statements.wording import wording_of
from archive.extraction.types import DateFound


def found(text, *dates):
    days = [DateFound(day, text.index(day), text.index(day) + len(day), "2023-05-15", "a rule") for day in dates]
    return phrase_in(text, (0, len(text)), (), days, wording_of(text))


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("At a press conference in Valmere ", "press conference", "Valmere"),
        ("speaking at a rally in New Ostrel ", "rally", "New Ostrel"),
        ("speaking in parliament ", "speaking in parliament", None),
        ("speaking before talks in Valmere ", "speaking before talks", "Valmere"),
        ("told reporters in Valmere", None, "Valmere"),
        ("on a visit to Valmere ", "visit", "Valmere"),
        ("at a briefing to Orr ", "briefing to Orr", None),
        ("in a letter to Valmere ", "letter to Valmere", None),
        ("at a summit held in Valmere ", "summit", "Valmere"),
        ("on the channel show “North” ", "channel show “North”", None),
        ("in March ", None, None),
        ("after talks in Valmere, Ardovia", "after talks", "Valmere"),
        ("на брифинге в Минске ", "брифинге", "Минск"),
        ("по итогам переговоров Анна Орлова сказала", "по итогам переговоров", None),
        ("в ходе поездки в Гродненскую область ", "поездки в Гродненскую область", None),
        ("в письме в Telegram ", "письме в Telegram", None),
        ("у ходзе сустрэчы ў Гродне ", "сустрэчы", "Гродне"),
    ],
)
def test_name_is_told_without_its_place(text, name, place):
    phrase = found(text)

    assert (phrase and phrase.name, phrase and phrase.place) == (name, place)


@pytest.mark.parametrize(
    ("text", "days", "name", "own"),
    [
        ("at a briefing on Monday ", ["Monday"], "briefing", 1),
        ("at Monday’s briefing ", ["Monday"], "briefing", 1),
        ("at a meeting about the 3 May accident ", ["3 May"], "meeting about the 3 May accident", 0),
        ("On Monday at a briefing ", ["Monday"], "briefing", 1),
        ("at a briefing in Valmere, Ardovia, on Monday", ["Monday"], "briefing", 1),
        ("на брифинге 15 мая ", ["15 мая"], "брифинге", 1),
    ],
)
def test_day_is_of_the_occasion_that_it_stands_beside(text, days, name, own):
    phrase = found(text, *days)

    assert phrase is not None
    assert (phrase.name, len(phrase.dates)) == (name, own)


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("at the meeting ", True),
        ("at the same meeting ", True),
        ("at a meeting ", False),
        ("на этом брифинге ", True),
        ("на брифинге ", False),
    ],
)
def test_occasion_told_of_before_is_definite(text, definite):
    phrase = found(text)

    assert phrase is not None
    assert phrase.definite is definite


def test_phrase_ends_where_a_clause_begins():
    text = "at the briefing in Valmere Orr said"

    phrase = phrase_in(text, (0, len(text)), (text.index("Orr"),), (), wording_of(text))

    assert phrase is not None
    assert (phrase.name, phrase.place) == ("briefing", "Valmere")
