"""Noun phrases that may say something: where one begins to the left of a verb, its head, and whether that is a person, body or document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import words as en
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.reports import Source
from archive.extraction.text.tokens import Token

LONGEST = 16
REACH = 8
# Endings of nouns for people who do something: "protesters", "economists".
PEOPLE = ("ers", "ors", "ists", "ants", "ians", "men", "women")
SMALL = frozenset("of for to in at and & 's ' within inside near".split())
# Alone before the verb these are somebody: "another said".
ALONE = frozenset("another one both some several most".split())
# Behind the head of a noun phrase.
BEHIND_HEAD = frozenset("of for in to at from by on with within inside near".split())
COUNTED = frozenset("two three four five six some many most several few both".split())
ONLY = frozenset("only just about nearly almost".split())
PARTED = frozenset("the its their his her these those".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())


def made(kind: str, head: str, tokens: Sequence[Token], first: int, last: int, mentions: tuple[Mention, ...] = ()) -> Source:
    end = tokens[last].end - (2 if tokens[last].text.endswith(("'s", "’s")) else 0)
    return Source(kind, head, first, last, tokens[first].start, end, mentions)


def phrase_left(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    first = at
    while first > 0 and at - first < LONGEST and (continues_left(tokens[first - 1]) or _joins_name(tokens, first - 1)):
        first -= 1
    while first < at and (tokens[first].lower in SMALL or tokens[first].lower in en.CONNECTORS or tokens[first].lower in WEEKDAYS):
        first += 1
    inner = next((n for n in range(at, first, -1) if tokens[n].lower in ("the", "a", "an") and tokens[n - 1].lower not in SMALL), None)
    first = inner if inner is not None else first
    if first > 2 and tokens[first - 1].lower == "and" and tokens[at].lower.endswith("s") and tokens[first - 3].kind != "w":
        first -= 2 * (tokens[first - 2].kind == "w")  # ", | state and city officials said"
    return phrase(tokens, mentions, first, at)


def _joins_name(tokens: Sequence[Token], at: int) -> bool:
    """ "the Coalition for Reforms | and | Democracy": within the name of a body that "of" or "for" opens."""
    if tokens[at].lower != "and" or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    first = at
    while first > 0 and at - first < REACH and tokens[first - 1].is_capital:
        first -= 1
    first -= first > 0 and tokens[first - 1].lower == "the"
    named = first > 1 and tokens[first - 1].lower in ("of", "for")
    return named and first <= at - 1 and (tokens[first - 2].is_capital or tokens[first - 2].lower in en.BODIES)


def continues_left(token: Token) -> bool:
    if token.kind != "w":
        return token.text in ("&", "'", "’")
    return token.lower not in en.STOPS and token.lower not in en.SAYING - en.ROLES - en.DOCUMENTS and token.lower not in ("also",)


def phrase(tokens: Sequence[Token], mentions: Sequence[Mention], first: int, last: int) -> Source | None:
    """A noun phrase with its kind, told by its head: the noun before the first preposition."""
    cut = next((n for n in range(first + 1, last + 1) if tokens[n].lower in BEHIND_HEAD), last + 1)
    if cut + 1 < last and tokens[cut].lower == "of" and tokens[cut - 1].lower in en.DETERMINERS and tokens[cut + 1].lower in PARTED:
        return replaced(phrase(tokens, mentions, cut + 1, last), tokens[first])
    if tokens[last].lower in COUNTED and all(t.lower in ONLY for t in tokens[first:last]):  # "only three said"
        return made("role", tokens[first].lower, tokens, first, last)
    head = tokens[cut - 1]
    if first == last and head.lower in ALONE:
        return made("role", head.lower, tokens, first, last)
    if first > last or head.kind != "w" or head.lower in en.DETERMINERS:
        return None
    if all(t.lower in WEEKDAYS for t in tokens[first : last + 1]):
        return None
    word = head.bare.lower()
    inside = tuple(m for m in mentions if m.first >= first and m.last <= last) if word in en.DOCUMENTS else ()
    return made(kind_of(tokens[first : last + 1], head, word), word, tokens, first, last, inside)


def replaced(source: Source | None, first: Token) -> Source | None:
    """ "Two of the officials" are officials."""
    return replace(source, start=first.start) if source else None


def kind_of(phrase: Sequence[Token], head: Token, word: str) -> str:
    one = word.removesuffix("s")
    if word in en.DOCUMENTS or one in en.DOCUMENTS:
        return "document"
    if word in en.ROLES or one in en.ROLES or (is_calling(word) and (not head.is_capital or head is phrase[0])):
        return "role"
    if word in en.BODIES or one in en.BODIES:
        return "body"
    if head.is_capital:
        return "body"
    return "role" if word.endswith(PEOPLE) and len(word) > 5 else "other"
