"""The people whom a name before an English verb of speech stands for: one, several that "and" joins, or one with his place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages import words
from archive.extraction.languages.english import particles
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.english.appositions import explained_before
from archive.extraction.speech.english.noun_phrases import ARTICLES, continues_left, made, phrase_left
from archive.extraction.speech.reports import Source
from archive.extraction.text.tokens import Token

MOST_JOINED = 8
JOINING = ("and", ",")
WRITTEN_BY = words("of by from")
ISSUED = words("issued published released signed written sent made posted")
SEEN = words("seen obtained reviewed viewed")
YEARS_OLD = "-year-old"
MOST_ADJECTIVES = 2
# "Anna Smith of the Open List": a body alone is named with "of", a doubtful name at the head of its clause with one of the others.
PLACING = words("of from at for with")
PLACING_IN_DOUBT = words("from at with")
LONGEST_PLACE = 9
# No article of the name stands before these.
BREAKS = particles.STOPS | particles.FINITE


def people(tokens: Sequence[Token], mentions: Sequence[Mention], last: Mention) -> Source:
    """One person, several joined by "and", or the document that is said to be theirs."""
    joined = _joined(tokens, mentions, last)
    first = joined[0].first
    document = _written_by(tokens, mentions, first)
    if document:
        seen = tokens[first - 2].lower in SEEN  # by somebody who did not write it
        return made("document", document.head, tokens, document.first, last.last, () if seen else joined)
    first = _article_before(tokens, first)
    start = min(joined[0].start, tokens[first].start)
    return replace(made("person", last.name, tokens, first, last.last, joined), start=start, end=last.end)


def _joined(tokens: Sequence[Token], mentions: Sequence[Mention], last: Mention) -> tuple[Mention, ...]:
    joined = [last]
    while len(joined) < MOST_JOINED:
        first = joined[0].first
        if len(joined) == 1 and first and tokens[first - 1].text == ",":  # "Speaking of Rui Campos, Prado said": a comma joins only a list
            break
        before = _joined_before(tokens, mentions, first)
        if before is None:
            break
        joined.insert(0, before)
    return tuple(joined)


def _joined_before(tokens: Sequence[Token], mentions: Sequence[Mention], first: int) -> Mention | None:
    """The person before "and": "Anna Smith and her Danish counterpart | Mads Holm", "Osman Terzi, and the premier, | Lidia Novak"."""
    at = first - 1
    while at > 1 and tokens[at].lower in particles.DETERMINERS:
        at -= 1
    if at < 1 or tokens[at].lower not in JOINING:
        return None
    if tokens[at - 1].text == "," and tokens[at].text != ",":
        at -= 1
    beside = next((m for m in mentions if m.last == at - 1), None)
    return beside or (explained_before(tokens, mentions, at) if tokens[at].text == "," else None)


def _written_by(tokens: Sequence[Token], mentions: Sequence[Mention], first: int) -> Source | None:
    """ "the report | by Anna Smith", "the letter | signed by Anna Smith", "a letter | seen by Sky News"."""
    if first < 2 or tokens[first - 1].lower not in WRITTEN_BY:
        return None
    done = first - 2 if tokens[first - 2].lower in ISSUED | SEEN else first - 1
    document = phrase_left(tokens, mentions, done - 1) if done else None
    return document if document and document.kind == "document" else None


def _article_before(tokens: Sequence[Token], first: int) -> int:
    """ "the | Smiths", "an angry | Mr. Orr": where the words before a name begin, if an article opens them at the head of a clause."""
    if first and tokens[first - 1].lower.endswith(YEARS_OLD):
        first -= 1
    if first and tokens[first - 1].lower == "the":
        return first - 1
    for at in range(first - 2, max(-1, first - 2 - MOST_ADJECTIVES), -1):
        token = tokens[at]
        if token.lower in ARTICLES:
            return at if at == 0 or tokens[at - 1].kind != "w" else first
        if token.kind != "w" or token.lower in BREAKS:
            break
    return first


def with_place(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "Anna Smith of the Open List said": the person before "of"."""
    for mention in mentions:
        after = mention.last + 1
        near = after < at <= mention.last + LONGEST_PLACE and tokens[after].lower in PLACING and (mention.sure or _opens(tokens, mention))
        if near and all(continues_left(t) or t.lower in PLACING for t in tokens[after : at + 1]):
            return made("person", mention.name, tokens, mention.first, at, (mention,))
    return None


def _opens(tokens: Sequence[Token], mention: Mention) -> bool:
    """A doubtful name at the head of its clause, before "from" or "at": of a body one would say "of"."""
    heads = mention.first == 0 or tokens[mention.first - 1].kind != "w"
    return heads and " " in mention.name and mention.last + 1 < len(tokens) and tokens[mention.last + 1].lower in PLACING_IN_DOUBT
