"""Finds what an English sentence reports of the one before it: "That is according to a survey", "The mayor made the statement at a
meeting", "Anna Smith said this at a briefing", "This was announced by the mayor"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.people.unit import Unit
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# What stands for the sentence before.
THIS = words("this that")
SAID_SO = words("this so")
COMES_FROM = words("is was 's comes came")
PASSIVE = words("was is has")
MADE = words("made makes gave gives")
THE = words("the this these such")
STATEMENTS = words("statement statements remark remarks comment comments announcement declaration point observation")
# What may stand behind "said this" and "made the statement".
BEHIND = particles.PREPOSITIONS | particles.TIMES | words("as when while after before earlier later today yesterday")
REACH = 12  # tokens within which the verb stands
MOST_TO_STATEMENT = 2  # tokens from "made the" to the statement
LEAST_TOKENS = 3


def backward_cue(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    """The verb by which this sentence says who spoke the one before, if it does; `cues` are the verbs of speech found in it."""
    return BACKWARD(unit, cues) if len(unit.tokens) >= LEAST_TOKENS else None


BACKWARD = Rules[[Unit, Sequence[Cue]], Cue | None]("which verb tells who spoke the English sentence before", otherwise=None)


@BACKWARD.rule("according to", "The road will open in May. That is according to a survey of the union.")
def _according(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    first = cues[0] if cues else None
    opens = unit.tokens[0].lower in THIS and unit.tokens[1].lower in COMES_FROM
    return first if opens and first and first.word == "according to" and first.first == 2 and first.source else None


@BACKWARD.rule("made the statement", "The road will open in May. The president made the relevant statement as he met the press.")
def _made(unit: Unit, _cues: Sequence[Cue]) -> Cue | None:
    tokens = unit.tokens
    for at in range(1, min(len(tokens) - 2, REACH)):
        if tokens[at].lower not in MADE or tokens[at + 1].lower not in THE:
            continue
        noun = _statement(tokens, at + 2)
        source = left_of(tokens, unit.mentions, at - 1) if noun and _is_closed(tokens, noun + 1) else None
        if noun and source and source.speaks:
            return Cue(at, noun, tokens[at].lower, source)
    return None


def _statement(tokens: Sequence[Token], at: int) -> int | None:
    return next((n for n in range(at, min(len(tokens), at + MOST_TO_STATEMENT)) if tokens[n].lower in STATEMENTS), None)


@BACKWARD.rule("said this", "The road will open in May. Anna Smith said this at a briefing.")
def _said_this(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    cue = cues[0] if cues else None
    if cue is None or cue.source is None or not cue.source.speaks or cue.stop >= len(unit.tokens):
        return None
    this = unit.tokens[cue.stop].lower in SAID_SO and cue.word in speech_verbs.SPEECH
    return cue if this and _is_closed(unit.tokens, cue.stop + 1) else None


@BACKWARD.rule("announced by", "The road will open in May. This was announced by the mayor.")
def _passive(unit: Unit, _cues: Sequence[Cue]) -> Cue | None:
    tokens = unit.tokens
    if tokens[0].lower not in THIS or tokens[1].lower not in PASSIVE:
        return None
    by = next((n for n in range(3, min(len(tokens), REACH)) if tokens[n].lower == "by"), None)
    if by is None or not any(t.lower in speech_verbs.ANNOUNCED or t.lower in speech_verbs.SPEECH for t in tokens[2:by]):
        return None
    source = right_of(tokens, unit.mentions, by + 1)
    return Cue(2, by, "announced", source, inverted=True) if source and source.speaks else None


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in (".", ",") or tokens[at].lower in BEHIND
