"""The source before a Russian, Belarusian or Ukrainian verb of speech: the noun phrase that ends there."""

from __future__ import annotations

import re

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.slavic import particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_genitive
from archive.extraction.languages.slavic.morphology import is_of_people
from archive.extraction.languages.slavic.nominatives import may_be_of
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Source
from archive.extraction.speech.slavic.noun_phrases import (
    LONGEST_PHRASE,
    begin_of,
    is_short_quote,
    lower_at,
    may_be_subject,
    may_belong,
    person,
    phrase,
    pronoun_at,
    source_of,
)
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

MOST_ADVERBS = 4  # words between a name and its verb
LONGEST_CLAUSE = 20  # tokens before a second verb, through which its subject is looked for
# "прямо", "твёрдо", "по-прежнему"; not the nouns "министерство" and "бюро".
ADVERB = re.compile(r"(?!\w{0,18}(?:ств[оа]|цтв[оа]|бюро|радио|радыё|радіо|кино|кіно)$)(?:по-|па-)?\w{2,16}(?:[внкмт]о|на|жды|ому|ему)")
# An adjective before the word makes it a noun: "новое | окно".
NEUTER_BEFORE = ("ое", "ее", "ае", "яе", "не", "ая", "ва", "на")
PREPOSITIONS = particles.PLACING | particles.OBLIQUE
# Before a preposition these belong to the phrase behind it, and tell nobody.
NOBODY = particles.PREPOSITIONS | particles.NUMBERED
# None of them says anything, whatever verb stands behind: "Проте | одразу ж | зауважив".
NOBODY_ALONE = (particles.NAMELESS | particles.ADVERBS) - particles.THEY
CLAUSE_OPENERS = particles.BREAKS | slavic.SAYING
SOMEBODY = ("person", "pronoun", "role")


def left_of(unit: Unit, at: int) -> Source | None:
    """The noun phrase that ends with token `at`; behind a preposition stands no subject: "на встрече | с Олегом Линым"."""
    return _who(unit, at) or _subject_left(unit, at)


def _subject_left(unit: Unit, at: int) -> Source | None:
    source = _ending_at(unit, at)
    if source is None or lower_at(unit.tokens, source.first - 1) not in PREPOSITIONS:
        return source if source and (source.kind != "body" or may_be_subject(unit.tokens[source.first].lower)) else None
    return None if _is_number_of(unit, source) else AFTER_PREPOSITION(unit, source)


def _who(unit: Unit, at: int) -> Source | None:
    """ "с Олегом Линым, | который": whose name stands before the comma, in any case, and no relative or aide before it."""
    gender = particles.WHO.get(unit.tokens[at].lower)
    named = next((m for m in unit.mentions if m.last == at - 2), None) if gender and lower_at(unit.tokens, at - 1) == "," else None
    if named is None or not may_be_of(gender, named.name) or is_calling(lower_at(unit.tokens, named.first - 1)):
        return None
    return person(unit, named, named.first, named.last)


def _is_number_of(unit: Unit, source: Source) -> bool:
    """ "о 10 тысячах солдат Камерии | заявляют"."""
    return source.kind == "body" and any(t.text[0].isdigit() for t in unit.tokens[source.first : source.last + 1])


AFTER_PREPOSITION = Rules[[Unit, Source], Source | None](
    "who speaks where a preposition and a phrase precede the Slavic verb", otherwise=None
)


@AFTER_PREPOSITION.rule("surname that ends the phrase", "На вопрос о выборах Лис ответил, что мост откроют в мае.")
def _surname_alone(unit: Unit, source: Source) -> Source | None:
    last = unit.tokens[source.last]
    if source.kind != "body" or source.first == source.last or not last.is_capital or last.text.isupper():
        return None
    return None if unit.tokens[source.last - 1].is_capital else source_of(unit, "body", last.lower, source.last, source.last)


@AFTER_PREPOSITION.rule("somebody before the phrase", "Министр в разговоре с представителями СМИ заявил, что мост откроют в мае.")
def _before_phrase(unit: Unit, source: Source) -> Source | None:
    return before_adjunct(unit, source.first)


