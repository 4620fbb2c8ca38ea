"""The source that begins right behind a verb of speech: “…,” said Anna Smith."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.lexicon import english as en
from archive.extraction.lexicon.callings import is_calling
from archive.extraction.people import Mention
from archive.extraction.predicates import is_adverb
from archive.extraction.sources import LONGEST, WEEKDAYS, Source, made, phrase
from archive.extraction.tokens import Token

NOT_IN_PHRASE = en.STOPS | en.FINITE | en.PARTICIPLES | (en.SAYING | en.TELLING) - en.DOCUMENTS - en.ROLES


def right_of(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """The noun phrase that begins with token `at`, as in “…,” said Anna Smith."""
    if at >= len(tokens):
        return None
    if tokens[at].lower in ("he", "she", "they"):
        return made("pronoun", tokens[at].lower, tokens, at, at)
    beginning = at + 1 if tokens[at].lower == "the" else at
    starting = next((m for m in mentions if m.first == beginning), None)
    if starting and tokens[starting.last].text.endswith(("'s", "’s")):
        relative = _relative_of(tokens, mentions, starting)
        if relative:
            return relative
    if starting:
        return _people_right(tokens, mentions, starting, at)
    last = at
    while last + 1 < len(tokens) and last - at < LONGEST and _continues_right(tokens, last + 1):
        last += 1
    return phrase(tokens, mentions, at, last) if tokens[at].kind == "w" and tokens[at].lower not in en.STOPS else None


def _relative_of(tokens: Sequence[Token], mentions: Sequence[Mention], owner: Mention) -> Source | None:
    """ "said Mark Weller's sister, | Joan Weller": she speaks whose name follows, or whoever stands in that relation to him."""
    last = owner.last + 1
    while last < len(tokens) and last - owner.last < LONGEST and not is_calling(tokens[last].lower):
        if tokens[last].kind != "w" or tokens[last].lower in NOT_IN_PHRASE:
            return None
        last += 1
    if last >= len(tokens) or not is_calling(tokens[last].lower):
        return None
    after = last + 2 if last + 2 < len(tokens) and tokens[last + 1].text == "," else last + 1
    named = next((m for m in mentions if m.first <= after <= m.last), None)
    if named and named is not owner:
        return replace(made("person", named.name, tokens, owner.first, named.last, (named,)), end=named.end)
    return made("role", tokens[last].lower, tokens, owner.first, last)


def _people_right(tokens: Sequence[Token], mentions: Sequence[Mention], first: Mention, at: int) -> Source:
    joined, last = [first], first.last
    while last + 2 < len(tokens) and tokens[last + 1].lower in ("and", "и", "і", "та"):
        following = next((m for m in mentions if m.first == last + 2), None)
        if following is None:
            break
        joined.append(following)
        last = following.last
    source = made("person", joined[-1].name, tokens, at, last, tuple(joined))
    return replace(source, end=joined[-1].end)


def _continues_right(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind != "w" or token.lower in WEEKDAYS:
        return False
    if token.lower == "in":
        return at + 1 < len(tokens) and tokens[at + 1].is_capital
    return token.lower not in NOT_IN_PHRASE and not is_adverb(token) and not (token.lower.endswith("ed") and not token.is_capital)
