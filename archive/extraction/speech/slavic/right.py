"""The source behind a Russian, Belarusian or Ukrainian verb of speech: the noun phrase that begins there."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.slavic import particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_genitive
from archive.extraction.people.roles import is_beside_office, is_hearer
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Source
from archive.extraction.speech.slavic.noun_phrases import (
    ADJECTIVE,
    LONGEST_PHRASE,
    is_short_quote,
    lower_at,
    may_belong,
    person,
    phrase,
    pronoun_at,
    source_of,
)
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

MOST_CALLED = 4  # tokens within which the name stands: "местного | краеведа | Ивана Лося"
# Endings of many: "поклонников | Ивана Лося".
MANY_OF = ("ов", "ев", "ёв", "ей", "ів", "їв", "аў", "яў", "оў", "их", "ых")
# An object, no subject: "добавляют | фразу".
OBJECT_ENDINGS = ("у", "ю")
# Who is told, and when: between the verb and who speaks.
TOLD = slavic.OBJECTS | slavic.TODAY


def right_of(unit: Unit, at: int) -> Source | None:
    """The noun phrase that begins at the token, behind those who are told."""
    tokens = unit.tokens
    at = _past_hearers(tokens, at)
    if at >= len(tokens) or tokens[at].kind != "w":
        return None
    return BEHIND(unit, at, _end(tokens, at))


def called(unit: Unit, at: int) -> Source | None:
    """ "по словам | местного краеведа Ивана Лося": whoever's words they are, the words before the name say what he is.

    Of many ("поклонников Ивана Лося") the name is not the speaker's."""
    mention = next((m for m in unit.mentions if at < m.first <= at + MOST_CALLED and unit.tokens[m.first].start == m.start), None)
    if mention is None or mention.role or mention.title:
        return None
    before = unit.tokens[at : mention.first]
    if before[-1].lower.endswith(MANY_OF) or not all(_may_call(token) for token in before):
        return None
    role = " ".join(t.text for t in before)
    return person(unit, replace(mention, role=role, sure=True), at, mention.last)


def _may_call(token: Token) -> bool:
    return token.kind == "w" and not token.is_capital and may_be_genitive(token.lower)


def from_calling(unit: Unit, source: Source) -> Source:
    """ "сказал в начале встречи | глава района": the role without the phrase before it."""
    at = next((n for n in range(source.first, source.last + 1) if is_calling(unit.tokens[n].lower)), source.first)
    while at > source.first and ADJECTIVE.search(unit.tokens[at - 1].lower):
        at -= 1
    return source_of(unit, "role", source.head, at, source.last)


def anyone_right(unit: Unit, at: int, before: Container[str] = ()) -> Source | None:
    """The words behind a verb up to the next mark, or one of the words `before`, whoever they name: ", уточнил чиновник,"."""
    tokens = unit.tokens
    if at >= len(tokens) or not may_belong(tokens[at]) or tokens[at].lower.endswith(OBJECT_ENDINGS):
        return None
    last = at
    while last + 1 < len(tokens) and last - at < LONGEST_PHRASE and may_belong(tokens[last + 1]):
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].kind != "p" and tokens[last + 1].lower not in before:
        return None
    return source_of(unit, "role", tokens[at].lower, at, last)


def _end(tokens: tuple[Token, ...], at: int) -> int:
    """The last token of the phrase that begins with the token."""
    last = at
    while last + 1 < len(tokens) and last - at < LONGEST_PHRASE and _goes_on(tokens[last + 1]):
        last += 1
    return last


def _goes_on(token: Token) -> bool:
    return may_belong(token) and token.lower not in slavic.OBJECTS


def _past_hearers(tokens: tuple[Token, ...], at: int) -> int:
    """Past «Вестнику» and "журналистам", who were told."""
    while at < len(tokens) and (tokens[at].lower in TOLD or is_hearer(tokens, at) or is_short_quote(tokens[at]) or _is_outlet(tokens, at)):
        at += 1
    return at


def _is_outlet(tokens: tuple[Token, ...], at: int) -> bool:
    """ "сказал Kronika | источник в полиции", "сказал РИА «Заря» | министр": a name in other letters or an acronym before a calling."""
    behind = at + 1 + (at + 1 < len(tokens) and is_short_quote(tokens[at + 1]))
    foreign = tokens[at].text.isascii() or (tokens[at].text.isupper() and len(tokens[at].text) > 1)
    return tokens[at].is_capital and foreign and is_calling(lower_at(tokens, behind))


BEHIND = Rules[[Unit, int, int], Source | None]("who is named by the words behind a Slavic verb", otherwise=None)


@BEHIND.rule("pronoun", "«Мост откроют в мае, а дорогу починят», — сказал он.")
def _pronoun(unit: Unit, at: int, _last: int) -> Source | None:
    return pronoun_at(unit, at)


@BEHIND.rule("one of several", "«Мост откроют в мае, а дорогу починят», — сказал один из адвокатов.")
def _one_of(unit: Unit, at: int, _last: int) -> Source | None:
    tokens = unit.tokens
    if tokens[at].lower not in particles.ONE or at + 2 >= len(tokens):
        return None
    if tokens[at + 1].lower not in particles.PLACING | particles.OBLIQUE:
        return None
    return source_of(unit, "role", tokens[at + 2].lower, at, _end(tokens, at + 2))


@BEHIND.rule("name", "«Мост откроют в мае, а дорогу починят», — сказал министр Иван Лось.")
def _name(unit: Unit, at: int, last: int) -> Source | None:
    named = next((m for m in unit.mentions if at <= m.first <= last), None)
    return person(unit, named, at, named.last) if named and all(_may_precede(t) for t in unit.tokens[at : named.first]) else None


def _may_precede(token: Token) -> bool:
    return is_calling(token.lower) or token.is_capital or slavic.is_role_part(token.lower)


@BEHIND.rule("phrase", "«Мост откроют в мае, а дорогу починят», — сказал министр транспорта.")
def _phrase(unit: Unit, at: int, last: int) -> Source | None:
    source = phrase(unit, at, last)
    if source and source.kind == "role" and last + 1 < len(unit.tokens) and is_beside_office(unit.tokens, last + 1) and source.last == last:
        return source_of(unit, "role", source.head, source.first, last + 1)
    return source
