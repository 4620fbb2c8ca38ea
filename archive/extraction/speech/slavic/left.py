"""The source beside a Russian, Belarusian or Ukrainian verb of speech: the noun phrase that ends before it or begins behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import may_be_genitive
from archive.extraction.people.mentions import Mention
from archive.extraction.people.roles import is_hearer
from archive.extraction.speech.appositions import explained_before
from archive.extraction.speech.english.content import LEAST_QUOTED
from archive.extraction.speech.english.noun_phrases import Source
from archive.extraction.speech.reports import Unit
from archive.extraction.text.tokens import Token

LONGEST = 10
MOST_JOINED = 8
AND = frozenset("и і й та ды".split())
ADJECTIVE = re.compile(r"(?:ий|ый|ой|ая|ская|кі|ькі|ні|ны|ая|ій|ська|на)$")
HIMSELF = frozenset("сам сама само сами самі".split())
OURSELVES = frozenset("я мы ты вы мы ми ви".split())
ONE = frozenset("один одна адзін адна одна".split())
# What stands between a name and its verb and belongs to neither: particles, and small adverbs of time and manner.
ADVERBS = frozenset(
    """
    сразу затем потом тогда также ранее при этом тоже уже накануне не ни ли ль же бы якобы ж б вновь снова опять наконец ещё еще вот даже
    лишь только всё все-таки всё-таки же-таки впервые вскоре теперь сейчас сегодня вчера раз неоднократно часто тут там здесь почти
    едва ведь будто вдруг действительно недавно вообще просто сначала прежде всего далее однажды дважды опять-таки официально публично
    адразу потым таксама раней не ні лі ці ж жа б бы ўжо ужо зноў нарэшце яшчэ нават толькі нібыта быццам ўпершыню упершыню цяпер зараз
    неаднаразова нядаўна спачатку афіцыйна публічна сапраўды
    одразу потім також раніше ані чи вже знову нарешті ще навіть лише тільки нібито начебто вперше невдовзі тепер щойно нещодавно
    неодноразово спочатку офіційно публічно справді вкотре
    """.split()
)
# "прямо", "твёрдо", "по-прежнему"; not the nouns "министерство" and "бюро".
ADVERB = re.compile(r"(?!\w{0,18}(?:ств[оа]|цтв[оа]|бюро|радио|радыё|радіо|кино|кіно)$)(?:по-|па-)?\w{2,16}(?:[внкмт]о|на|жды|ому|ему)")
MOST_ADVERBS = 4
# "местного | краеведа | Ивана Лося".
MOST_CALLED = 4
MANY_OF = ("ов", "ев", "ёв", "ей", "ів", "їв", "аў", "яў", "оў", "их", "ых")
SMALL_WORDS = frozenset(
    """
    после перед накануне пасля перад напярэдадні після напередодні до и в во на по с о об аб пра про при для из у і й з за над ў да ад
    """.split()
)
BREAKS = frozenset("что што що который которая которые как як если когда калі коли но а але".split())
# "Премьер | в среду заявил".
DAYS = frozenset(
    """
    понедельник вторник среду четверг пятницу субботу воскресенье панядзелак аўторак сераду чацвер пятніцу суботу нядзелю
    понеділок вівторок середу четвер п'ятницю п’ятницю суботу неділю
    """.split()
)
# With these a person is no subject: "с министром", "для Анны Ли".
OBLIQUE = frozenset("с со з к ко до для о об про пра без между перед над под за ради через кроме против від ад от".split())
# Many, of whom none is named: "ряд СМИ".
SEVERAL = frozenset("ряд некоторые несколько многие часть большинство шэраг некаторыя некалькі многія деякі кілька багато низка".split())
MEDIA = frozenset("сми змі смі".split())
# "в | одном из выступлений": the phrase begins earlier.
NUMBERED = frozenset("одном одной одним одну один адной адным".split())
# "источник в министерстве": what may stand between somebody and his place.
PLACING = frozenset("после перед пасля перад після до в во из у ў з із при на ад від".split())


def left_of(unit: Unit, at: int) -> Source | None:
    """The noun phrase that ends with token `at`; behind a preposition stands no subject: "на встрече | с Олегом Линым"."""
    source = _ending_at(unit, at)
    before = unit.tokens[source.first - 1].lower if source and source.first else ""
    if source is None or before not in OBLIQUE | PLACING:
        return source
    name_alone = unit.tokens[source.last].is_capital and source.first < source.last and not unit.tokens[source.last - 1].is_capital
    if source.kind == "body" and any(t.text[0].isdigit() for t in unit.tokens[source.first : source.last + 1]):
        return None  # "о 10 тысячах солдат Камерии | заявляют"
    if source.kind == "body" and name_alone and not unit.tokens[source.last].text.isupper():
        last = unit.tokens[source.last]  # "на вопрос о выборах | Лис ответил"
        return Source("body", last.lower, source.last, source.last, last.start, last.end)
    subject = before_adjunct(unit, source.first)
    return subject or (source if before in PLACING else None)


def _ending_at(unit: Unit, at: int) -> Source | None:
    tokens = unit.tokens
    at = _before_adverbs(unit, at)
    if at > 1 and tokens[at].lower in DAYS and tokens[at - 1].lower in PLACING:
        at -= 2
    quoted = tokens[at].quoted if at >= 0 else None
    if quoted and quoted.words < LEAST_QUOTED and at + 1 < len(tokens) and tokens[at + 1].kind == "w":  # «Firm» said
        return Source("body", "", at, at, quoted.inner, quoted.outer)
    if at > 1 and tokens[at].text == ",":
        return _before_apposition(unit, at)
    if at < 0 or tokens[at].kind != "w":
        return None
    mention = next((m for m in unit.mentions if m.last == at), None)
    if mention:
        return _person(unit, mention, mention.first, mention.last)
    if tokens[at].lower in slavic.PRONOUNS:
        return Source("pronoun", tokens[at].lower, at, at, tokens[at].start, tokens[at].end)
    first = _begin(tokens, at)
    while first > 1 and tokens[first - 1].lower in PLACING and is_calling(tokens[first - 2].lower):
        first = _begin(tokens, first - 2)
    return _phrase(unit, first, at)


def _before_adverbs(unit: Unit, at: int) -> int:
    """Past particles and adverbs; behind a person's name or a pronoun past any small words: "Анна Ли | тем временем сказала"."""
    tokens = unit.tokens
    while at > 0 and (_is_adverb(tokens, at) or (tokens[at].lower in AND and _is_adverb(tokens, at - 1))):
        at -= 1
    ends = {m.last for m in unit.mentions}
    for n in range(at, max(-1, at - MOST_ADVERBS), -1):
        if n in ends or tokens[n].lower in slavic.PRONOUNS:
            return n
        word = tokens[n].lower
        if not _may_belong(tokens[n]) or tokens[n].is_capital or is_calling(word) or word.startswith(slavic.BODY_STEMS):
            break
    return at


