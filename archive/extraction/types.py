"""What extraction finds, as frozen values. Every span counts Unicode code points of the text that was read, its end exclusive.

`to_json` gives the shape that the command `extract --json` prints.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeAlias

Span: TypeAlias = tuple[int, int]


class Value:
    """A found thing that can be printed: its fields in order, values within values, tuples as lists."""

    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        return {f.name: plain(getattr(self, f.name)) for f in fields(self)}  # type: ignore[arg-type]


def plain(value: object) -> Any:
    if isinstance(value, Value):
        return value.to_json()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


@dataclass(frozen=True, slots=True)
class TextFound(Value):
    """Words of the document, such as its title; without a span where its page told them apart from the text."""

    text: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class NameFound(Value):
    """A name that the document prints, such as its outlet or author; without a span where its page told it apart from the text."""

    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class PublishedFound(Value):
    """When the outlet published; without a span the caller gave it.

    `zone_source` is "stated", "inferred" (from the outlet) or "unknown". `readings` are all dates that a page tells where they disagree.
    """

    edtf: str
    zone: str | None
    zone_source: str
    start: int | None = None
    end: int | None = None
    readings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        shown = super(PublishedFound, self).to_json()
        if not self.readings:
            del shown["readings"]
        return shown


@dataclass(frozen=True, slots=True)
class Stated(Value):
    """What a page says of itself beside its text. It comes before what is read off the text."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    language: str = ""
    published: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatelineFound(Value):
    """Where, and where told when, the report was written: the span runs from the place to the end of the agency's name."""

    place: str
    edtf: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateFound(Value):
    """A date expression. `edtf` is None where it can be read in several ways; `rule` names the rule that read it."""

    text: str
    start: int
    end: int
    edtf: str | None
    rule: str
    readings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        shown = super(DateFound, self).to_json()
        if not self.readings:
            del shown["readings"]
        return shown


@dataclass(frozen=True, slots=True)
class CueFound(Value):
    """The words that say somebody spoke: "said", "according to", and how he holds what follows: "denied on Monday that"."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpeakerFound(Value):
    """Whom the mention beside the words leads to: `name` without titles, None where it can't be told; `role` as printed."""

    name: str | None
    role: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class SaidOnFound(Value):
    """When the words were spoken, and which words of the document (if any) say so."""

    edtf: str
    start: int | None
    end: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class OccasionFound(Value):
    """Where words were said: the phrase as printed and its place."""

    text: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class RelayedFound(Value):
    """What a speaker says that another said: a passage inside the statement, and who is said to have spoken it."""

    kind: str
    force: str = field(default="asserted", kw_only=True)
    start: int
    end: int
    text: str
    speakers: tuple[SpeakerFound, ...]
    cue: CueFound | None


@dataclass(frozen=True, slots=True)
class StatementFound(Value):
    """One proposed statement: contiguous words of the document with their speakers. `kind` is direct, indirect or mixed.

    `duplicates` are the places where the document prints the same words again. `confidence` is how probable it is that the speakers are
    right, and `evidence` what told them; where it is too low `speakers` are empty and `candidates` are who it may be. `relayed` are
    the words of others within.

    `force` is how the speaker holds the words: "asserted", "denied", "asked" or "supposed". `text` is without what tells that; the cue is:
    it begins at the first word that carries the force ("did not rule out that") and, where the words follow, runs up to them.
    """

    kind: str
    force: str = field(default="asserted", kw_only=True)
    start: int
    end: int
    text: str
    duplicates: tuple[Span, ...]
    speakers: tuple[SpeakerFound, ...]
    cue: CueFound | None
    confidence: float
    said_on: SaidOnFound | None
    occasion: OccasionFound | None
    dates: tuple[DateFound, ...]
    candidates: tuple[SpeakerFound, ...] = ()
    evidence: tuple[str, ...] = ()
    relayed: tuple[RelayedFound, ...] = ()


@dataclass(frozen=True, slots=True)
class Head(Value):
    """What a text says of itself."""

    chars: int
    language: str | None
    title: TextFound | None
    outlet: NameFound | None
    author: NameFound | None
    published: PublishedFound | None
    dateline: DatelineFound | None


@dataclass(frozen=True, slots=True)
class Extraction(Head):
    """All that was read from one text: its head, and who said what in it and when."""

    statements: tuple[StatementFound, ...]
    dates: tuple[DateFound, ...]
    sentences: tuple[Span, ...]
