"""Finds speech within speech: in what A said, the words that A gives as B's. They stay inside A's statement, marked."""

from __future__ import annotations

import re

from archive.extraction.languages.english import speech_verbs
from archive.extraction.languages.families import ByLetters
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.mentions import KnownNames
from archive.extraction.people.unit import unit_of
from archive.extraction.speech.reader import read_unit
from archive.extraction.speech.reports import Report
from archive.extraction.text.blocks import Block
from archive.extraction.text.quotes import quotes_of
from archive.extraction.text.sentences import units_of

WORD = re.compile(r"\w++")
VERBS = ByLetters(speech_verbs.RELAYING, slavic.SAYING)
# What somebody is said to think or expect is no speech of his.
THINKING = ByLetters(speech_verbs.THINKING)
# A speech is read so far for what it relays.
REACH = 4000
LEAST_WORDS = 2


def relayed_in(text: str, report: Report, block: int, known: KnownNames) -> list[Report]:
    """The reports inside a report, with a speaker of their own."""
    end = min(report.end, report.start + REACH)
    if not any(word.lower() in VERBS for word in WORD.findall(text, report.start, end)):
        return []
    part = Block(report.start, end, text[report.start : end], apart=False)
    quotes = quotes_of(text, [part])
    units = [unit_of(text, block, start, stop, quotes, known) for start, stop in units_of(text, part, quotes)]
    found = [one for unit in units if unit.tokens for one in read_unit(text, unit).reports]
    return [one for one in found if _is_relayed(text, one, report)]


def _is_relayed(text: str, inner: Report, outer: Report) -> bool:
    """Another's words: of a source that speaks, fewer than all, and said, not thought."""
    if inner.cue is None or inner.source is None or not inner.source.speaks or (inner.start, inner.end) == (outer.start, outer.end):
        return False
    if text[slice(*inner.cue)].lower() in THINKING or len(WORD.findall(text, inner.start, inner.end)) < LEAST_WORDS:
        return False
    same = outer.source is not None and outer.source.kind == inner.source.kind == "pronoun" and outer.source.head == inner.source.head
    return not same
