"""The items of a list that a speaker's verb announces: "The mayor also said:" and below it "- The market will move"."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extraction.languages.families import is_mostly_cyrillic
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Cue, Report
from archive.extraction.text.blocks import BULLETS

ITEM = "item of a list"
ENDING = (".", ";", ",")


@dataclass(frozen=True, slots=True)
class Announced:
    """The verb at the end of sentence `number` that announces what stands below, up to sentence `last` of paragraph `block`."""

    number: int
    cue: Cue
    last: int
    block: int


def item_of(text: str, unit: Unit, announced: Announced) -> Report | None:
    """The sentence as an item of the list that was announced; in other letters such a line is one of dialogue."""
    opens = unit.tokens[0].text in BULLETS
    if (unit.block != announced.block and not opens) or is_mostly_cyrillic(text[unit.start : unit.end]):
        return None
    inner = unit.tokens[opens : len(unit.tokens) - (unit.tokens[-1].text in ENDING)]
    quotes = tuple(token.quoted for token in inner if token.quoted)
    if len(inner) < 2:
        return Report("direct", quotes[0].inner, quotes[0].outer, None, None, ITEM, quotes) if quotes else None
    return Report("mixed" if quotes else "indirect", inner[0].start, inner[-1].end, None, None, ITEM, quotes)
