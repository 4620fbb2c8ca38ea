"""The role printed beside a name with a comma or a bracket between: before it ("the head of the mission, Anna Smith,"), or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import nouns, particles, posts, speech_verbs
from archive.extraction.languages.families import ByLetters
from archive.extraction.languages.slavic import particles as slavic_particles
from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.people.roles import LONGEST, MODIFIERS, PLAIN, VERBS, has_calling
from archive.extraction.text.tokens import Token

# No role that stands before a comma, or between two, holds one of these.
NOT_BEFORE_COMMA = ByLetters(english=(particles.STOPS - {"with", "at", "from"}) | particles.FINITE | (speech_verbs.SAYING - nouns.ROLES))
NOT_BETWEEN = ByLetters((particles.STOPS - words("with at on by from against and per")) | VERBS, slavic_verbs.ALL)
# A Slavic clause or phrase of another kind begins with these.
OF_CLAUSES = ByLetters(slavic=slavic_particles.BREAKS | slavic_particles.PREPOSITIONS | slavic_particles.AND)
DETERMINERS = ByLetters(english=particles.DETERMINERS)
DESCRIBING = ByLetters(english=posts.DESCRIBING)
# The word that makes a role of what stands between commas is one of the first: "the foreign minister of the republic".
HEAD = 6
# Those who stand in a relation to somebody: "the husband of", "a lawyer for".
RELATED = ByLetters(english=posts.RELATED)
OF = ByLetters(english=posts.OF)
MARKS = (",", ".", ";", ":", "(", ")", "—", "–", "-")
OPENING_MARKS = (",", "(")
# Longer numbers behind a name are no age.
AGE_DIGITS = 2


def role_before_comma(tokens: Sequence[Token], comma: int, floor: int) -> int:
    """Where the phrase before a comma begins, if it is a role: "the head of the observer mission | , Anna Smith,"."""
    leftmost = comma
    for at in range(comma - 1, max(floor, comma - LONGEST) - 1, -1):
        if tokens[at].kind != "w" or tokens[at].lower in NOT_BEFORE_COMMA:
            break
        if is_calling(tokens[at].lower):
            leftmost = at
    while floor < leftmost < comma and _specifies(tokens[leftmost - 1]):
        leftmost -= 1
    return comma if is_of_another(tokens, leftmost, comma) else leftmost


def is_of_another(tokens: Sequence[Token], begin: int, comma: int) -> bool:
    """ "The husband of the victim|, Teresa Hill,": the name may be either's, his or hers."""
    of = next((n for n in range(begin + 1, comma) if tokens[n].lower in OF), None)
    return of is not None and tokens[of - 1].lower in RELATED and is_calling(tokens[comma - 1].lower)


def _specifies(token: Token) -> bool:
    return token.lower in MODIFIERS or (token.is_capital and token.text not in PLAIN)


def apposition(text: str, tokens: Sequence[Token], after: int) -> tuple[int, int] | None:
    """What stands between commas or in brackets after a name, where it begins with a role: "Anna Smith,
    the foreign minister of the republic,"."""
    if not _opens_aside(tokens, after):
        return None
    begin = _past_age_and_article(tokens, after + 1)
    end = _aside_end(tokens, begin) if begin < len(tokens) else None
    if end is None or tokens[begin].lower in OF_CLAUSES or not has_calling(tokens[begin : min(end, begin + HEAD)]):
        return None
    return tokens[begin].start, tokens[end - 1].end


def _opens_aside(tokens: Sequence[Token], after: int) -> bool:
    return after + 1 < len(tokens) and tokens[after].text in OPENING_MARKS


def _past_age_and_article(tokens: Sequence[Token], at: int) -> int:
    """ "45, the | minister"."""
    if tokens[at].text.isdigit() and at + 2 < len(tokens) and tokens[at + 1].text == ",":
        at += 2
    return at + 1 if tokens[at].lower in DETERMINERS else at


def _aside_end(tokens: Sequence[Token], begin: int) -> int | None:
    """One past the words before the next mark; None where a verb stands among them."""
    end = begin
    while end < len(tokens) and end - begin < LONGEST and tokens[end].kind == "w" and tokens[end].text not in MARKS:
        if tokens[end].lower in NOT_BETWEEN or tokens[end].lower.endswith("ed"):
            return None
        end += 1
    return end


def is_described(tokens: Sequence[Token], after: int) -> bool:
    """An age or "who" behind the comma tells that a person was named."""
    return is_aged(tokens, after) or (_opens_aside(tokens, after) and tokens[after + 1].lower in DESCRIBING)


def is_aged(tokens: Sequence[Token], after: int) -> bool:
    """ "Anna Smith|, 45,"."""
    return _opens_aside(tokens, after) and tokens[after + 1].text.isdigit() and len(tokens[after + 1].text) <= AGE_DIGITS
