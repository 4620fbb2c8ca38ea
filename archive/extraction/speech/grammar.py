"""What a family of languages answers when one of its sentences is read, and the values that are handed to it.

The walk (clauses.py) asks, and knows no word of any language; each family answers with functions of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Cue, Report, Source
from archive.extraction.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Cued:
    """A sentence with its cues. `openings` are the tokens that open a reporting clause, source first, with the cue of each;
    `verbs` the tokens of the verbs behind their source; `turn` what is said in a line of dialogue, which has no further cues."""

    text: str
    unit: Unit
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    openings: Mapping[int, Cue]
    verbs: frozenset[int]
    turn: Report | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """A cue as the walk reaches it: `at` is the first token that no report has yet, `told` whether the cue has words before it,
    `last` the cue of the report before."""

    cued: Cued
    cue: Cue
    at: int
    following: Cue | None
    last: Cue | None
    told: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.cued.tokens


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens `begin` to `end` are what a cue reports; with `apart` the quotations among them, each by itself.

    The walk goes on behind them, or at `past` if that is further on."""

    begin: int
    end: int
    how: str
    apart: bool = False
    past: int = 0

    def __bool__(self) -> bool:
        return self.end > self.begin


NOTHING = Content(0, 0, "nothing")


@dataclass(frozen=True, slots=True)
class Held:
    """How the speaker holds what a cue reports: tokens `first` to `last` say so, and tokens `begin` to `end` are what is held so."""

    force: str
    first: int
    last: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """The answers of one family of languages."""

    # The sentence with its cues, each with its source before or behind it.
    cued: Callable[[str, Unit], Cued]
    # Cues that go on with the speaker of the cue before, and have words behind them alone: "adding that".
    leading: frozenset[str]
    # Words that join a sentence to the one before, and say nothing.
    connectors: frozenset[str]
    # Where the reporting clause of the cue begins, with all of its sources.
    opening: Callable[[Reached], int]
    # What is said on both sides of the reporting clause, or behind it with no more than a phrase of the reporter's before it.
    around: Callable[[Reached], Content]
    # Whether the clause that ends before the token, and begins where the walk stands, is what the cue behind it reports.
    trails: Callable[[Reached, int], bool]
    # Where what is said begins among these tokens, past what only joins it to the sentence before.
    past_opener: Callable[[Cued, int, int], int]
    # What is said behind the cue.
    behind: Callable[[Reached], Content]
    # What is said behind a reporting clause whose words stood before it.
    continuation: Callable[[Reached], Content]
    # How the speaker holds what the cue reports; None where it is plainly asserted.
    held: Callable[[Cued, Cue, Content], Held | None]
    # Whether the quotation at the token names a thing.
    is_title: Callable[[Cued, int], bool]
    # Who speaks a quotation at the token that no verb of speech takes.
    subject: Callable[[Unit, int], Source | None]
    # The parts of a report between which the reporter speaks, inside the marks of a quotation.
    parts: Callable[[Cued, Report], Sequence[Report]]
    # The verb by which the sentence tells who spoke the one before.
    backward: Callable[[Unit, Sequence[Cue]], Cue | None]


def source_speaks(cue: Cue) -> bool:
    return cue.source is not None and cue.source.speaks


def cued_by(
    text: str, unit: Unit, cues: Iterable[Cue], turn: Report | None = None, *, speaks: Callable[[Cue], bool] = source_speaks
) -> Cued:
    """The sentence with these cues."""
    cues = tuple(cues)
    behind = [cue for cue in cues if cue.source and cue.source.last < cue.first]
    speaking = {cue.begin for cue in behind if speaks(cue)}
    openings: dict[int, Cue] = {}
    for cue in behind:
        if cue.begin in speaking:
            openings.setdefault(cue.begin, cue)
    return Cued(text, unit, unit.tokens, cues, openings, frozenset(cue.first for cue in behind), turn)