def _is_adverb(tokens: tuple[Token, ...], at: int) -> bool:
    word = tokens[at].lower
    if word.removesuffix("-то") in ADVERBS:
        return True
    manner = ADVERB.fullmatch(word) and not tokens[at].is_capital and tokens[at - 1].is_capital
    return bool(manner) and not tokens[at - 1].lower.endswith(("ое", "ее", "ае", "яе", "не", "ая", "ва", "на"))


def before_adjunct(unit: Unit, at: int) -> Source | None:
    """ "Губернатор | в одном из выступлений сообщил": who stands before a phrase of place, time or occasion."""
    tokens = unit.tokens
    for n in range(at, max(0, at - LONGEST), -1):
        if tokens[n].kind != "w" or tokens[n].lower in BREAKS | slavic.SAYING:
            return None
        if (
            tokens[n].lower in PLACING | OBLIQUE
            and n < at
            and tokens[n - 1].kind == "w"
            and tokens[n - 1].lower not in SMALL_WORDS | NUMBERED
        ):
            source = left_of(unit, n - 1)
            if source and source.kind in ("person", "pronoun", "role"):
                return source
    return None


def _before_apposition(unit: Unit, comma: int) -> Source | None:
    """ "Анна Ли, директор школы, сказала" and "источник, знакомый с делом, сообщил": the phrase before the inserted one."""
    tokens = unit.tokens
    inside = range(comma - 1, max(0, comma - LONGEST), -1)
    opening = next((n for n in inside if tokens[n].kind != "w" and not _is_short_quote(tokens[n])), None)
    if opening is None or tokens[opening].text != "," or tokens[opening + 1].lower in BREAKS | slavic.SAYING:
        return None
    source = left_of(unit, opening - 1) if tokens[opening - 1].kind == "w" else None
    return source if source and source.kind in ("person", "role") else None


