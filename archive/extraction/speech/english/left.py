"""The source before an English verb of speech: who or what is said to speak, as the noun phrase that ends there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals, particles
from archive.extraction.people.appositions import is_of_another
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.english.inserted import EXPLAINING, before_brackets, opening_of, phrase_start
from archive.extraction.speech.english.insiders import body_of, insiders, those_of
from archive.extraction.speech.english.named import people, with_place
from archive.extraction.speech.english.noun_phrases import LONGEST, WEEKDAYS, made, phrase_left
from archive.extraction.speech.reports import Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# Of the pronouns only these are somebody of whom the text tells.
THIRD_PERSONS = words("he she they it")
# "analysts on average expected", "critics in general say".
AVERAGING = words("average general turn particular consensus")
ON = words("on in")
MOST_ADVERBS = 2
LONGEST_RELATIVE = 20
GOVERNING = words("of for with to by from against than")
LONGEST_BRACKETS = 7
BRACKETS = {")": "(", "]": "["}
HEADS = (",", ".", "—", "–")
# Within an apposition that opens with what somebody is: "President and Chief Executive of Merrow".
DESCRIBING = particles.DETERMINERS | capitals.MODIFIERS | {"and", "of"}
WITH_CLAUSE = ("person", "role", "body")
UNEXPLAINED = ("pronoun", "other")

LEFT = Rules[[Sequence[Token], Sequence[Mention], int], Source | None]("whose phrase ends before this English verb", otherwise=None)


def left_of(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """The noun phrase that ends with token `at`."""
    return LEFT(tokens, mentions, _before_adverbs(tokens, at)) if at >= 0 else None


@LEFT.rule("pronoun", "She said that the bridge was closed.")
def _pronoun(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    lower = tokens[at].lower
    if lower not in particles.PRONOUNS:
        return None
    return made("pronoun" if lower in THIRD_PERSONS else "other", lower, tokens, at, at)


@LEFT.rule("before a clause with who", "A source who asked not to be named said that the bridge was closed.")
def _before_relative(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "A source who asked not to be named said"."""
    who = at
    while who > 1 and at - who < LONGEST and tokens[who].kind == "w" and tokens[who].lower != "who":
        who -= 1
    if tokens[who].lower != "who" or who == at or who < 1 or tokens[who - 1].kind != "w":
        return None
    source = left_of(tokens, mentions, who - 1)
    return source if source and source.kind in WITH_CLAUSE else None