@AFTER_PREPOSITION.rule("place that speaks", "В министерстве сообщили, что мост откроют в мае.")
def _place(unit: Unit, source: Source) -> Source | None:
    return source if unit.tokens[source.first - 1].lower in particles.PLACING else None


def _ending_at(unit: Unit, at: int) -> Source | None:
    tokens = unit.tokens
    at = _before_day(tokens, _before_adverbs(unit, at))
    if at < 0:
        return None
    if tokens[at].kind == "q":
        return _firm(unit, at)
    if tokens[at].kind == "w":
        return ENDING(unit, at)
    return _before_apposition(unit, at) if tokens[at].text == "," and at > 1 else None


ENDING = Rules[[Unit, int], Source | None]("who is named by the words that end before a Slavic verb", otherwise=None)


@ENDING.rule("name", "Министр Иван Лось заявил, что мост откроют в мае.")
def _name(unit: Unit, at: int) -> Source | None:
    named = next((m for m in unit.mentions if m.last == at), None)
    return person(unit, named, named.first, named.last) if named else None


@ENDING.rule("pronoun", "Он заявил, что мост откроют в мае.")
def _pronoun(unit: Unit, at: int) -> Source | None:
    return pronoun_at(unit, at)


@ENDING.rule("phrase", "Министр заявил, что мост откроют в мае.")
def _phrase(unit: Unit, at: int) -> Source | None:
    tokens, first = unit.tokens, begin_of(unit.tokens, at)
    while first > 1 and tokens[first - 1].lower in particles.PLACING and is_calling(tokens[first - 2].lower):
        first = begin_of(tokens, first - 2)  # "источник в министерстве"
    source = phrase(unit, first, at)
    return source if source and (source.kind != "role" or may_be_subject(source.head)) else None


def _firm(unit: Unit, at: int) -> Source | None:
    """ "«Вестбанк» | сообщил"."""
    quoted, tokens = unit.tokens[at].quoted, unit.tokens
    if quoted is None or not is_short_quote(tokens[at]) or at + 1 >= len(tokens) or tokens[at + 1].kind != "w":
        return None
    return Source("body", "", at, at, quoted.inner, quoted.outer)


def _before_day(tokens: tuple[Token, ...], at: int) -> int:
    """Past "в среду"."""
    dated = at > 1 and tokens[at].lower in particles.DAYS and tokens[at - 1].lower in particles.PLACING
    return at - 2 if dated else at


def _before_adverbs(unit: Unit, at: int) -> int:
    """Past particles and adverbs; behind a person's name or a pronoun past any small words: "Анна Ли | тем временем сказала"."""
    tokens = unit.tokens
    while at > 0 and (_is_adverb(tokens, at) or (tokens[at].lower in particles.AND and _is_adverb(tokens, at - 1))):
        at -= 1
    ends = {m.last for m in unit.mentions}
    for n in range(at, max(-1, at - MOST_ADVERBS), -1):
        if n in ends or tokens[n].lower in slavic.PRONOUNS:
            return n
        if not _is_beside_name(tokens[n]):
            break
    return at


def _is_beside_name(token: Token) -> bool:
    """A word that belongs to the verb where a name or pronoun stands before it."""
    word = token.lower
    return may_belong(token) and not (token.is_capital or is_calling(word) or word.startswith(slavic.BODY_STEMS))


def _is_adverb(tokens: tuple[Token, ...], at: int) -> bool:
    word = tokens[at].lower
    if word.removesuffix("-то") in particles.ADVERBS:
        return True
    manner = ADVERB.fullmatch(word) and not tokens[at].is_capital and tokens[at - 1].is_capital
    return bool(manner) and not tokens[at - 1].lower.endswith(NEUTER_BEFORE)


