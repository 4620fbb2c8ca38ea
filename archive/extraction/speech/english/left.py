"""The source beside a verb of speech: who or what is said to speak, as a noun phrase to its left or right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.english.appositions import explained_before
from archive.extraction.speech.english.noun_phrases import LONGEST, REACH, WEEKDAYS, continues_left, kind_of, made, phrase_left
from archive.extraction.speech.reports import Source
from archive.extraction.text.tokens import Token

RELATIVE = frozenset("who which whose where that when".split())
JOINING = frozenset("but and while although though because since as".split())
# "people familiar with the matter", "a person briefed on the talks", "analysts polled by the wire".
KNOWING = frozenset("familiar close briefed acquainted knowledgeable privy polled surveyed interviewed questioned contacted".split())
KNOWN_BY = frozenset("with to on about by".split())
# "analysts on average expected", "critics in general say".
AVERAGING = frozenset("average general turn particular consensus".split())
MOST_JOINED = 8
MOST_ADVERBS = 2
LEAST_PARTICIPLE = 5
PLACED = frozenset("on in at with for under from to".split())
BELONGING = frozenset("of for to at from with".split())
PLACING = ("of", "from", "at", "for", "with")
DESCRIBING = en.DETERMINERS | capitals.MODIFIERS | frozenset(("and", "of"))


def left_of(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """The noun phrase that ends with token `at`."""
    if at < 0:
        return None
    at = _before_adverbs(tokens, at)
    token = tokens[at]
    if token.lower in en.PRONOUNS:
        return made("pronoun" if token.lower in ("he", "she", "they", "it") else "other", token.lower, tokens, at, at)
    described = _before_relative(tokens, mentions, at) or _insiders(tokens, at)
    if described:
        return described
    ending = [m for m in mentions if m.last == at]
    owned = _of_somebody(tokens, mentions, ending[0].first, at, ending[0].end) if ending else None
    owned = owned or (_body_of(tokens, mentions, ending[0]) if ending and not ending[0].sure else None)
    if owned:
        return _described(tokens, mentions, owned) or owned
    if ending and ending[0].sure:
        return _people(tokens, mentions, ending[0])
    placed = _with_place(tokens, mentions, at)
    if placed:
        return placed
    if ending:
        return _people(tokens, mentions, ending[0])
    if token.text == ",":
        return _before_apposition(tokens, mentions, at)
    if token.kind != "w":
        return _parenthesis(tokens, mentions, at)
    source = phrase_left(tokens, mentions, at)
    if source and source.kind in ("body", "other"):
        source = _of_somebody(tokens, mentions, source.first, at, source.end) or source
    return (_described(tokens, mentions, source) if source and source.kind == "role" else None) or source


def _described(tokens: Sequence[Token], mentions: Sequence[Mention], role: Source) -> Source | None:
    """ "David Orr, President and Chief Executive of Merrow said": the apposition has no closing comma; the person before it speaks."""
    at = role.first - 1
    while (
        at > 0 and role.first - at < LONGEST and tokens[at].kind == "w" and (is_calling(tokens[at].lower) or tokens[at].lower in DESCRIBING)
    ):
        at -= 1
    if at < 1 or tokens[at].text != "," or role.head.endswith("s"):
        return None
    named = next((m for m in mentions if m.last == at - 1), None)
    opens = named and (named.first == 0 or tokens[named.first - 1].kind != "w" or tokens[named.first - 1].lower in en.CONNECTORS)
    return replace(_people(tokens, mentions, named), last=role.last) if named and opens else None


def _before_relative(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "A source who asked not to be named said": the phrase before "who"."""
    who = at
    while who > 1 and at - who < LONGEST and tokens[who].kind == "w" and tokens[who].lower != "who":
        who -= 1
    if tokens[who].lower != "who" or who == at or who < 1 or tokens[who - 1].kind != "w":
        return None
    source = left_of(tokens, mentions, who - 1)
    return source if source and source.kind in ("person", "role", "body") else None


def _before_adverbs(tokens: Sequence[Token], at: int) -> int:
    """ "The firm | on Monday said", "analysts | on average expected"."""
    for _ in range(MOST_ADVERBS):
        token = tokens[at]
        placed = at > 1 and tokens[at - 1].lower in ("on", "in")
        if not (at > 1 and ((token.lower in WEEKDAYS and token.is_capital) or (token.lower in AVERAGING and placed))):
            break
        at -= 2 if placed else 1
    return at


