"""Slavic verbs of speech with the source on either side. All sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.cues import cues_of
from archive.extraction.text.blocks import blocks_of
from archive.extraction.text.quotes import quotes_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # on which side the source stands
        ("Министр заявил, что мост закрыт.", [("заявил", "Министр", False)]),
        ("«Мост закрыт до самой весны», — заявил министр.", [("заявил", "министр", True)]),
        ("«Мост закрыт до самой весны», — также твердо заявил министр.", [("также твердо заявил", "министр", True)]),
        ("Вчера сообщил министр транспорта, что мост закрыт.", [("сообщил", "министр транспорта", True)]),
        ("Министр вышел и заявил, что мост закрыт.", [("заявил", "Министр", False)]),
        ("Министр заявил и добавил, что мост закрыт.", [("заявил", "Министр", False), ("добавил", "Министр", False)]),
        # "in" behind the verb
        ("«Мост закрыт до самой весны», — сообщили в министерстве.", [("сообщили", "министерстве", True)]),
        ("«Мост закрыт до самой весны», — сказал в начале встречи новый глава района.", [("сказал", "новый глава района", True)]),
        ("«Міст закрито до самої весни», — повідомили Інформбюро у прес-службі.", [("повідомили", "прес-службі", True)]),
        # anyone
        ("Мост, уточнил охранявший его, закрыт.", [("уточнил", "охранявший его", True)]),
        ("Вчера прохожий рассказал, что мост закрыт.", [("рассказал", "Вчера прохожий", False)]),
        # phrases
        ("По словам министра, мост закрыт.", [("По словам", "министра", False)]),
        ("По его словам, мост закрыт.", [("По его словам", "его", False)]),
        # with "not"
        ("Министр не исключил, что мост закрыт.", [("исключил", "Министр", False)]),
        ("Министр не заявил, что мост закрыт.", []),
    ],
)
def test_verb_and_its_source(text, wanted):
    unit = unit_of(text, 0, 0, len(text), quotes_of(text, blocks_of(text)))

    cues = cues_of(unit)

    found = [(text[unit.tokens[cue.first].start : unit.tokens[cue.last].end], cue.source, cue.inverted) for cue in cues]
    assert [(words, text[source.start : source.end], inverted) for words, source, inverted in found] == wanted