def before_adjunct(unit: Unit, at: int) -> Source | None:
    """ "Губернатор | в одном из выступлений сообщил": who stands before a phrase of place, time or occasion."""
    tokens = unit.tokens
    for n in range(at, max(0, at - LONGEST_PHRASE), -1):
        if tokens[n].kind != "w" or tokens[n].lower in CLAUSE_OPENERS:
            return None
        if n < at and tokens[n].lower in PREPOSITIONS and tokens[n - 1].kind == "w" and tokens[n - 1].lower not in NOBODY:
            source = left_of(unit, n - 1)
            if source and source.kind in SOMEBODY:
                return source
    return None


def _before_apposition(unit: Unit, comma: int) -> Source | None:
    """ "Анна Ли, директор школы, сказала" and "источник, знакомый с делом, сообщил": the phrase before the inserted one."""
    tokens = unit.tokens
    inside = range(comma - 1, max(0, comma - LONGEST_PHRASE), -1)
    opening = next((n for n in inside if tokens[n].kind != "w" and not is_short_quote(tokens[n])), None)
    if opening is None or tokens[opening].text != "," or tokens[opening + 1].lower in CLAUSE_OPENERS:
        return None
    source = left_of(unit, opening - 1) if tokens[opening - 1].kind == "w" else None
    return source if source and source.kind in ("person", "role") else None


def clause_subject(unit: Unit, at: int) -> Source | None:
    """ "Министр не стал молчать | и заявил": who opens the clause whose second verb stands at the token."""
    tokens, first = unit.tokens, at
    while first > 0 and at - first < LONGEST_CLAUSE and tokens[first - 1].kind == "w" and tokens[first - 1].lower not in particles.BREAKS:
        first -= 1
    return OPENING(unit, first, at)


OPENING = Rules[[Unit, int, int], Source | None]("who opens the clause of a second Slavic verb", otherwise=None)


@OPENING.rule("name", "Министр Иван Лось не стал молчать и заявил, что мост откроют в мае.")
def _opening_name(unit: Unit, first: int, at: int) -> Source | None:
    named = next((m for m in unit.mentions if m.first == first and m.last < at), None)
    return person(unit, named, named.first, named.last) if named else None


@OPENING.rule("pronoun", "Она не стала молчать и заявила, что мост откроют в мае.")
def _opening_pronoun(unit: Unit, first: int, _at: int) -> Source | None:
    return pronoun_at(unit, first)


@OPENING.rule("first name or surname alone", "Катерина пожала плечами и сказала, что мост откроют в мае.")
def _opening_single(unit: Unit, first: int, _at: int) -> Source | None:
    token = unit.tokens[first]
    return source_of(unit, "body", token.lower, first, first) if token.is_capital and is_of_people(token.text) else None


@OPENING.rule("role or body", "Министр не стал молчать и заявил, что мост откроют в мае.")
def _opening_phrase(unit: Unit, first: int, at: int) -> Source | None:
    word = unit.tokens[first].lower
    if not (is_calling(word) or word.startswith(slavic.BODY_STEMS)):
        return None
    last = first
    while last + 1 < at and _describes(unit.tokens[last + 1]):
        last += 1
    return phrase(unit, first, last)


def _describes(token: Token) -> bool:
    """A name or genitive behind who it is: "директор | областного музея"."""
    return token.is_capital or is_calling(token.lower) or may_be_genitive(token.lower)


def anyone_left(unit: Unit, at: int) -> Source | None:
    """The words between the last mark and a verb that ", что" follows: "очевидец | рассказал, что"."""
    tokens = unit.tokens
    if at < 0 or not _that_follows(tokens, at + 1) or tokens[at].lower in particles.OURSELVES or not may_belong(tokens[at]):
        return None
    first = begin_of(tokens, at)
    if all(token.lower in NOBODY_ALONE for token in tokens[first : at + 1]):
        return None
    before = tokens[first - 1] if first else None
    if before and before.kind == "w" and before.lower not in particles.BREAKS:
        return None
    return source_of(unit, "role", tokens[at].lower, first, at)


def _that_follows(tokens: tuple[Token, ...], verb: int) -> bool:
    return verb + 2 < len(tokens) and tokens[verb + 1].text == "," and tokens[verb + 2].lower in slavic.THAT