def _insiders(tokens: Sequence[Token], at: int) -> Source | None:
    """ "Two people familiar with the talks said": who they are stands before what they know."""
    for n in range(at - 2, max(0, at - LONGEST), -1):
        if tokens[n].kind != "w" or tokens[n].lower in en.FINITE:
            return None
        if _is_knowing(tokens, n) and kind_of(tokens[n - 1 : n], tokens[n - 1], tokens[n - 1].lower) == "role":
            first = n - 1
            while first and tokens[first - 1].lower in en.DETERMINERS | capitals.MODIFIERS:
                first -= 1
            return made("role", tokens[n - 1].lower, tokens, first, at)
    return None


def _is_knowing(tokens: Sequence[Token], at: int) -> bool:
    """ "familiar with", or "officers | investigating the crash"."""
    word = tokens[at].lower
    working = word.endswith("ing") and len(word) > LEAST_PARTICIPLE and tokens[at - 1].lower.endswith("s")
    return (word in KNOWING and tokens[at + 1].lower in KNOWN_BY) or (working and tokens[at + 1].lower in en.DETERMINERS | PLACED)


def _of_somebody(tokens: Sequence[Token], mentions: Sequence[Mention], first: int, last: int, end: int) -> Source | None:
    """ "A lawyer for Anna Smith said", "analysts at Merrow said": those speak who belong to the name, not its bearer."""
    at = first - 2 if tokens[first - 1].lower == "the" else first - 1
    if at < 1 or tokens[at].lower not in BELONGING:
        return None
    head = tokens[at - 1]
    if not (is_calling(head.lower) or head.text in en.BODIES):
        return None
    source = phrase_left(tokens, mentions, at - 1)
    return replace(source, last=last, end=end) if source and source.kind in ("role", "body") else None


def _body_of(tokens: Sequence[Token], mentions: Sequence[Mention], doubtful: Mention) -> Source | None:
    """ "The Council of | Paper Unions said": two capitals that belong to the name of a body before "of"."""
    if doubtful.first < 2 or tokens[doubtful.first - 1].lower != "of" or not tokens[doubtful.first - 2].is_capital:
        return None
    source = phrase_left(tokens, mentions, doubtful.last)
    return source if source and source.kind == "body" and source.first < doubtful.first else None


def _people(tokens: Sequence[Token], mentions: Sequence[Mention], last: Mention) -> Source:
    """One person, several joined by "and", or the document that is said to be theirs."""
    joined, first = [last], last.first
    while len(joined) < MOST_JOINED:
        if len(joined) == 1 and first and tokens[first - 1].text == ",":  # "Speaking of Rui Campos, Prado said": a comma joins only a list
            break
        before = _joined_before(tokens, mentions, first)
        if before is None:
            break
        joined.insert(0, before)
        first = before.first
    people = tuple(joined)
    if first >= 2 and tokens[first - 1].lower in ("of", "by", "from"):
        document = phrase_left(tokens, mentions, first - 2)
        if document and document.kind == "document":
            return made("document", document.head, tokens, document.first, last.last, people)
    first = _article_before(tokens, first)
    start = people[0].start if people[0].first == people[0].last or first == people[0].first else tokens[first].start
    source = made("person", last.name, tokens, first, last.last, people)
    return replace(source, start=min(start, tokens[first].start), end=last.end)


def _article_before(tokens: Sequence[Token], first: int) -> int:
    """ "the | Smiths", "an angry | Mr. Orr": where the words before a name begin, if an article opens them at the head of a clause."""
    if first and tokens[first - 1].lower.endswith("-year-old"):
        first -= 1
    if first and tokens[first - 1].lower == "the":
        return first - 1
    for at in range(first - 2, max(-1, first - 2 - MOST_ADVERBS), -1):
        token = tokens[at]
        if token.lower in ("a", "an", "the"):
            return at if at == 0 or tokens[at - 1].kind != "w" else first
        if token.kind != "w" or token.lower in en.STOPS | en.FINITE:
            break
    return first


