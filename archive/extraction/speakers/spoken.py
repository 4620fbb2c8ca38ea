"""The values of attribution: sentences with what they report, and reports with the speakers they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Reading, Report, Source
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
