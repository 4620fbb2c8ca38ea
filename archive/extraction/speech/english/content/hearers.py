"""Those who are told something in English: "told | reporters", "told | the BBC", "assured | shareholders"."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import capitals, nouns, particles
from archive.extraction.languages.english.speech_verbs import ADDRESSING
from archive.extraction.speech.grammar import Cued, Reached
from archive.extraction.speech.stretches import first_at
from archive.extraction.text.rules import Rules

KNOWN = nouns.OBJECTS | nouns.BODIES | nouns.ROLES | capitals.MODIFIERS | nouns.OCCASIONS | words("of news joint")
LAST = nouns.OBJECTS | nouns.BODIES | nouns.ROLES | nouns.OCCASIONS
# Hearers whose name often goes on: "Parliament's defence committee".
OPEN = ("parliament", "congress")
SUBJECTS = particles.DETERMINERS | particles.PRONOUNS
# What a clause begins with.
CLAUSE_OPENS = SUBJECTS | {"that"}
BEFORE_HEARERS = (*ADDRESSING, "promis")
WHO = words("who i")
CLAUSE_MARKS = SUBJECTS | particles.STOPS
LONGEST = 9
# "told a colleague about her part in it": the hearer is so long at most.
LONGEST_BEFORE_ABOUT = 4
# Between two commas stand so many words at most.
LONGEST_INSERTED = 18

HEARERS = Rules[[Cued, int], int]("how many English words behind the verb are those who are told", otherwise=0)


def is_told(cued: Cued, at: int) -> bool:
    """The word before the token is a verb with a hearer behind it."""
    return at > 0 and cued.tokens[at - 1].lower.startswith(ADDRESSING)


def past_hearers(here: Reached) -> int:
    """One past those who are told, or where the reporting clause stops."""
    at = here.cue.stop
    past = at + HEARERS(here.cued, at) if here.cue.word.startswith(BEFORE_HEARERS) and at < len(here.tokens) else at
    return _past_comma(here.cued, past) if past > at and past < len(here.tokens) and here.tokens[past].text == "," else past


def _past_comma(cued: Cued, comma: int) -> int:
    """One past "told the union|, which had asked for him, | that he would stay" or "told Radio Looe|, strikes will not help"."""
    closing = first_at(cued.tokens, comma + 1, comma + LONGEST_INSERTED, (",",))
    if closing is None:
        return comma if any(t.lower == "that" for t in cued.tokens[comma:]) else comma + 1
    return closing + 1 if closing + 1 < len(cued.tokens) and cued.tokens[closing + 1].lower == "that" else comma


@HEARERS.when("a clause with it", 0, "The firm warned it expects to report a loss.")
def _is_clause(cued: Cued, at: int) -> bool:
    """ "told | it was over", "warned | you could lose"."""
    return cued.tokens[at].lower in ("it", "you") and at + 1 < len(cued.tokens) and cued.tokens[at + 1].lower in particles.FINITE


@HEARERS.when("reporters", 1, "Anna Holt told reporters the road was shut.")
def _is_object(cued: Cued, at: int) -> bool:
    token = cued.tokens[at]
    return token.lower in nouns.OBJECTS and not token.lower.startswith(OPEN) and not token.text.isupper()  # "US" is not "us"


@HEARERS.when("plural alone", 1, "Anna Holt told shareholders the road was shut.")
def _is_bare_plural(cued: Cued, at: int) -> bool:
    """ "told shareholders the company": a plural alone, and a subject behind it."""
    return not cued.tokens[at].is_capital and _is_plural_before_clause(cued, at)


@HEARERS.rule("body or role before a name", "Anna Holt told the panel Tom Arlow was wrong about the road.")
def _before_name(cued: Cued, at: int) -> int | None:
    """The name is the subject of what is told, unless another follows: "told the news agency Reuters | the road was shut"."""
    end = at + _count(cued, at)
    noun = next((n for n in range(at, end - 1) if cued.tokens[n].lower in LAST and cued.tokens[n + 1].is_capital), None)
    if noun is None or cued.tokens[noun].is_capital or (end < len(cued.tokens) and cued.tokens[end].lower in CLAUSE_OPENS):
        return None
    return noun + 1 - at


@HEARERS.rule("before a pronoun with its verb", "Anna Holt told the radio station she was tired of the road.")
def _before_pronoun(cued: Cued, at: int) -> int | None:
    """An article, some small words, and "she was"."""
    tokens = cued.tokens
    reach = range(at + 2, min(len(tokens) - 1, at + LONGEST))
    pronoun = next((n for n in reach if tokens[n].kind != "w" or tokens[n].is_capital or tokens[n].lower in CLAUSE_MARKS), None)
    if pronoun is None or tokens[at].lower not in particles.DETERMINERS or tokens[pronoun].lower not in particles.PRONOUNS:
        return None
    return pronoun - at if tokens[pronoun + 1].lower in particles.FINITE and tokens[pronoun].lower not in WHO else None


@HEARERS.rule("name", "Anna Holt told The Lantern the road was shut.")
def _named(cued: Cued, at: int) -> int | None:
    count = _count(cued, at)
    return count if any(t.is_capital for t in cued.tokens[at : at + count]) else None


@HEARERS.rule("before that or a mark", "Anna Holt told the crowd that the road was shut.")
def _before_that(cued: Cued, at: int) -> int | None:
    end = at + _count(cued, at)
    after = cued.tokens[end] if at < end < len(cued.tokens) else None
    return end - at if after and (after.lower == "that" or after.kind != "w") else None


@HEARERS.rule("body or role", "Anna Holt told a news conference the road was shut.")
def _called(cued: Cued, at: int) -> int | None:
    count = _count(cued, at)
    return count if count and cued.tokens[at + count - 1].lower in LAST else None


def _count(cued: Cued, at: int) -> int:
    """How many tokens in a row may belong to hearers."""
    end = at
    while end < len(cued.tokens) and end - at < LONGEST and _may_belong(cued, end, at):
        end += 1
    return end - at


def _may_belong(cued: Cued, at: int, first: int) -> bool:
    token = cued.tokens[at]
    if token.kind != "w":
        return token.text == "&"
    if at > first and token.lower in particles.PRONOUNS:
        return False
    if at == first and token.lower in particles.DETERMINERS:
        return True
    return token.is_capital or token.lower in KNOWN or (at > first and (_joins(cued, at, first) or _is_plural_before_clause(cued, at)))


def _joins(cued: Cued, at: int, first: int) -> bool:
    """ "told Ardovian | and | Veldanian officials", "told reporters | and | guests"."""
    return cued.tokens[at].lower == "and" and at + 1 < len(cued.tokens) and _may_belong(cued, at + 1, first)


def _is_plural_before_clause(cued: Cued, at: int) -> bool:
    """ "told Ardovian | troops | the road was shut": a plural, and a subject or "that" behind it."""
    token, after = cued.tokens[at], cued.tokens[at + 1] if at + 1 < len(cued.tokens) else None
    plural = token.lower.endswith("s") and token.lower not in SUBJECTS and token.lower not in particles.FINITE
    return plural and after is not None and (after.lower in CLAUSE_OPENS or after.is_capital)


def is_about(here: Reached, at: int) -> bool:
    """ "told a colleague about her part in it": no words are reported."""
    tokens = here.tokens
    if not here.cue.word.startswith(ADDRESSING) or at + 1 >= len(tokens):
        return False
    for n in range(at, min(len(tokens) - 1, at + LONGEST_BEFORE_ABOUT)):
        if tokens[n].lower in ("about", "of"):
            return (tokens[n].lower == "about" or n == at) and not tokens[n + 1].text[0].isdigit()
        if tokens[n].kind != "w" or tokens[n].lower in particles.FINITE or tokens[n].lower == "that":
            return False
    return False