def _with_place(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "Anna Smith of the Open List said": the person before "of"."""
    for mention in mentions:
        after = mention.last + 1
        near = (mention.sure or _opens(tokens, mention)) and after < at <= mention.last + 9 and tokens[after].lower in PLACING
        if near and all(continues_left(t) or t.lower in PLACING for t in tokens[after : at + 1]):
            return made("person", mention.name, tokens, mention.first, at, (mention,))
    return None


def _joined_before(tokens: Sequence[Token], mentions: Sequence[Mention], first: int) -> Mention | None:
    """The person before "and": "Anna Smith and her Danish counterpart | Mads Holm", "Osman Terzi, and the premier, | Lidia Novak"."""
    at = first - 1
    while at > 1 and tokens[at].lower in en.DETERMINERS:
        at -= 1
    if at < 1 or tokens[at].lower not in ("and", ",", "и", "і", "й", "та"):
        return None
    if tokens[at - 1].text == "," and tokens[at].text != ",":
        at -= 1
    beside = next((m for m in mentions if m.last == at - 1), None)
    return beside or (explained_before(tokens, mentions, at) if tokens[at].text == "," else None)


def _opens(tokens: Sequence[Token], mention: Mention) -> bool:
    """A doubtful name at the head of its clause, before "from" or "at": of a body one would say "of"."""
    heads = mention.first == 0 or tokens[mention.first - 1].kind != "w"
    return heads and " " in mention.name and mention.last + 1 < len(tokens) and tokens[mention.last + 1].lower in ("from", "at", "with")


def _before_apposition(tokens: Sequence[Token], mentions: Sequence[Mention], comma: int) -> Source | None:
    """ "Anna Smith, the foreign minister, said" and "the statement, published on Monday, read": the phrase before the inserted one."""
    last = _before_brackets(tokens, comma - 1)
    opening = next((n for n in range(last, max(-1, last - LONGEST - 3), -1) if tokens[n].text == "," or tokens[n].kind == "q"), None)
    if opening is None or tokens[opening].kind == "q" or opening == 0:
        return None
    if tokens[opening - 1].text.isdigit() and opening > 2 and tokens[opening - 2].text == ",":  # "Anna Smith, 34, a shopkeeper,"
        opening -= 2
    named = next((m for m in mentions if m.last == last and m.first <= opening + 1), None)
    if named and not any(t.lower in en.FINITE for t in tokens[_phrase_start(tokens, opening) : opening]):
        return _people(tokens, mentions, named)
    before = left_of(tokens, mentions, opening - 1) if tokens[opening - 1].text != "," else None
    inserted = tokens[opening + 1 : last + 1]
    if before is None or not inserted or before.kind in ("pronoun", "other"):
        return None
    head = inserted[0]
    fits = head.lower in en.DETERMINERS or not head.is_capital or any(t.lower in en.ROLES for t in inserted[:6]) or _is_label(inserted)
    tied = head.lower in ("who", "which", "whose") or head.lower.endswith("ing")
    relative = next((n for n, t in enumerate(inserted) if n and t.lower in RELATIVE), len(inserted))
    finite = any(t.lower in en.FINITE for t in inserted[:relative]) and not tied
    return before if fits and not finite else None


def _before_brackets(tokens: Sequence[Token], at: int) -> int:
    """ "the head of the agency [the Relief Agency for the East] |,": the last token before brackets that close at the token."""
    if tokens[at].text not in "])":
        return at
    return next((n - 1 for n in range(at - 1, max(0, at - 2 * LONGEST), -1) if tokens[n].text in "[("), at)


def _phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Where the words before a comma begin: behind the mark or conjunction before them."""
    start = end
    while start and end - start < REACH and tokens[start - 1].kind == "w" and tokens[start - 1].lower not in JOINING:
        start -= 1
    return start


def _is_label(inserted: Sequence[Token]) -> bool:
    """A party, a degree or a rank in short: "R-Calif.", "Ph.D.", "MP"."""
    return len(inserted) <= 2 and (inserted[0].text[:2].isupper() or inserted[0].text[1:2] in ("-", ".") or "." in inserted[0].text[1:])


def _parenthesis(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> Source | None:
    """ "the party (NSP) said": the phrase before the brackets."""
    if tokens[at].text != ")":
        return None
    opening = next((n for n in range(at - 1, max(-1, at - 8), -1) if tokens[n].text == "("), None)
    return left_of(tokens, mentions, opening - 1) if opening else None
