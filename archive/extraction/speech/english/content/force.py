"""How a speaker holds the English words that are reported: denied, asked, supposed, or asserted as most words are.

What the words themselves tell ("the road would close if it rained") is asserted as it is. What stands before them makes the force:
"denied that", "asked whether", "said it was not true that". Hopes, fears and doubts suppose what they are of, and so does what is "not
denied", "not ruled out" or "not confirmed": the speaker leaves it open.
"""

from __future__ import annotations

import re
from functools import cached_property

from archive.extraction.languages import words
from archive.extraction.languages.english import forces, particles
from archive.extraction.speech.english.predicates import has_predicate, is_adverb
from archive.extraction.speech.grammar import Content, Cued, Held
from archive.extraction.speech.holding import Holding
from archive.extraction.speech.reports import ASKED, DENIED, SUPPOSED, Cue
from archive.extraction.text.rules import Rules

AGAINST = words("but although though yet")
LIKENING = words("as")
WOULD = "would"
PRONOUN = r"(?:he|she|they|it|i|we)"
# "said | it was not true that".
FALSE = re.compile(
    r"it(?:'s| is| was)(?: also| simply| just| completely| totally)?"
    r"(?: untrue| false| a lie| nonsense| a myth| incorrect| not (?:true|correct|the case|a fact))(?: to (?:say|suggest|claim))? that "
    r"|it (?:wasn't|isn't) (?:true|correct|the case)(?: to (?:say|suggest|claim))? that "
)
# "said | she did not know whether".
OPEN = re.compile(
    rf"{PRONOUN} (?:(?:do|does|did) not|don't|doesn't|didn't)(?: yet)? know (?:whether|if) "
    rf"|{PRONOUN} (?:(?:was|is|were|are|am) not|(?:was|is|were|are)n't)(?: yet| entirely)? (?:sure|certain|clear|convinced)"
    r" (?:whether|if|that) "
    rf"|{PRONOUN} (?:was|is|were|are|am) (?:unsure|uncertain) (?:whether|if|that) "
    rf"|{PRONOUN} (?:doubted|doubts?|wondered|wonders?) (?:whether|if|that) "
    rf"|{PRONOUN} (?:cannot|can't|couldn't|could not) (?:say|tell|confirm) (?:whether|if) "
    r"|it(?:'s| is| was)(?: still| not)?(?: yet)? (?:clear|unclear|certain|uncertain) (?:whether|if) "
)

WHEN = words("when after as once while if")
# ", and that" goes on with what is held.
GOES_ON = words("that whether if to")


class EnglishHolding(Holding):
    """What an English cue reports."""

    @cached_property
    def _is_aside(self) -> bool:
        """ "| when Anna Holt asked whether"."""
        return self.cue.begin > 0 and self.tokens[self.cue.begin - 1].lower in WHEN

    def is_set_against(self, begin: int, at: int) -> bool:
        """Behind ", and" another clause stands for itself: "whether the road was shut, | and the town was poor"; and behind "when she asked
        whether" the comma closes what was asked."""
        if super().is_set_against(begin, at) or (self._is_aside and self.tokens[at].text == ","):
            return True
        joined = self.tokens[at].text == "," and self.tokens[at + 1].lower == "and" and self.tokens[at + 2].lower not in GOES_ON
        return joined and has_predicate(self.tokens[begin:at]) and has_predicate(self.tokens[at + 2 : self.content.end])


FORCE = Rules[[Holding], Held | None]("how does the speaker hold these English words", otherwise=None)


def held(cued: Cued, cue: Cue, content: Content) -> Held | None:
    """How the speaker holds the content; None where it is asserted."""
    return FORCE(EnglishHolding(cued, cue, content, AGAINST, LIKENING))


@FORCE.rule("not true", "Anna Holt said it was not true that the road was shut.")
def _not_true(one: Holding) -> Held | None:
    return one.rest_held(DENIED, one.opened_by(FALSE))


@FORCE.rule("does not know whether", "Anna Holt said she did not know whether the road was shut.")
def _not_known(one: Holding) -> Held | None:
    return one.rest_held(SUPPOSED, one.opened_by(OPEN))


@FORCE.rule("denial", "Anna Holt's denial that the road was shut came too late.")
def _denial(one: Holding) -> Held | None:
    return one.held(DENIED, one.cue.first) if one.tokens[one.cue.first].lower in forces.DENIAL else None


@FORCE.rule("hearsay", "Anna Holt allegedly said that the road was shut.")
def _hearsay(one: Holding) -> Held | None:
    heard = next((n for n in _auxiliaries(one) if one.tokens[n].lower in forces.HEARSAY), None)
    return one.held(SUPPOSED, heard) if heard is not None and one.is_behind else None


@FORCE.rule("would say", "Anna Holt would say that the road was shut.")
def _would(one: Holding) -> Held | None:
    """Not "would say only that" or "would later say that", which was said."""
    would = next((n for n in _auxiliaries(one) if one.tokens[n].lower == WOULD), None)
    if would is None or one.is_in_own_words or not one.is_behind or one.cue.word in forces.SUPPOSING:
        return None
    said = any(t.lower in forces.SAID_ALL_THE_SAME for t in one.tokens[would : one.cue.last + 2])
    return None if said else one.held(SUPPOSED, would)


def _auxiliaries(one: Holding) -> range:
    """The adverbs and auxiliaries right before the verb."""
    first = one.cue.first
    while first > 0 and (is_adverb(one.tokens[first - 1]) or one.tokens[first - 1].lower in particles.FINITE):
        first -= 1
    return range(first, one.cue.first)


@FORCE.rule("denied", "Anna Holt denied that the road was shut.")
def _denied(one: Holding) -> Held | None:
    return one.held(DENIED, one.cue.first) if one.cue.word in forces.DENYING and not one.is_in_own_words else None


@FORCE.rule("it was denied", "It was denied that the road was shut.")
def _was_denied(one: Holding) -> Held | None:
    denied = one.cue.nobody and one.tokens[one.cue.last].lower in forces.DENYING
    return one.held(DENIED, one.cue.first + 1) if denied else None


@FORCE.rule("asked whether", "Anna Holt asked whether the road was shut.")
def _asked(one: Holding) -> Held | None:
    """ "asked whether the road was shut", and "asked that the road be shut"."""
    asked = one.cue.word in forces.ASKING and one.is_behind and not one.content.apart
    return one.held(ASKED, one.cue.first) if asked else None


@FORCE.rule("supposed", "Anna Holt wondered whether the road was shut.")
def _supposed(one: Holding) -> Held | None:
    return one.held(SUPPOSED, one.cue.first) if one.cue.word in forces.SUPPOSING and not one.is_in_own_words else None


@FORCE.rule("expressed fears", "Anna Holt expressed fears that the road was shut.")
def _feared(one: Holding) -> Held | None:
    feared = one.cue.word == "expressed" and one.tokens[one.cue.last].lower in forces.FEELINGS
    return one.held(SUPPOSED, one.cue.first) if feared else None
