"""The role printed beside a name: before it ("Foreign Minister Anna Smith"), before a comma, or after one."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_genitive
from archive.extraction.text.predicates import is_adverb
from archive.extraction.text.tokens import Token

MODIFIERS = capitals.MODIFIERS | slavic.MODIFIERS
TITLES = capitals.TITLES | slavic.TITLES
PLAIN = capitals.PLAIN_CAPITALS | slavic.PLAIN_CAPITALS
CONNECTORS = frozenset("of for to the at on in и по".split())
VERBS = (en.SAYING | en.TELLING | en.FINITE | en.ACTIONS) - en.ROLES
NO_NOUN = en.STOPS | en.PREPOSITIONS | en.DETERMINERS | en.CONNECTORS | en.PRONOUNS | en.PARTICIPLES | en.NAMING | en.AUXILIARY | VERBS
# Posts of a firm that one person holds together.
POSTS = words("chairman chairwoman chair president ceo cfo coo cto chief founder co-founder owner director editor publisher chancellor")
# What ministers look after, beside the words that names do not hold.
FIELDS = capitals.PORTFOLIOS | words(
    """
    Mining Mines Water Forestry Fisheries Resources Natural Planning Budget Petroleum Oil Power Railways Aviation Shipping Women Children
    Gender Land Lands Rural Urban Local Government Heritage Arts Innovation Higher Electricity Roads Works Ports Maritime Food Consumer
    Employment Pensions Research Broadcasting Parliamentary Manpower Population Gas Wildlife Livestock Irrigation Sanitation
    """
)
LONGEST = 14
ADJECTIVE = re.compile(r"(?:ий|ый|ой|ая|яя|ые|ие|скі|цкі|ькі|ні|ны|ы|ські|цький|ій|ська|цька|на)$")
NATIONS = ("экс", "вице", "віцэ", "віце", "екс", "и.", "в.", "т.")
# Unknown words that may stand between a Slavic role and the name: "директора | областного музея | Марины Ждановой".
LONGEST_CHAIN = 5
MARKS = (",", ".", ";", ":", "(", ")", "—", "–", "-")
WITHIN = en.STOPS - {"with", "at", "on", "by", "from", "against", "and", "per"}


def has_calling(tokens: Sequence[Token]) -> bool:
    return any(is_calling(t.lower) for t in tokens)


def role_start(text: str, tokens: Sequence[Token], name_at: int, floor: int) -> int:
    """The token where the role before a name begins, or the name itself: "Belarusian Minister of Foreign Affairs | Sergei Aleinik"."""
    titled = name_at
    while titled > floor and tokens[titled - 1].lower in TITLES:
        titled -= 1
    if titled and tokens[titled - 1].lower in CONNECTORS - {"the"}:  # "a lawyer for Mr Smith" is not he
        return titled
    leftmost, at, chain = name_at, name_at - 1, 0
    while at >= max(floor, name_at - LONGEST):
        token = tokens[at]
        beside = text[token.end : tokens[at + 1].start]
        if token.kind != "w" or not (beside.isspace() or (not beside and at + 1 == name_at)):
            break
        if is_hearer(tokens, at):
            break
        if token.lower in TITLES or is_calling(token.lower):
            leftmost = at
        elif not _is_in_role(token):
            chain += 1
            if chain > LONGEST_CHAIN or not may_be_genitive(token.lower):
                break
        at -= 1
    if leftmost == name_at:
        return name_at
    while leftmost > floor and not is_hearer(tokens, leftmost - 1) and _belongs_before(text, tokens, leftmost):
        leftmost -= _joined_before(tokens, leftmost, floor) or 1
    return leftmost


def is_hearer(tokens: Sequence[Token], at: int) -> bool:
    """ "сообщил сегодня | журналистам | глава фонда": who was told stands right behind the verb, in the dative."""
    word = tokens[at].lower
    if word not in slavic.OBJECTS and not (word.endswith(("ам", "ям")) and is_calling(word)):
        return False
    at -= 1
    while at > 0 and tokens[at].lower in slavic.TODAY:
        at -= 1
    return at >= 0 and tokens[at].lower in slavic_verbs.ALL


def _joined_before(tokens: Sequence[Token], at: int, floor: int) -> int:
    """How many tokens belong before a role that "and" joins: two fields of one office ("Foreign Affairs and | Trade Minister"), or two
    posts of one person ("chairman and | CEO")."""
    if at - 2 < floor or tokens[at - 1].lower != "and":
        return 0
    before, behind = tokens[at - 2], tokens[at]
    fields = before.text in FIELDS and behind.text in FIELDS
    return 2 if fields or (before.lower in POSTS and behind.lower in POSTS) else 0


def _is_in_role(token: Token) -> bool:
    if token.text in PLAIN - {"First"}:
        return False
    return token.is_capital or token.lower in CONNECTORS or token.lower in MODIFIERS or slavic.is_role_part(token.lower)


def _belongs_before(text: str, tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at - 1]
    if token.kind != "w" or not text[token.end : tokens[at].start].isspace() or token.text in PLAIN:
        return False
    if token.lower == "and":
        return _joined_before(tokens, at, 0) > 0
    if token.is_capital and at == 1 and _opens_only(token):
        return False
    if token.is_capital:
        return at < 2 or tokens[at - 2].lower not in ("in", "at", "from", "to", "near")
    return token.lower in MODIFIERS or is_calling(token.lower) or slavic.is_role_part(token.lower) or _may_be_noun(token, tokens[at])


def _opens_only(token: Token) -> bool:
    """ "Заявления | вице-премьера Анны Ли": a Cyrillic noun at the head of the sentence, no calling and no adjective."""
    word = token.lower
    return not word.isascii() and not (is_calling(word) or slavic.is_role_part(word) or ADJECTIVE.search(word) or word.startswith(NATIONS))


def _may_be_noun(token: Token, following: Token) -> bool:
    """An unknown English word right before a calling in small letters: "plant | manager", "opera | singer"."""
    word = token.lower
    if not word.isascii() or not word.replace("-", "").isalpha() or following.is_capital or not is_calling(following.lower):
        return False
    return len(word) > 2 and word not in NO_NOUN and not is_adverb(token) and not word.endswith("ed")


def role_before_comma(tokens: Sequence[Token], comma: int, floor: int) -> int:
    """Where the phrase before a comma begins, if it is a role: "the head of the observer mission | , Anna Smith,"."""
    leftmost, at = comma, comma - 1
    while (
        at >= max(floor, comma - LONGEST)
        and tokens[at].kind == "w"
        and tokens[at].lower not in en.STOPS - {"with", "at", "from"} | en.FINITE | en.SAYING - en.ROLES
    ):
        if is_calling(tokens[at].lower):
            leftmost = at
        at -= 1
    while (
        leftmost < comma
        and leftmost > floor
        and (tokens[leftmost - 1].lower in MODIFIERS or (tokens[leftmost - 1].is_capital and tokens[leftmost - 1].text not in PLAIN))
    ):
        leftmost -= 1
    return leftmost


def role_text(text: str, tokens: Sequence[Token], begin: int, end: int, titles: Container[str]) -> str | None:
    kept = [t for t in tokens[begin:end] if (t.lower not in titles or t.lower in en.ROLES) and t.text != ","]
    return text[kept[0].start : kept[-1].end] if kept else None


def apposition(text: str, tokens: Sequence[Token], after: int) -> tuple[int, int] | None:
    """What stands between commas or in brackets after a name, where it begins with a role: "Anna Smith,
    the foreign minister of the republic,"."""
    if after + 1 >= len(tokens) or tokens[after].text not in (",", "("):
        return None
    at = after + 1
    if tokens[at].text.isdigit() and at + 2 < len(tokens) and tokens[at + 1].text == ",":  # an age
        at += 2
    if tokens[at].lower in en.DETERMINERS:
        at += 1
    stop = at
    while stop < len(tokens) and stop - at < LONGEST and tokens[stop].text not in MARKS and tokens[stop].kind == "w":
        word = tokens[stop].lower
        if word in WITHIN or word in VERBS or word in slavic_verbs.ALL or word.endswith("ed"):
            return None
        stop += 1
    head = [t.lower for t in tokens[at : min(stop, at + 6)]]
    if stop == at or not any(is_calling(word) for word in head):
        return None
    return tokens[at].start, tokens[stop - 1].end


def is_described(tokens: Sequence[Token], after: int) -> bool:
    """An age or "who" behind the comma tells that a person was named."""
    if after + 1 >= len(tokens) or tokens[after].text not in (",", "("):
        return False
    following = tokens[after + 1]
    return following.lower in ("who", "whose", "aged") or (following.text.isdigit() and len(following.text) < 3)
