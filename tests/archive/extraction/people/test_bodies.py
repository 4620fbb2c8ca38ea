"""Which full name an acronym or a common noun of the document stands for."""

import pytest

from archive.extraction.people.bodies import bodies_of
from archive.extraction.people.unit import Unit
from archive.extraction.text.tokens import tokens_of


def bodies_in(text):
    return bodies_of(text, [Unit(0, 0, len(text), tuple(tokens_of(text, 0, len(text))), ())])


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("The Looe Harbour Trust (LHT) said so.", "LHT", "Looe Harbour Trust"),
        ("The Harbours and Rivers Fund (HRF) said so.", "HRF", "Harbours and Rivers Fund"),
        ("The Looe Harbour Trust (ABC) said so.", "ABC", "ABC"),  # other letters
        ("The Looe Harbour Trust (lht) said so.", "lht", "lht"),
        ("The Looe Harbour Trust said so.", "LHT", "LHT"),
    ],
)
def test_acronym_in_brackets_leads_to_its_name(text, acronym, name):
    assert bodies_in(text).full(acronym) == name


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The Ministry of Harbours said so.", "ministry", "Ministry of Harbours"),
        ("It was the Looe Harbour Council that said so.", "council", "Looe Harbour Council"),
        ("The Looe Gazette said so.", "newspaper", "Looe Gazette"),
        ("The rights group Open Doors said so.", "group", "Open Doors"),
        ("The rights groups Open Doors said so.", "group", None),
        ("The Ministry of Harbours and the Ministry of Rivers said so.", "ministry", "Ministry of Harbours and the Ministry of Rivers"),
        ("The Ministry of Harbours met the Ministry of Rivers.", "ministry", None),  # two have it
        ("Министерство обороны Камении сообщило.", "министерство", "Министерство обороны Камении"),
        ("Anna Hill said so.", "ministry", None),
    ],
)
def test_noun_leads_to_the_one_name_that_has_it(text, noun, name):
    assert bodies_in(text).headed(noun) == name


def test_longer_name_takes_the_place_of_its_end():
    bodies = bodies_in("The Harbour Council met, and the Looe Harbour Council said so.")

    assert bodies.headed("council") == "Looe Harbour Council"


def test_one_firm_is_the_firm():
    assert bodies_in("Ardent Foods Inc. opened, and the company said so.").firm == "Ardent Foods Inc."
    assert bodies_in("Ardent Foods Inc. met Bolden Foods Inc. as the company said.").firm is None
