"""Reads "according to" with its source: a person, a body, a document, or a role with its bearer's name behind a comma."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.right import past_appositions, right_of
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.tokens import Token

# "went according to plan"
PROCEEDING = words("went go goes going gone proceed proceeded proceeds done acted acting act divided ranked sorted")


def according(unit: Unit, at: int) -> Cue | None:
    tokens = unit.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "to" or (at and tokens[at - 1].lower in PROCEEDING):
        return None
    source = right_of(tokens, unit.mentions, at + 2)
    source = past_appositions(tokens, unit.mentions, _with_name_after(unit.mentions, tokens, source)) if source else None
    return Cue(at, at + 1, "according to", source) if source else None


def _with_name_after(mentions: Sequence[Mention], tokens: Sequence[Token], source: Source) -> Source:
    """ "the team's coach, Alireza Mehraban": the name between commas is the person, what stands before it the role."""
    after = source.last + 2
    if source.kind == "person" or after >= len(tokens) or tokens[source.last + 1].text != ",":
        return source
    named = next((m for m in mentions if m.start == tokens[after].start), None)
    closes = named and (named.last + 1 >= len(tokens) or tokens[named.last + 1].text in (",", "."))
    if named is None or not closes:
        return source
    return Source("person", named.name, source.first, named.last, source.start, named.end, (named,))