@LEFT.rule("before a clause with who that no comma closes", "Anna Hill, who stood in for Tom Orr said that the bridge was closed.")
def _before_open_relative(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """A name that a preposition governs does not speak; whom the clause with "who" is about does."""
    named = _ending(mentions, at)
    if named is None or not named.first or tokens[named.first - 1].lower not in GOVERNING:
        return None
    who = next((n for n in range(named.first - 1, max(0, named.first - LONGEST_RELATIVE), -1) if tokens[n].kind != "w"), 0)
    relative = 0 < who < named.first and tokens[who].text == "," and tokens[who + 1].lower == "who"
    return left_of(tokens, mentions, who - 1) if relative else None


@LEFT.rule("those who know", "People close to the committee say Mr. Poole has the votes.")
def _insiders(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    return insiders(tokens, at)


@LEFT.rule("those of a name", "A lawyer for Mr. Boateng said the documents were forged.")
def _of_a_name(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    named = _ending(mentions, at)
    owned = those_of(tokens, mentions, named.first, at, named.end) if named else None
    return _with_bearer(tokens, mentions, owned) if owned else None


@LEFT.rule("body with of", "The Metropolitan Council of Paper Unions said the offer was too low.")
def _of_body(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    named = _ending(mentions, at)
    body = body_of(tokens, mentions, named) if named and not named.sure else None
    return _with_bearer(tokens, mentions, body) if body else None


@LEFT.rule("name", "Anna Hill said that the bridge was closed.")
def _name(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    named = _ending(mentions, at)
    return people(tokens, mentions, named) if named and named.sure else None


@LEFT.rule("name with a place", "Stefan Quill of the Open List said that the bridge was closed.")
def _name_with_place(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    return with_place(tokens, mentions, at)


@LEFT.rule("name in doubt", "Corvane Works said that the bridge was closed.")
def _doubtful(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    named = _ending(mentions, at)
    return people(tokens, mentions, named) if named else None


@LEFT.rule("before an apposition", "Anna Hill, the foreign minister, said that the bridge was closed.")
def _before_apposition(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "Anna Smith, the foreign minister, said" and "the statement, published on Monday, read"."""
    if tokens[at].text != ",":
        return None
    last = before_brackets(tokens, at - 1)
    opening = opening_of(tokens, last)
    return _named_inside(tokens, mentions, opening, last) or _explained(tokens, mentions, opening, last) if opening else None


@LEFT.rule("name in brackets", "“The bridge was closed too early in the year,” [Anna Hill] said.")
def _bracketed(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """The editor's brackets around who speaks, with no words before them."""
    opening = _opening_bracket(tokens, at)
    if opening is None or (opening > 0 and tokens[opening - 1].kind != "q" and tokens[opening - 1].text not in HEADS):
        return None
    inside = left_of(tokens, mentions, at - 1)
    return replace(inside, first=opening, last=at) if inside and inside.first > opening else None


def _opening_bracket(tokens: Sequence[Token], at: int) -> int | None:
    if tokens[at].text not in BRACKETS:
        return None
    return next((n for n in range(at - 1, max(-1, at - 1 - LONGEST_BRACKETS), -1) if tokens[n].text == BRACKETS[tokens[at].text]), None)


@LEFT.rule("before brackets", "Senator Ruth Adler (D., Vt.) said the bill “would gut a generation of safety law.”")
def _before_parenthesis(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "the party (NSP) said"."""
    opening = _opening_bracket(tokens, at)
    return left_of(tokens, mentions, opening - 1) if opening else None


@LEFT.rule("noun phrase", "The ministry said that the bridge was closed.")
def _noun_phrase(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    source = phrase_left(tokens, mentions, at) if tokens[at].kind == "w" else None
    if source and source.kind in ("body", "other"):
        source = those_of(tokens, mentions, source.first, at, source.end) or source
    return _with_bearer(tokens, mentions, source) if source and source.kind == "role" else source


def _before_adverbs(tokens: Sequence[Token], at: int) -> int:
    """ "The firm | on Monday said", "analysts | on average expected"."""
    for _ in range(MOST_ADVERBS):
        token = tokens[at]
        if at > 1 and token.lower in particles.SPANS and tokens[at - 1].lower in ("last", "this"):  # "Israel last week said"
            at -= 2
            continue
        placed = at > 1 and tokens[at - 1].lower in ON
        if not (at > 1 and ((token.lower in WEEKDAYS and token.is_capital) or (token.lower in AVERAGING and placed))):
            break
        at -= 2 if placed else 1
    return at


def _ending(mentions: Sequence[Mention], at: int) -> Mention | None:
    return next((m for m in mentions if m.last == at), None)


def _with_bearer(tokens: Sequence[Token], mentions: Sequence[Mention], role: Source) -> Source:
    """ "David Orr, President and Chief Executive of Merrow said": no comma closes the apposition, and the person before it speaks."""
    at = role.first - 1
    while at > 0 and role.first - at < LONGEST and _describes(tokens[at]):
        at -= 1
    if at < 1 or tokens[at].text != "," or role.head.endswith("s"):
        return role
    named = _ending(mentions, at - 1)
    return replace(people(tokens, mentions, named), last=role.last) if named and _opens_clause(tokens, named) else role


def _describes(token: Token) -> bool:
    return token.kind == "w" and (is_calling(token.lower) or token.lower in DESCRIBING)


def _opens_clause(tokens: Sequence[Token], named: Mention) -> bool:
    before = tokens[named.first - 1] if named.first else None
    return before is None or before.kind != "w" or before.lower in particles.CONNECTORS


def _named_inside(tokens: Sequence[Token], mentions: Sequence[Mention], opening: int, last: int) -> Source | None:
    """ "The mayor of the town, | Anna Smith, said": the apposition is a name, and no verb stands before it."""
    named = next((m for m in mentions if m.last == last and m.first <= opening + 1), None)
    start = phrase_start(tokens, opening)
    if named is None or any(t.lower in particles.FINITE for t in tokens[start:opening]):
        return None
    return made("role", "", tokens, start, named.last) if is_of_another(tokens, start, opening) else people(tokens, mentions, named)


def _explained(tokens: Sequence[Token], mentions: Sequence[Mention], opening: int, last: int) -> Source | None:
    before = left_of(tokens, mentions, opening - 1) if tokens[opening - 1].text != "," else None
    inserted = tokens[opening + 1 : last + 1]
    if before is None or not inserted or before.kind in UNEXPLAINED:
        return None
    return before if EXPLAINING(inserted) else None
