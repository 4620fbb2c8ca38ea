"""The values of attribution: sentences with what they report, and reports with the speakers they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages.families import is_mostly_cyrillic
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Cue, Reading, Report, Source
from archive.extraction.text.blocks import BULLETS
from archive.extraction.types import SpeakerFound


@dataclass(frozen=True, slots=True)
class Relay:
    """What a speaker says that another said, and who that is."""

    report: Report
    speakers: tuple[SpeakerFound, ...]


@dataclass(slots=True)
class Spoken:
    """One report with the number of its sentence and the speakers it was given."""

    report: Report
    number: int
    speakers: tuple[SpeakerFound, ...] = ()
    inherited: bool = False
    relayed: tuple[Relay, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Those of its speakers whom the document names."""
        return tuple(speaker.name for speaker in self.speakers if speaker.name)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body with what it reports; a turn of a transcript counts as one. `signs` is a line of a name alone."""

    unit: Unit
    reading: Reading
    signs: Source | None = None

    @property
    def is_quotation(self) -> bool:
        """Nothing but quotations, without a word of the reporter's."""
        return all(token.kind != "w" for token in self.unit.tokens)


def paragraphs_between(sentences: Sequence[Sentence], first: int, second: int) -> int:
    """How many paragraphs the second sentence stands behind the first: none where they share one."""
    return sentences[second].unit.block - sentences[first].unit.block


# ---------------------------------------------------------------- items of a list

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
