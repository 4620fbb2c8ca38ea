"""Phrases of time, place, occasion and writing beside an English verb of speech: "on Monday", "in a statement on its website"."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import nouns, particles
from archive.extraction.languages.english.verbs import ALWAYS
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.stretches import first_at

LONGEST = 9
MOST = 4
AUXILIARIES = frozenset(word for word in ALWAYS if "'" not in word)
# With these the words behind the verb are a clause.
NOT_INSIDE = particles.PRONOUNS | AUXILIARIES
# "last year's figures": no phrase of time.
TIMES_OWNED = words("last this late early")
ARTICLES = particles.DETERMINERS - particles.POSSESSIVE_WORDS
# What no phrase holds before the pronoun of a clause: "at the end of the quarter | it had".
BREAKS = particles.STOPS - particles.PREPOSITIONS - {"of"}
SUBJECTS = words("it he she they there")
VERBS = particles.FINITE | words("hoped believed planned intended expected")


def past_adjuncts(cued: Cued, at: int) -> int:
    """Past "on Monday", ", however,", "in a statement on its website", which may stand before a clause."""
    if at < len(cued.tokens) and cued.tokens[at].text == ",":
        comma = first_at(cued.tokens, at + 1, at + LONGEST + 1, (",",))
        return comma + 1 if comma else at
    for _ in range(MOST):
        past = past_adjunct(cued, at)
        if past == at:
            break
        at = past
    return at


def past_adjunct(cued: Cued, at: int) -> int:
    """One past a time or a phrase of place, occasion or writing that begins at the token."""
    tokens = cued.tokens
    if at < len(tokens) and is_time(cued, at):
        return at + 1
    if not _may_begin(cued, at):
        return at
    for n in range(at + 1, min(len(tokens), at + LONGEST)):
        if tokens[n].kind != "w" or tokens[n].lower in NOT_INSIDE or (n > at + 1 and tokens[n].lower in ARTICLES):
            break
        if is_time(cued, n) or ends_adjunct(cued, n):
            return next((m for m in range(n + 1, len(tokens)) if not ends_adjunct(cued, m)), len(tokens))
    return _before_pronoun(cued, at)


def _may_begin(cued: Cued, at: int) -> bool:
    tokens = cued.tokens
    if at >= len(tokens) or tokens[at].lower not in particles.ADJUNCT_HEADS:
        return False
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower not in TIMES_OWNED or not (following.endswith("'s") or following in AUXILIARIES)  # "this is the first time"


def _before_pronoun(cued: Cued, at: int) -> int:
    """ "said at the end of the quarter | it had cut costs": a phrase up to a pronoun with its verb."""
    tokens = cued.tokens
    for n in range(at + 2, min(len(tokens) - 1, at + LONGEST)):
        if tokens[n].kind != "w" or tokens[n].lower in BREAKS:
            return at
        if tokens[n].lower in SUBJECTS:
            return n if tokens[n + 1].lower in VERBS else at
    return at


def ends_adjunct(cued: Cued, at: int) -> bool:
    word = cued.tokens[at].lower
    return word in nouns.OCCASIONS or word in nouns.DOCUMENTS or word in nouns.CHANNELS


def is_time(cued: Cued, at: int) -> bool:
    token = cued.tokens[at]
    return token.lower in particles.TIMES or (token.lower.endswith("day") and token.is_capital)
