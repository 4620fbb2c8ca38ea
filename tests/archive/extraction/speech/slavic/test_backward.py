"""Slavic sentences that tell who spoke the one before. All sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.backward import backward_cue
from archive.extraction.speech.slavic.cues import cues_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Об этом сообщил мэр города.", ("сообщил", "мэр города")),
        ("Про це повідомила очільниця управління.", ("повідомила", "очільниця управління")),
        ("С таким заявлением высказался мэр города.", ("высказался", "мэр города")),
        ("С таким заявлением выступил мэр города.", ("выступил", "мэр города")),
        ("Такое решение сообщил мэр города.", None),
        ("Такое мнение ошибочно.", None),
        ("Мэр города сообщил об этом.", None),
        ("Об этом.", None),
    ],
)
def test_verb_that_tells_who_spoke_before(text, wanted):
    unit = unit_of(text, 0, 0, len(text), ())

    cue = backward_cue(unit, cues_of(unit))

    assert (cue and (cue.word, text[cue.source.start : cue.source.end])) == wanted
