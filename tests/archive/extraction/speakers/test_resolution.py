"""The source beside reported words as a speaker: names and bodies, in full where the document prints them so."""

import pytest

from tests.archive.extraction.speakers.passages import last_names, last_printed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Hill opened the lock. “It will be free,” Hill said.", ["Anna Hill"]),
        ("Anna Hill met Tom Hill. “It will be free,” Hill said.", [None]),
        ("Mrs. Anna Hill met Mr. Tom Hill. “It will be free,” Mrs. Hill said.", ["Anna Hill"]),
        ("The Ministry of Trade said the lock would open.", ["Ministry of Trade"]),
        ("The Ministry of Trade opened the lock. The ministry said it would be free.", ["Ministry of Trade"]),
        ("The Ministry of Trade met the Ministry of Health. The ministry said it would be free.", [None]),
        ("A ministry said the lock would open.", [None]),
        ("The Ministry of Trade said the lock would open. It added that it would be free.", ["Ministry of Trade"]),
        ("The Ostrel Port Authority (OPA) opened the lock. OPA said it would be free.", ["Ostrel Port Authority"]),
        ("The Oslo-based Northern Instruments said the lock would open.", ["Northern Instruments"]),
        ("Shares of Merrow Mills Inc. rose. The company said the lock would open.", ["Merrow Mills Inc."]),
        ("Министерство связи открыло шлюз. «Он будет бесплатным», — сообщило министерство.", ["Министерство связи"]),
        ("В Министерстве связи сообщили, что шлюз откроют.", ["Министерство связи"]),
        ("Министерство сообщило, что шлюз откроют.", [None]),
    ],
)
def test_source_is_given_its_full_name(text, names):
    assert last_names(text) == names


def test_source_without_a_name_stays_as_it_is_printed():
    assert last_printed("A source in the port said the lock would open.") == ["A source in the port"]
