"""Finds the verbs by which a sentence reports speech, each with its source, and leaves out those that report nothing."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import particles, speech_verbs
from archive.extraction.people.unit import Unit
from archive.extraction.speech.colons import colon_cue, is_colon
from archive.extraction.speech.english.according import according
from archive.extraction.speech.english.cue_sources import UNFIT, source_beside
from archive.extraction.speech.english.cue_verbs import BE_BEHIND, PROGRESSIVE, VERBS, is_verb
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.phrase_cues import phrase_cue
from archive.extraction.speech.english.predicates import is_adverb
from archive.extraction.speech.english.subjects import shared
from archive.extraction.speech.english.unsaid import is_unsaid
from archive.extraction.speech.english.whole import with_whole
from archive.extraction.speech.reports import Cue, Source
from archive.extraction.text.tokens import Token

ACCORDING = "according"
# Open the clause of another speaker behind a semicolon.
JOINING = words("and but while whereas")
# With these before it a participle is a verb of its own: "is saying".
PROGRESSIVE_BE = particles.PASSIVE - BE_BEHIND
# "will also say", "is now saying": passed on the way from the verb to its subject, as adverbs are.
AUXILIARIES = words("is will would")
GOING_ON = words("pointed went points goes")
ON = words("out on")
# A participle behind these goes on for the last speaker: ", and adding that".
SAME_SPEAKER = words("and in by while or")
POINTING = "pointing"


def cues_of(unit: Unit) -> list[Cue]:
    """The cues of an English sentence in order."""
    found: list[Cue] = []
    for at, token in enumerate(unit.tokens):
        if is_colon(unit, at):
            cue = colon_cue(unit, at, left_of(unit.tokens, unit.mentions, at - 1), JOINING)
            found += [cue] if cue else []
        cue = _cue_at(unit, at, found) if token.kind == "w" else None
        if cue and not (found and found[-1].last >= cue.first) and not is_unsaid(unit.tokens, cue):
            found.append(cue)
    return [with_whole(unit, cue) for cue in found]


def _cue_at(unit: Unit, at: int, found: Sequence[Cue]) -> Cue | None:
    lower = unit.tokens[at].lower
    cue = according(unit, at) if lower == ACCORDING else phrase_cue(unit, at)
    if cue is None and lower in VERBS and is_verb(unit.tokens, at):
        return _verb(unit, at, found)
    return cue


def _verb(unit: Unit, at: int, found: Sequence[Cue]) -> Cue | None:
    tokens, word, back = unit.tokens, unit.tokens[at].lower, at - 1
    if word in PROGRESSIVE:
        be = _be_before(tokens, at)
        if be is None:
            return _participle(unit, at, found) if word in speech_verbs.PARTICIPLES else None
        back = be - 1
    while back >= 0 and (is_adverb(tokens[back]) or tokens[back].lower in AUXILIARIES):
        back -= 1
    source, inverted = source_beside(unit, at, back, found)
    if source is None or UNFIT(word, source, tokens, at):
        return None
    goes_on = word in GOING_ON and at + 1 < len(tokens) and tokens[at + 1].lower in ON
    return Cue(at, at + 1 if goes_on else at, word, source, inverted)


def _be_before(tokens: Sequence[Token], at: int) -> int | None:
    """ "analysts | are | now expecting": the verb to which a participle belongs."""
    back = at - 1
    while back > 0 and (is_adverb(tokens[back]) or tokens[back].lower == "now"):
        back -= 1
    return back if back > 0 and tokens[back].lower in PROGRESSIVE_BE else None


def _participle(unit: Unit, at: int, found: Sequence[Cue]) -> Cue | None:
    """ ", adding that …" goes on for the last source; "with one poster writing" and "a message stating" have their own."""
    tokens, word = unit.tokens, unit.tokens[at].lower
    if at and tokens[at - 1].kind == "w" and tokens[at - 1].lower not in SAME_SPEAKER:
        own = _own_source(unit, at)
        return Cue(at, at, word, own) if own else None
    source = shared(unit, at, found)
    pointing_out = word == POINTING and at + 1 < len(tokens) and tokens[at + 1].lower == "out"
    return Cue(at, at + 1 if pointing_out else at, word, source) if source else None


def _own_source(unit: Unit, at: int) -> Source | None:
    source = left_of(unit.tokens, unit.mentions, at - 1)
    if source is None or source.kind == "document":
        return source
    introduced = source.speaks and source.first > 0 and unit.tokens[source.first - 1].lower == "with"
    return source if introduced else None
