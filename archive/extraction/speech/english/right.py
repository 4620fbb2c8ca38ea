"""The source that begins right behind a verb of speech: “…,” said Anna Smith."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import nouns, particles, speech_verbs
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.english.appositions import explains
from archive.extraction.speech.english.named import MOST_JOINED
from archive.extraction.speech.english.noun_phrases import LONGEST, WEEKDAYS, joins_posts, made, phrase
from archive.extraction.speech.english.predicates import is_adverb
from archive.extraction.speech.reports import Source
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# What may stand behind a name that closes its phrase.
BEHIND_BEARER = particles.ADJUNCT_HEADS | particles.TIMES | words("who of as")
# No phrase of somebody begins with one: ", expected | in Looe today,".
PLACING = words("in of to for")
MOST_PARTS = 3  # "45, a nurse, who …"
LEAST_REST = 2
PERSONS = words("he she they")
POSSESSIVE = ("'s", "’s")
AND = "and"
JOINING = (AND, "&")
NOT_IN_PHRASE = (
    particles.STOPS
    | particles.FINITE
    | speech_verbs.PARTICIPLES
    | (speech_verbs.SAYING | speech_verbs.TELLING) - nouns.DOCUMENTS - nouns.ROLES
)


RIGHT = Rules[[Sequence[Token], Sequence[Mention], int], Source | None]("whose phrase begins behind this English verb", otherwise=None)


def right_of(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """The noun phrase that begins with token `at`, as in “…,” said Anna Smith."""
    return RIGHT(tokens, mentions, at) if at < len(tokens) else None


@RIGHT.rule("pronoun", "“We counted every vote,” said he.")
def _pronoun(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    return made("pronoun", tokens[at].lower, tokens, at, at) if tokens[at].lower in PERSONS else None


@RIGHT.rule("relative of a name", "“I don't believe he did it,” said Mark Weller's sister, Joan Weller.")
def _relative(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    owner = _starting(tokens, mentions, at)
    return _relative_of(tokens, mentions, owner) if owner and tokens[owner.last].text.endswith(POSSESSIVE) else None


@RIGHT.rule("name", "“We counted every vote,” said Anna Hill.")
def _name(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    named = _starting(tokens, mentions, at)
    return _people_right(tokens, mentions, named, at) if named else None


@RIGHT.rule("noun phrase", "“We counted every vote,” said the head of the council.")
def _noun_phrase(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    if tokens[at].kind != "w" or tokens[at].lower in particles.STOPS or tokens[at].lower in PLACING:
        return None
    last = at
    while last + 1 < len(tokens) and last - at < LONGEST and _continues_right(tokens, last + 1):
        last += 1
    source = phrase(tokens, mentions, at, last)
    return _named_in(tokens, mentions, source) if source else None


def _named_in(tokens: Sequence[Token], mentions: Sequence[Mention], source: Source) -> Source:
    """The phrase, or whose name closes it."""
    if source.kind == "body":
        return _of_office(tokens, mentions, source) or source
    called = source.kind == "role" or is_calling(source.head.removesuffix("s"))  # "the authors" may be a paper
    return _with_bearer(tokens, mentions, source) if called else source


def _of_office(tokens: Sequence[Token], mentions: Sequence[Mention], body: Source) -> Source | None:
    """ "said | Office of Foreign Assets Director Anna Hill": a body without an article, and behind it who heads it."""
    named = next((m for m in mentions if m.sure and m.role and m.last == body.last and m.first > body.first), None)
    if named is None or not tokens[body.first].is_capital or is_calling(tokens[named.first].lower):
        return None
    return replace(made("person", named.name, tokens, body.first, body.last, (named,)), end=named.end)


def _with_bearer(tokens: Sequence[Token], mentions: Sequence[Mention], role: Source) -> Source:
    """ "said its chairman, | Sir Andrew Granger", "said one witness, | fisherman Bram Oduya,": whose name closes the phrase speaks."""
    named = next((m for m in mentions if role.first <= m.first <= role.last + 2 and m.last > role.last + 1), None)
    if named is None or tokens[role.last + 1].text not in (",", AND) or tokens[named.last].text.endswith(POSSESSIVE):
        return role
    after = tokens[named.last + 1] if named.last + 1 < len(tokens) else None
    if after is not None and after.kind == "w" and after.lower not in BEHIND_BEARER:
        return role
    return replace(made("person", named.name, tokens, role.first, named.last, (named,)), start=role.start, end=named.end)


def _starting(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Mention | None:
    """The name at the token, or behind "the"."""
    first = at + 1 if tokens[at].lower == "the" else at
    return next((m for m in mentions if m.first == first), None)


def _relative_of(tokens: Sequence[Token], mentions: Sequence[Mention], owner: Mention) -> Source | None:
    """ "said Mark Weller's sister, | Joan Weller": she speaks whose name follows, or whoever stands in that relation to him."""
    calling = _calling_behind(tokens, owner.last)
    if calling is None:
        return None
    after = calling + 2 if calling + 2 < len(tokens) and tokens[calling + 1].text == "," else calling + 1
    named = next((m for m in mentions if m.first <= after <= m.last), None)
    if named and named is not owner:
        return replace(made("person", named.name, tokens, owner.first, named.last, (named,)), end=named.end)
    return made("role", tokens[calling].lower, tokens, owner.first, calling)


def _calling_behind(tokens: Sequence[Token], owner: int) -> int | None:
    """Past adjectives, what somebody is: "Mark Weller's | elder | sister"."""
    for at in range(owner + 1, min(len(tokens), owner + LONGEST + 1)):
        if is_calling(tokens[at].lower):
            return at
        if tokens[at].kind != "w" or tokens[at].lower in NOT_IN_PHRASE:
            return None
    return None


def _people_right(tokens: Sequence[Token], mentions: Sequence[Mention], first: Mention, at: int) -> Source:
    joined, last = [first], first.last
    while last + 2 < len(tokens) and tokens[last + 1].lower == AND:
        following = next((m for m in mentions if m.first == last + 2), None)
        if following is None:
            break
        joined.append(following)
        last = following.last
    source = made("person", joined[-1].name, tokens, at, last, tuple(joined))
    source = replace(source, end=joined[-1].end)
    further = past_appositions(tokens, mentions, source)
    return further if len(further.mentions) > len(joined) else source


def _continues_right(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind != "w" or token.lower in WEEKDAYS:
        return False
    if token.lower == "in":
        return at + 1 < len(tokens) and tokens[at + 1].is_capital
    if token.lower == AND:
        return joins_posts(tokens, at)
    return token.lower not in NOT_IN_PHRASE and not is_adverb(token) and not (token.lower.endswith("ed") and not token.is_capital)


def past_appositions(tokens: Sequence[Token], mentions: Sequence[Mention], source: Source) -> Source:
    """The people with all that explains them and those whom "and" joins behind it; the printed span stays that of the first name."""
    if source.kind != "person" or not source.mentions:
        return source
    people, last, end = list(source.mentions), source.last, source.end
    while len(people) < MOST_JOINED:
        explained = _past_parts(tokens, last)
        joined = _joined_behind(tokens, mentions, explained + 1)
        if joined is None:
            last = explained
            break
        people.append(joined)
        last, end = joined.last, joined.end
    return replace(source, last=last, end=end, mentions=tuple(people))


def _past_parts(tokens: Sequence[Token], last: int) -> int:
    """The last token of the parts between commas behind token `last`, each closed by another comma."""
    for _ in range(MOST_PARTS):
        closing = _closing(tokens, last + 1)
        if closing is None:
            break
        last = closing - 1
    return last


def _closing(tokens: Sequence[Token], comma: int) -> int | None:
    """The comma that closes the apposition which opens at a comma."""
    if comma + 2 >= len(tokens) or tokens[comma].text != ",":
        return None
    inside = range(comma + 1, min(len(tokens), comma + 1 + LONGEST))
    closing = next((n for n in inside if tokens[n].kind != "w"), None)
    if closing is None or tokens[closing].text != "," or closing + LEAST_REST >= len(tokens):
        return None
    return closing if explains(tokens[comma + 1 : closing]) else None


def _joined_behind(tokens: Sequence[Token], mentions: Sequence[Mention], comma: int) -> Mention | None:
    """ ", the mayor, | and Tom Hill": a name behind "and", with a mark behind it, so that no verb of its own follows."""
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or tokens[comma + 1].lower not in JOINING:
        return None
    named = next((m for m in mentions if m.first == comma + 2), None)
    closed = named and (named.last + 1 >= len(tokens) or tokens[named.last + 1].kind != "w")
    return named if closed else None
