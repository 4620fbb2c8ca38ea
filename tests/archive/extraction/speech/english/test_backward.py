"""English sentences that tell who spoke the one before. All sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.english.backward import backward_cue
from archive.extraction.speech.english.cues import cues_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("That is according to a survey of the union.", ("according to", "a survey of the union")),
        ("The president made the relevant statement as he met the press.", ("made", "The president")),
        ("The president made the statement about roads.", ("made", "The president")),
        ("The president made the cake.", None),
        ("Anna Smith said this at a briefing.", ("said", "Anna Smith")),
        ("Anna Smith said this bridge is shut.", None),
        ("This was announced by the mayor.", ("announced", "the mayor")),
        ("This was built by the mayor.", None),
        ("So what?", None),
    ],
)
def test_verb_that_tells_who_spoke_before(text, wanted):
    unit = unit_of(text, 0, 0, len(text), ())

    cue = backward_cue(unit, cues_of(unit))

    assert (cue and (cue.word, text[cue.source.start : cue.source.end])) == wanted
