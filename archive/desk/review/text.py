"""A document's text as it is shown beside its cards: in parts that a browser lays out one by one, every statement's words marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from archive.enums import StatementStatus
from archive.models import Statement

PART = 4000  # characters, or more where a line is longer


@dataclass(frozen=True)
class Piece:
    """Characters that the same statements share. `leads_to` is the shortest of them, and of those that stand."""

    text: str
    of: str = ""
    leads_to: str = ""
    state: str = ""


@dataclass
class Part:
    """Lines of the text; `start` counts from the document's first character."""

    start: int
    pieces: list[Piece] = field(default_factory=list)


def parts_of(text: str, statements: Iterable[Statement]) -> list[Part]:
    """The whole text, each character once and in its order."""
    parts: list[Part] = []
    begins = set(_beginnings(text))
    for start, end, over in _stretches(text, sorted(statements, key=lambda one: one.start), begins):
        if start in begins:
            parts.append(Part(start))
        parts[-1].pieces.append(_piece(text[start:end], over))
    return parts


def _beginnings(text: str) -> Iterator[int]:
    at = 0
    while 0 <= at < len(text):
        yield at
        at = text.find("\n", at + PART) + 1 or len(text)


def _stretches(text: str, statements: list[Statement], begins: set[int]) -> Iterator[tuple[int, int, list[Statement]]]:
    """Between each two places where a statement or a part begins or ends: the statements over it."""
    places = sorted({*begins, len(text), *(place for one in statements for place in (one.start, one.end))})
    over: list[Statement] = []
    following = iter(statements)
    coming = next(following, None)
    for start, end in pairwise(places):
        over = [one for one in over if one.end > start]
        while coming and coming.start <= start:
            over.append(coming)
            coming = next(following, None)
        yield start, end, over


def _piece(text: str, over: list[Statement]) -> Piece:
    if not over:
        return Piece(text)
    first = min(over, key=lambda one: (one.status == StatementStatus.REJECTED, one.end - one.start))
    return Piece(text, " ".join(one.public_id for one in over), first.public_id, first.status)
