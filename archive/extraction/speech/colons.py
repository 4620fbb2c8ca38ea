"""Finds speakers who are followed by a colon and their words inside a sentence: "A said no; B (Greens): “Yes.”"."""

from __future__ import annotations

from collections.abc import Container

from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Cue, Source

COLON = ":"
MOST_BEFORE_NAME = 4  # "Then there is | Chairman Oran Pike:"
SPEAKING = ("person", "role", "body")


def is_colon(unit: Unit, at: int) -> bool:
    """A colon before a quotation, in a clause that a semicolon opened."""
    tokens = unit.tokens
    if tokens[at].text != COLON or at + 1 >= len(tokens) or tokens[at + 1].kind != "q":
        return False
    return any(token.text == ";" for token in tokens[:at])


def announcing(unit: Unit) -> Cue | None:
    """A line that announces the words below by a name alone: "And from Chairwoman Jessa Rosen:"."""
    tokens, last = unit.tokens, len(unit.tokens) - 1
    named = unit.mentions[0] if len(unit.mentions) == 1 and tokens[last].text == COLON else None
    if named is None or named.last != last - 1 or named.first > MOST_BEFORE_NAME or any(t.kind != "w" for t in tokens[: named.first]):
        return None
    return Cue(last, last, COLON, Source("person", named.name, named.first, named.last, named.start, named.end, (named,)))


def colon_cue(unit: Unit, at: int, source: Source | None, joining: Container[str]) -> Cue | None:
    """The cue of a colon whose source is all that stands between it and the semicolon, but for a word of `joining`."""
    if source is None or source.kind not in SPEAKING:
        return None
    first = source.first - (unit.tokens[source.first - 1].lower in joining)
    return Cue(at, at, COLON, source) if unit.tokens[first - 1].text == ";" else None
