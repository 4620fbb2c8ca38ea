"""Noun phrases of a Russian, Belarusian or Ukrainian sentence that may say something: which words belong to one, and who it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.slavic import particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.callings import is_also_surname
from archive.extraction.languages.slavic.governing import DATIVE
from archive.extraction.languages.slavic.morphology import forms, is_small, is_verb
from archive.extraction.languages.slavic.nominatives import NOMINATIVE, cases_of_name, is_oblique, possible_cases, sure_ways
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import LEAST_QUOTED, Source
from archive.extraction.speech.slavic.appositions import explained_before
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

LONGEST_PHRASE = 10  # tokens beside the one that it begins or ends with
MOST_JOINED = 8  # people whom "и" joins
MOST_BETWEEN = 2  # tokens between "и" and a name: "его | камерийский | коллега Юсуф Демир"
# Parts of speech before a noun for somebody.
DESCRIBING = ("ADJF", "PRTF", "NUMR", "NPRO")
ADJECTIVE = re.compile(r"(?:ий|ый|ой|ая|ская|кі|ькі|ні|ны|ій|ська|на)$")
NOT_WITHIN = particles.BREAKS | particles.PREPOSITIONS | slavic.SAYING
# What opens a phrase and tells nobody: "сам | министр", "сегодня | глава района".
LEADING = particles.HIMSELF | particles.ADVERBS | slavic.TODAY | particles.OPENING | particles.AND
# "белорусский", "українська", "беларускія".
OF_COUNTRY = re.compile(r"\w{2,20}[сц]ь?к(?:ий|ая|ие|[иі]й|а|і|ія|ої)")


def lower_at(tokens: Sequence[Token], at: int) -> str:
    """The token in small letters; nothing before the first and behind the last."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def may_belong(token: Token) -> bool:
    """Whether the token may stand within a noun phrase."""
    return token.kind == "w" and token.lower not in NOT_WITHIN


def begin_of(tokens: Sequence[Token], at: int) -> int:
    """The first token of the words that end with the token and may be one phrase."""
    first = at
    while first > 0 and at - first < LONGEST_PHRASE and may_belong(tokens[first - 1]):
        first -= 1
    return first


def is_short_quote(token: Token) -> bool:
    """A name in quotation marks: «Вестнику»."""
    return token.quoted is not None and token.quoted.words < LEAST_QUOTED


def source_of(unit: Unit, kind: str, head: str, first: int, last: int) -> Source:
    """The tokens as a source that `head` names."""
    return Source(kind, head, first, last, unit.tokens[first].start, unit.tokens[last].end)


def pronoun_at(unit: Unit, at: int) -> Source | None:
    word = unit.tokens[at].lower
    return source_of(unit, "pronoun", word, at, at) if word in slavic.PRONOUNS else None


def person(unit: Unit, mention: Mention, first: int, last: int) -> Source:
    """The person with those whom "и" joins: "Оскар Линд и его камерийский коллега Юсуф Демир"."""
    joined = [mention]
    while len(joined) < MOST_JOINED and (before := _joined(unit, unit.mentions, joined[0])):
        joined.insert(0, before)
    while len(joined) < MOST_JOINED and (behind := next((m for m in unit.mentions if _joined(unit, (joined[-1],), m)), None)):
        joined.append(behind)
    first, last = min(first, joined[0].first), max(last, joined[-1].last)
    start = min(unit.tokens[first].start, joined[0].start)
    return Source("person", mention.name, first, last, start, joined[-1].end, tuple(joined))


def _joined(unit: Unit, among: Sequence[Mention], mention: Mention) -> Mention | None:
    """Who of them stands right before "и" and the mention, with no more than "его" and an adjective between."""
    at = mention.first - 1
    while at > 1 and mention.first - at <= MOST_BETWEEN + 1 and _may_stand_between(unit.tokens[at].lower):
        at -= 1
    if at < 1 or unit.tokens[at].lower not in particles.AND:
        return None
    if unit.tokens[at - 1].text == ",":
        return explained_before(unit.tokens, among, at - 1)
    return next((m for m in among if m.last == at - 1), None)


def _may_stand_between(word: str) -> bool:
    return word in slavic.POSSESSIVES or bool(ADJECTIVE.search(word))


def _printed(unit: Unit, named: Mention) -> list[str]:
    return [token.bare for token in unit.tokens[named.first : named.last + 1] if token.start >= named.start]


def cases_of_mention(unit: Unit, named: Mention) -> frozenset[str]:
    """The cases in which the name may stand, as it is printed."""
    printed = _printed(unit, named)
    return possible_cases(" ".join(printed), unit.language) if len(printed) > 1 else cases_of_name(printed[0], unit.language)


