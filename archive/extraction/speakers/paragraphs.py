"""Reads the paragraphs of a body: sentences with what they report, turns of a transcript, and lines of a name alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from archive.extraction.page.transcripts.turns import Turn, is_name_line
from archive.extraction.people.mentions import KnownNames
from archive.extraction.people.unit import unit_of
from archive.extraction.speakers.spoken import Sentence
from archive.extraction.speakers.voices.labels import labelled
from archive.extraction.speech.loose_quotes import named_source
from archive.extraction.speech.reader import read_unit
from archive.extraction.speech.reports import ASKED, ASSERTED, Reading, Report
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.sentences import units_of
from archive.extraction.types import Span

NOTHING = Reading((), None)


def sentences_in(
    text: str, blocks: Sequence[Block], quotes: Sequence[Quoted], turns: Mapping[int, Turn], known: KnownNames
) -> list[Sentence]:
    """The sentences of the blocks in order; `turns` are those of a transcript, by the number of their block."""
    found: list[Sentence] = []
    alone = KnownNames(known.language)  # a label is read by itself
    at = 0
    for number, block in enumerate(blocks):
        begin = at
        while at < len(quotes) and quotes[at].start < block.end:
            at += 1
        here = quotes[begin:at]
        if number in turns:
            found += attempt(f"The turn at {block.start}", partial(_turn, text, turns[number], alone), [])
        elif is_name_line(block):
            found += attempt(f"The line at {block.start}", partial(_name_line, text, number, block, alone), [])
        else:
            for span in units_of(text, block, here):
                found += attempt(f"The sentence at {span[0]}", partial(_sentence, text, number, span, here, known), [])
    return found


def _sentence(text: str, block: int, span: Span, quotes: Sequence[Quoted], known: KnownNames) -> list[Sentence]:
    """The sentence with what it reports; where the reading of that fails, the sentence with the people it names."""
    unit = unit_of(text, block, *span, quotes, known)
    reading = attempt(f"The sentence at {unit.start}", partial(read_unit, text, unit), NOTHING)
    return [Sentence(unit, reading)] if unit.tokens else []


def _turn(text: str, turn: Turn, known: KnownNames) -> list[Sentence]:
    """A paragraph of a transcript: all of it is the words of the one whose name stands in its label."""
    unit, source = labelled(text, turn.label, turn.block, known)
    asked = ASKED if turn.asks and text[turn.start : turn.end].rstrip().endswith("?") else ASSERTED
    report = Report("direct", turn.start, turn.end, None if turn.answers else source, None, "turn", force=asked)
    return [Sentence(unit, Reading((report,), None))]


def _name_line(text: str, number: int, block: Block, known: KnownNames) -> list[Sentence]:
    unit = unit_of(text, number, block.start, block.end, (), known)
    return [Sentence(unit, NOTHING, named_source(unit, 1, len(unit.tokens)))]
