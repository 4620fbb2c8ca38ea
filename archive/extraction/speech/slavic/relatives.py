"""Relatives, aides and followers who are named only by whose they are: "мать Петра Савина сообщила", "команда Петра Савина заявила".

A verb has its subject in the nominative. Where the name cannot stand in it and a word for somebody before it does, that one speaks.
"""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling, lemma_of
from archive.extraction.languages.slavic.callings import KIN, PLURALS
from archive.extraction.languages.slavic.cases import may_be_within
from archive.extraction.languages.slavic.governing import cases_of_office
from archive.extraction.languages.slavic.morphology import cases_of, forms, is_adjective
from archive.extraction.languages.slavic.nominatives import NOMINATIVE
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Source
from archive.extraction.speech.slavic.noun_phrases import ADJECTIVE, may_be_in_nominative, past_hearer, source_of
from archive.extraction.text.tokens import Token

# Words between the noun and the name: "пресс-секретарь | президента | Петра Савина".
LONGEST = 5
# Those who speak for somebody together.
GROUPS = words(
    """
    команда семья штаб офис окружение защита пресс-служба администрация канцелярия родня секретариат
    каманда сям'я сям’я офіс атачэнне абарона прэс-служба адміністрацыя радня сакратарыят
    родина сім'я сім’я оточення захист прес-служба адміністрація рідня секретаріат
    """
)


def speaking(unit: Unit, source: Source) -> Source:
    """Who speaks where the source is the subject of a verb: the relative or aide of the one who is named, or the source itself."""
    mention = source.mentions[0] if source.kind == "person" else None
    if mention is None or any(may_be_in_nominative(unit, one) for one in source.mentions):
        return source
    head = _head(unit.tokens, _name_at(unit, mention))
    return source if head is None else _whose(unit, mention, head)


def is_told(unit: Unit, source: Source) -> bool:
    """ "Сергею Орлову | ответил врач": a name in the dative, of nobody's relative, is not the subject of the verb."""
    mention = source.mentions[0] if source.kind == "person" else None
    return mention is not None and past_hearer(unit, mention.first) > mention.first and speaking(unit, source) is source


def before_hearer(unit: Unit, source: Source) -> Source | None:
    """ "сказал | Петров | Ольге Лось": without the one who is told."""
    if not is_told(unit, source):
        return source
    told = source.mentions[0].first
    return source_of(unit, "body", unit.tokens[source.first].lower, source.first, told - 1) if source.first < told else None


def quoted(unit: Unit, source: Source) -> Source:
    """The same behind "по словам", where relative and name both stand in the genitive: "по словам | жены Ивана Петрова"."""
    mention = source.mentions[0] if source.kind == "person" else None
    before = _name_at(unit, mention) - 1 if mention else -1
    if mention is None or before < source.first or not mention.is_full or lemma_of(unit.tokens[before].lower) not in KIN:
        return source
    return _whose(unit, mention, before)


def _name_at(unit: Unit, mention: Mention) -> int:
    return next(n for n in range(mention.first, mention.last + 1) if unit.tokens[n].start >= mention.start)


def _whose(unit: Unit, mention: Mention, head: int) -> Source:
    return source_of(unit, "role", unit.tokens[head].lower, _begin(unit.tokens, head), mention.last)


def _head(tokens: tuple[Token, ...], name_at: int) -> int | None:
    """The noun whose genitive the name is, or the office before the name."""
    for at in range(name_at - 1, max(-1, name_at - 1 - LONGEST), -1):
        if tokens[at].kind != "w":
            return None
        if _is_subject(tokens[at].lower):
            return at
        if not may_be_within(tokens[at].lower):
            return None
    return None


def _is_subject(word: str) -> bool:
    """Somebody or several, in the nominative; "главы" is of one in the genitive first."""
    if word in GROUPS:
        return True
    one = cases_of(word)
    known = any(form.part == "NOUN" and form.case == NOMINATIVE and form.is_animate and not form.kind for form in forms(word))
    if one:
        return NOMINATIVE in one and (known or is_calling(word))
    return known or word in PLURALS or (is_calling(word) and NOMINATIVE in cases_of_office(word))


def _begin(tokens: tuple[Token, ...], head: int) -> int:
    """Past the adjectives before the noun: "бывший | помощник"."""
    while head and tokens[head - 1].kind == "w" and _describes(tokens[head - 1].lower):
        head -= 1
    return head


def _describes(word: str) -> bool:
    return is_adjective(word) if forms(word) else bool(ADJECTIVE.search(word))
