"""Russian, Belarusian and Ukrainian, as they are read: the answers to what the walk over a sentence asks.

The order of words is free, so the source is looked for on both sides of the verb; reported clauses begin with "что", "што" or "що",
or stand before a comma or dash and the verb. A sentence that begins with a dash is a turn of dialogue.
"""

from __future__ import annotations

from archive.extraction.people.unit import Unit
from archive.extraction.speech.grammar import Cued, Grammar, cued_by
from archive.extraction.speech.reports import Source
from archive.extraction.speech.slavic.backward import backward_cue
from archive.extraction.speech.slavic.content.behind import behind
from archive.extraction.speech.slavic.content.beside import around, continuation, opening, past_opener, trails
from archive.extraction.speech.slavic.content.dialogue import parts, turn_of
from archive.extraction.speech.slavic.content.force import held
from archive.extraction.speech.slavic.content.titles import is_title
from archive.extraction.speech.slavic.cues import cues_of

# Who opens the sentence is named within so many tokens.
SUBJECT_REACH = 12


def _cued(text: str, unit: Unit) -> Cued:
    cues = cues_of(unit)
    turn = turn_of(unit, cues)
    return cued_by(text, unit, [] if turn else cues, turn)


def _subject(unit: Unit, at: int) -> Source | None:
    """The first person whom the sentence names."""
    for mention in unit.mentions:
        if mention.first < min(at, SUBJECT_REACH):
            start = min(mention.start, unit.tokens[mention.first].start)
            return Source("person", mention.name, mention.first, mention.last, start, mention.end, (mention,))
    return None


SLAVIC = Grammar(
    cued=_cued,
    leading=frozenset(),
    connectors=frozenset(),
    opening=opening,
    around=around,
    trails=trails,
    past_opener=past_opener,
    behind=behind,
    continuation=continuation,
    held=held,
    is_title=is_title,
    subject=_subject,
    parts=parts,
    backward=backward_cue,
)