def may_be_in_nominative(unit: Unit, named: Mention) -> bool:
    """Whether the name may be the subject of a verb; one of which nothing tells its case may."""
    if any(is_oblique(word, unit.language) for word in _printed(unit, named)):
        return False
    cases = cases_of_mention(unit, named)
    return not cases or NOMINATIVE in cases


def past_hearer(unit: Unit, at: int) -> int:
    """ "сказал | Сергею Орлову | врач", "сказала | Петрову | Белкина": past the one whose name stands there in the dative."""
    named = next((m for m in unit.mentions if m.first == at), None)
    if named:
        return named.last + 1 if _is_dative(_printed(unit, named), unit.language) else at
    beside = unit.tokens[at : at + 2]
    both = len(beside) > 1 and all(token.is_capital for token in beside)
    return at + 1 if both and _is_dative([beside[0].bare], unit.language) else at


def _is_dative(name: Sequence[str], language: str | None) -> bool:
    known = [word for word in name if sure_ways(word, language)]
    told = all(any(case in DATIVE for case, _ in sure_ways(word, language)) for word in known)
    return told and any(is_oblique(word, language) for word in known)


def phrase(unit: Unit, first: int, last: int) -> Source | None:
    """A noun phrase that holds a role, a document or a name in capitals; anything else does not speak."""
    if unit.tokens[last].lower in particles.OURSELVES:
        return None
    while first < last and (unit.tokens[first].lower in LEADING or is_small(unit.tokens[first].lower)):
        first += 1
    if unit.tokens[first].lower in particles.SEVERAL or unit.tokens[last].lower in particles.MEDIA:
        return source_of(unit, "role", unit.tokens[last].lower, first, last)
    first = _past_time(unit.tokens, first, last)
    for at in range(first + _tells_of_what_country(unit.tokens, first, last), last + 1):
        kind = KIND(unit.tokens[at], at)
        if kind == "role":
            return source_of(unit, kind, unit.tokens[at].lower, _head_of(unit.tokens, first, at), last)
        if kind:
            return source_of(unit, kind, unit.tokens[at].lower, first, _before_verb(unit.tokens, at, last))
    return None


def _tells_of_what_country(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Белорусский | президент": no name, though it opens the sentence."""
    return first < last and OF_COUNTRY.fullmatch(tokens[first].lower) is not None and KIND(tokens[first + 1], first + 1) == "role"


def _before_verb(tokens: Sequence[Token], at: int, last: int) -> int:
    """ "Катерина | знизала плечима та сказала": what somebody did is no part of the name."""
    return next((n - 1 for n in range(at + 1, last + 1) if is_verb(tokens[n].lower)), last)


def _head_of(tokens: Sequence[Token], first: int, at: int) -> int:
    """Past words that belong to no phrase of somebody: "в свою очередь | другие жители"."""
    if not may_be_subject(tokens[at].lower):
        return first
    begin = at
    while begin > first and _belongs(tokens[begin - 1]):
        begin -= 1
    return begin


def may_be_subject(word: str) -> bool:
    """Whether the word may stand in the nominative; "жителей" does not."""
    cases = {form.case for form in forms(word) if form.case}
    return not cases or NOMINATIVE in cases


def _belongs(token: Token) -> bool:
    known = forms(token.lower)
    return token.is_capital or not known or token.text[0].isdigit() or any(form.part in DESCRIBING for form in known)


def _past_time(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past words of time and manner before a name: "в этом году | Паулс"."""
    named = next((at for at in range(first + 1, last + 1) if tokens[at].is_capital), first)
    return named if tokens[named - 1].lower in particles.BESIDE_NAME and named > first else first


KIND = Rules[[Token, int], str]("what a word of a Slavic noun phrase tells of its kind", otherwise="")


@KIND.when("calling", "role", "Министр заявил, что мост откроют в мае.")
def _calling(token: Token, at: int) -> bool:
    return is_calling(token.lower) and not (at and token.is_capital and is_also_surname(token.lower))


@KIND.when("writing", "document", "В сообщении говорится, что мост откроют в мае.")
def _writing(token: Token, _at: int) -> bool:
    return token.lower in slavic.DOCUMENTS


@KIND.when("word of a body", "body", "Министерство сообщило, что мост откроют в мае.")
def _body(token: Token, _at: int) -> bool:
    return token.lower.startswith(slavic.BODY_STEMS)


@KIND.when("somebody", "role", "Хтось сказав, що міст відкриють у травні.")
def _somebody(token: Token, _at: int) -> bool:
    """ "Дехто каже": whom the text does not name."""
    return token.is_capital and token.lower in particles.NOT_NAMED


@KIND.when("name in capitals", "body", "Вчера Ространс сообщил, что мост откроют в мае.")
def _name(token: Token, at: int) -> bool:
    if token.lower in particles.NAMELESS and not (len(token.text) > 1 and token.text.isupper()):
        return False
    return token.is_capital and (at > 0 or token.text not in slavic.PLAIN_CAPITALS)
