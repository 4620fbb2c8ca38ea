"""One thing in which two similar texts differ, named for an editor, with the place of its words in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias

from archive.matching.prepared import Prepared

VARIANT, REVERSAL, NARROWER = "variant", "reversal", "narrower"
# A sentence or two: in a long text that holds a short one, what stands beside it proves nothing.
FEW_WORDS = 30

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """`ours` and `theirs` are where its words stand in the text that is asked about and in the other, in code points; None where a side
    has none. A smaller claim is labelled narrower on whichever side it stands, and the reason tells which."""

    label: str
    reason: str
    ours: Span | None = None
    theirs: Span | None = None


class Placed(Protocol):
    """A word, a number or a phrase: as it is written, and where it stands."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Stretch(NamedTuple):
    """Some of a text's words."""

    text: str
    start: int
    end: int


def stretch(side: Prepared, first: Placed, last: Placed) -> Stretch:
    return Stretch(side.text[first.start : last.end], first.start, last.end)


def of_stem(side: Prepared, stem: str) -> Placed:
    """Where a stem of the text stands first, or a quantity by its token."""
    number = next((number for number in side.quantities if number.token == stem), None)
    return number or next(word for word in side.words if word.stem == stem)


def against(lead: str, ours: Placed, theirs: Placed, *, label: str = VARIANT) -> Difference:
    return Difference(label, f"{lead}: '{ours.text}' against '{theirs.text}'", (ours.start, ours.end), (theirs.start, theirs.end))


def less(what: str, said: Placed, *, by_us: bool) -> Difference:
    """One side alone has words that make its claim smaller: `what` says how."""
    reason, place = f"{what} ('{said.text}')", (said.start, said.end)
    return Difference(NARROWER, f"narrower: {reason}", place) if by_us else Difference(NARROWER, f"wider: not {reason}", None, place)


def are_short(*sides: Prepared) -> bool:
    return all(len(side.words) <= FEW_WORDS for side in sides)