def _begin(tokens: tuple[Token, ...], at: int) -> int:
    first = at
    while first > 0 and at - first < LONGEST and _may_belong(tokens[first - 1]):
        first -= 1
    return first


def right_of(unit: Unit, at: int) -> Source | None:
    tokens = unit.tokens
    at = _past_hearers(tokens, at)
    if at >= len(tokens) or tokens[at].kind != "w":
        return None
    if tokens[at].lower in slavic.PRONOUNS:
        return Source("pronoun", tokens[at].lower, at, at, tokens[at].start, tokens[at].end)
    if tokens[at].lower in ONE and at + 2 < len(tokens) and tokens[at + 1].lower in PLACING | OBLIQUE:  # "один из адвокатов"
        return Source("role", tokens[at + 2].lower, at, _end(tokens, at + 2), tokens[at].start, tokens[_end(tokens, at + 2)].end)
    last = _end(tokens, at)
    behind = next((m for m in unit.mentions if m.first == last + 2), None)
    if behind and _is_short_quote(tokens[last + 1]):  # "экономиста «Вестбанка» Анны Ли"
        return _person(unit, behind, at, behind.last)
    mention = next((m for m in unit.mentions if at <= m.first <= last), None)
    if mention and all(is_calling(t.lower) or t.is_capital or slavic.is_role_part(t.lower) for t in tokens[at : mention.first]):
        return _person(unit, mention, at, mention.last)
    source = _phrase(unit, at, last)
    return _named_behind(unit, source) or source


def called(unit: Unit, at: int) -> Source | None:
    """ "по словам | местного краеведа Ивана Лося": whoever's words they are, the words before the name say what he is.

    Of many ("поклонников Ивана Лося") the name is not the speaker's."""
    mention = next((m for m in unit.mentions if at < m.first <= at + MOST_CALLED and unit.tokens[m.first].start == m.start), None)
    if mention is None or mention.role or mention.title:
        return None
    before = unit.tokens[at : mention.first]
    if before[-1].lower.endswith(MANY_OF) or any(t.kind != "w" or t.is_capital or not may_be_genitive(t.lower) for t in before):
        return None
    role = " ".join(t.text for t in before)
    return _person(unit, replace(mention, role=role, sure=True), at, mention.last)


def _end(tokens: tuple[Token, ...], at: int) -> int:
    """The last token of the phrase that begins with the token."""
    last = at
    while last + 1 < len(tokens) and last - at < LONGEST and _may_belong(tokens[last + 1]) and tokens[last + 1].lower not in slavic.OBJECTS:
        last += 1
    return last


def _named_behind(unit: Unit, role: Source | None) -> Source | None:
    """ "сообщила глава ведомства, вице-премьер Анна Ли": the name behind the comma is hers."""
    if role is None or role.kind != "role" or role.last + 2 >= len(unit.tokens) or unit.tokens[role.last + 1].text != ",":
        return None
    named = next((m for m in unit.mentions if role.last + 2 <= m.first <= role.last + 4), None)
    between = unit.tokens[role.last + 2 : named.first] if named else ()
    closed = named and (named.last + 1 >= len(unit.tokens) or unit.tokens[named.last + 1].kind != "w")
    if (
        named is None
        or not closed
        or any(t.kind != "w" or t.is_capital or t.lower in slavic.SAYING | BREAKS | SMALL_WORDS for t in between)
    ):
        return None
    return Source("person", named.name, role.first, named.last, role.start, named.end, (named,))


def _past_hearers(tokens: tuple[Token, ...], at: int) -> int:
    """Past «Вестнику» and "журналистам", who were told."""
    while at < len(tokens) and (
        tokens[at].lower in slavic.OBJECTS | slavic.TODAY or is_hearer(tokens, at) or _is_short_quote(tokens[at]) or _is_outlet(tokens, at)
    ):
        at += 1
    return at


def _is_outlet(tokens: tuple[Token, ...], at: int) -> bool:
    """ "сказал Kronika | источник в полиции": a name in other letters before a calling."""
    return at + 1 < len(tokens) and tokens[at].is_capital and tokens[at].text.isascii() and is_calling(tokens[at + 1].lower)


def _is_short_quote(token: Token) -> bool:
    return token.quoted is not None and token.quoted.words < LEAST_QUOTED


def _may_belong(token: Token) -> bool:
    return token.kind == "w" and token.lower not in BREAKS and token.lower not in slavic.SAYING and token.lower not in SMALL_WORDS


def _person(unit: Unit, mention: Mention, first: int, last: int) -> Source:
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
    while at > 1 and mention.first - at <= 3 and (unit.tokens[at].lower in slavic.POSSESSIVES or ADJECTIVE.search(unit.tokens[at].lower)):
        at -= 1
    if at < 1 or unit.tokens[at].lower not in AND:
        return None
    if unit.tokens[at - 1].text == ",":
        return explained_before(unit.tokens, among, at - 1)
    return next((m for m in among if m.last == at - 1), None)


def _phrase(unit: Unit, first: int, last: int) -> Source | None:
    """A noun phrase that holds a role, a document or a name in capitals; anything else does not speak."""
    while first < last and unit.tokens[first].lower in HIMSELF | ADVERBS | slavic.TODAY:
        first += 1
    if unit.tokens[first].lower in SEVERAL or unit.tokens[last].lower in MEDIA:
        return Source("role", unit.tokens[last].lower, first, last, unit.tokens[first].start, unit.tokens[last].end)
    for at in range(first, last + 1):
        token = unit.tokens[at]
        kind = "role" if is_calling(token.lower) else "document" if token.lower in slavic.DOCUMENTS else None
        if kind is None and (
            token.lower.startswith(slavic.BODY_STEMS) or (token.is_capital and (at > 0 or token.text not in slavic.PLAIN_CAPITALS))
        ):
            kind = "body"
        if kind:
            return Source(kind, token.lower, first, last, unit.tokens[first].start, unit.tokens[last].end)
    return None


def clause_subject(unit: Unit, at: int) -> Source | None:
    """ "Министр не стал молчать | и заявил": who opens the clause whose second verb stands at the token."""
    tokens, first = unit.tokens, at
    while first > 0 and at - first < 2 * LONGEST and tokens[first - 1].kind == "w" and tokens[first - 1].lower not in BREAKS:
        first -= 1
    mention = next((m for m in unit.mentions if m.first == first and m.last < at), None)
    if mention:
        return _person(unit, mention, mention.first, mention.last)
    if tokens[first].lower in slavic.PRONOUNS:
        return Source("pronoun", tokens[first].lower, first, first, tokens[first].start, tokens[first].end)
    last = first
    while last + 1 < at and (tokens[last + 1].is_capital or is_calling(tokens[last + 1].lower) or may_be_genitive(tokens[last + 1].lower)):
        last += 1
    return _phrase(unit, first, last) if is_calling(tokens[first].lower) or tokens[first].lower.startswith(slavic.BODY_STEMS) else None


def from_calling(unit: Unit, source: Source) -> Source:
    """ "сказал в начале встречи | глава района": the role without the phrase before it."""
    at = next((n for n in range(source.first, source.last + 1) if is_calling(unit.tokens[n].lower)), source.first)
    while at > source.first and ADJECTIVE.search(unit.tokens[at - 1].lower):
        at -= 1
    return Source("role", source.head, at, source.last, unit.tokens[at].start, source.end)


def anyone_right(unit: Unit, at: int) -> Source | None:
    """The words behind a verb up to the next mark, whoever they name: ", уточнил чиновник,"."""
    tokens, last = unit.tokens, at
    while last + 1 < len(tokens) and last - at < LONGEST and _may_belong(tokens[last + 1]):
        last += 1
    if at < len(tokens) and tokens[at].lower.endswith(("у", "ю")):  # "добавляют фразу"
        return None
    if at >= len(tokens) or not _may_belong(tokens[at]) or (last + 1 < len(tokens) and tokens[last + 1].kind != "p"):
        return None
    return Source("role", tokens[at].lower, at, last, tokens[at].start, tokens[last].end)


def anyone_left(unit: Unit, at: int) -> Source | None:
    """The words between the last mark and a verb that ", что" follows: "очевидец рассказал, что"."""
    tokens, first = unit.tokens, at
    if at < 0 or at + 3 >= len(tokens) or tokens[at + 2].text != "," or tokens[at + 3].lower not in slavic.THAT:
        return None
    if tokens[at].lower in OURSELVES:
        return None
    while first > 0 and at - first < LONGEST and _may_belong(tokens[first - 1]):
        first -= 1
    if not _may_belong(tokens[at]) or (first > 0 and tokens[first - 1].kind == "w" and tokens[first - 1].lower not in BREAKS):
        return None
    return Source("role", tokens[at].lower, first, at, tokens[first].start, tokens[at].end)
