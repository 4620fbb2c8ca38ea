"""Finds the people whom a block names, with the role that is printed beside the name.

A run of capitals is a person when it holds a common first name, an initial, a title before it or a role beside it; a run with the words
of bodies and places in it is none. Two capitals of which nothing tells are kept as a doubtful name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.detection import language_of
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.languages.english.callings import TRADES
from archive.extraction.languages.english.verbs import BASES
from archive.extraction.languages.names import AND, FIRST_NAMES, SUFFIXES, ends_like_surname, surname_of
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import PATRONYMIC, nominative
from archive.extraction.people.roles import apposition, has_calling, is_described, role_before_comma, role_start, role_text
from archive.extraction.text.tokens import Token

ROLES = en.ROLES | slavic.ROLES | TRADES
MODIFIERS = capitals.MODIFIERS | slavic.MODIFIERS
TITLES = capitals.TITLES | slavic.TITLES
PLAIN = capitals.PLAIN_CAPITALS | slavic.PLAIN_CAPITALS
NO_NAME = capitals.PORTFOLIOS | capitals.ORGANISATIONS | capitals.NATIONS | slavic.NO_NAME
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CORRESPONDENTS = ("корреспондент", "карэспандэнт", "кореспондент")
# What stands before a name of something else: "the director of the Nutrition Study".
LOOSE = frozenset("the of for to a an at in on".split())
# Small words that open a sentence in capitals before a name: "Besides Anna Smith".
OPENING = en.STOPS | en.PREPOSITIONS | en.CONNECTORS | en.SAYING | en.TELLING | en.PARTICIPLES
# "Ex-member Anna Smith".
PREFIXED = ("ex-", "vice-", "co-", "sub-", "экс-", "вице-", "экс-", "віцэ-", "віце-", "екс-")
# An adjective in the genitive, as places have before their noun.
OF_PLACE = re.compile(r"(?:[сцзн]кой|[сц]кого|[сц]каго|[сц]кай|[сц]кага|ської|ського|цької|цького|ного|ной)$")
# A sentence with more names is a list.
MOST = 40
LONGEST_NAME = 6
LEAST_PARTICIPLE = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name at `start`, with the role before or after it; `first` and `last` are the tokens of role and name together."""

    first: int
    last: int
    start: int
    end: int
    name: str
    role: str | None
    title: str | None
    sure: bool

    @property
    def surname(self) -> str:
        return surname_of(self.name)


def mentions_of(text: str, tokens: Sequence[Token], surnames: Container[str] = ()) -> list[Mention]:
    """The people named in a unit, in order. A word that is in `surnames` names its bearer without anything beside it."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens) and len(found) < MOST:
        if not tokens[at].is_capital:
            at += 1
            continue
        end = _run_end(text, tokens, at)
        floor = found[-1].last + 1 if found else 0
        mention = _mention(text, tokens, at, end, floor, surnames)
        if mention:
            found += [*_partner(tokens, mention, floor), mention]
        at = end
    return _joined(tokens, found)


def _run_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """One past the last token of the capitals that stand side by side, with small particles between them."""
    end = at + 1
    while end < len(tokens) and not tokens[end - 1].text.endswith(("'s", "’s")):
        ahead = end
        while ahead < min(len(tokens), end + 3) and tokens[ahead].lower in capitals.PARTICLES:
            ahead += 1
        if tokens[end].lower in WEEKDAYS:  # "Ann Hill | Tuesday said"
            break
        spaced = text[tokens[end - 1].end : tokens[end].start].isspace()
        if spaced and ahead < len(tokens) and tokens[ahead].is_capital:
            end = ahead + 1
        elif tokens[end].text == "," and end + 1 < len(tokens) and tokens[end + 1].text in SUFFIXES:
            return end + 2
        else:
            break
    return end


def _mention(text: str, tokens: Sequence[Token], begin: int, end: int, floor: int, surnames: Container[str]) -> Mention | None:
    """The name at the end of the run: what follows its last word of a role, a body or a place."""
    at = begin if _is_speaking_word(tokens, begin, end, surnames) else _past_other_words(tokens, begin, end)
    name = tokens[at:end]
    if not name or len(name) > LONGEST_NAME or name[0].text in SUFFIXES:
        return None
    if _are_two(name, surnames):
        at, name = end - 1, name[1:]
    role_at = role_start(text, tokens, at, floor)
    if role_at == at and at >= 3 and tokens[at - 1].text == ",":
        before = role_before_comma(tokens, at - 1, floor)
        closed = end >= len(tokens) or tokens[end].text in (",", ".", ")")
        role_at = before if before < at - 1 and (closed or _opens_sentence(tokens, before, at - 2)) else at
    if _is_followed_by_name(tokens, name, end):
        return None
    title = next((t.text for t in tokens[role_at:at] if t.lower in TITLES), None)
    known = len(name) == 1 and name[0].bare in surnames
    if len(name) == 1 and not known and not _may_stand_alone(tokens, name[0], role_at, at, title):
        return None
    after = apposition(text, tokens, end)
    sure = known or _is_sure(name, has_role=role_at < at, described=after is not None or is_described(tokens, end))
    if not known and begin and tokens[begin - 1].lower in LOOSE and not _begins_like_one(name) and not title and role_at == at:
        sure = False
    role = role_text(text, tokens, role_at, at, TITLES) or (text[after[0] : after[1]] if after else None)
    stop = _name_end(text, name)
    printed = nominative(" ".join(text[name[0].start : stop].replace(",", " ").split()), language_of(text))
    return Mention(role_at, end - 1, name[0].start, stop, printed, role, title, sure)


def _begins_like_one(name: Sequence[Token]) -> bool:
    """ "Ann Hill" or "M. Patricia Hill": a first name, perhaps behind an initial."""
    return name[0].text in FIRST_NAMES or (name[0].text.endswith(".") and len(name) > 2 and name[1].text in FIRST_NAMES)


def _opens_sentence(tokens: Sequence[Token], begin: int, last: int) -> bool:
    """ "The club's head coach, José Pardo on Thursday said": a role at the head of its sentence, with no comma behind the name."""
    head = begin == 0 or (begin == 1 and tokens[0].lower in ("the", "a", "an"))
    return head and is_calling(tokens[last].lower)


def _is_speaking_word(tokens: Sequence[Token], begin: int, end: int, surnames: Container[str]) -> bool:
    """ "Boss said", "said May": a word that is a surname in this text, alone beside a verb of speech."""
    if end - begin > 1 or tokens[begin].text not in surnames:
        return False
    after = next((t for t in tokens[end : end + 3] if t.lower not in en.AUXILIARY), None)
    said = begin > 0 and tokens[begin - 1].lower in en.SAYING
    return said or (after is not None and after.lower in en.SAYING and after.kind == "w")


def _are_two(name: Sequence[Token], surnames: Container[str]) -> bool:
    """ "О здоровье Лимо | Градов сказал": surnames of two people who are named in full elsewhere, and nobody of both names."""
    parts = [token.bare for token in name]
    if len(parts) != 2 or any(part in FIRST_NAMES or part not in surnames for part in parts):
        return False
    return " ".join(parts) not in surnames


def _past_other_words(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the name begins in a run of capitals: "Russian Foreign Minister | Sergey Novik", "of Veldania | Ann Other"."""
    at = begin + 1 if _is_doing(tokens, begin, end) else begin
    for number in range(at, end):
        if not _is_other_word(tokens[number], opens=number == 0 and end - begin > 2):
            continue
        ends_name = number > at and number + 1 == end and (tokens[number - 1].text in FIRST_NAMES or "." in tokens[number - 1].text)
        if not ends_name:
            at = number + 1
    while at < end and tokens[at].lower in capitals.PARTICLES and not tokens[at].is_capital:
        at += 1
    first = next((n for n in range(at, end) if tokens[n].text in FIRST_NAMES), at)
    placed = at == begin and at > 0 and tokens[at - 1].lower == "of" and end - at >= 3
    behind = first > at and end - first >= 2 and not any("." in t.text for t in tokens[at:first])
    if behind and (placed or first - at > 1 or _is_cyrillic(tokens[at])):
        return first
    if placed and end - at == 3 and first == at and tokens[at].text not in FIRST_NAMES:
        return at + 1
    return at if not _is_cyrillic(tokens[at] if at < end else tokens[begin]) else _past_place(tokens, at, end)


def _is_doing(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """ "Quoting | Lincoln, he said": a participle opens the sentence; "Bowling Hill, a farmer," is somebody whose name is explained."""
    word = tokens[begin].text
    if not (word.endswith("ing") and len(word) > LEAST_PARTICIPLE and end - begin > 1) or word in FIRST_NAMES:
        return False
    if (begin and tokens[begin - 1].kind == "w") or end + 1 >= len(tokens) or tokens[end].text != ",":
        return False
    known = word.lower() in OPENING | en.REPORTING | en.NAMING or word[:-3].lower() in BASES or f"{word[:-3].lower()}e" in BASES
    after = tokens[end + 1]
    return known or not (after.lower in en.DETERMINERS or is_calling(after.lower) or after.text[0].isdigit())


def _past_place(tokens: Sequence[Token], at: int, end: int) -> int:
    """ "Міністр абароны | Каменіі | Леў Корзун": three Cyrillic capitals are a name only with a patronymic or initials."""
    parts = tokens[at:end]
    whole = any("." in t.text or PATRONYMIC.match(t.text) or t.text in SUFFIXES for t in parts)
    return end - 2 if len(parts) > 2 and at and not whole else at


def _is_cyrillic(token: Token) -> bool:
    return "а" <= token.lower[0] <= "ї"


def _may_stand_alone(tokens: Sequence[Token], name: Token, role_at: int, at: int, title: str | None) -> bool:
    """A single name counts right after a title or a role, not where a preposition or an article stands between."""
    after = next((t for t in tokens[at + 1 : at + 2]), None)
    if after is not None and after.kind == "w" and not after.is_capital and OF_PLACE.search(name.lower):  # "губернатор Брянской области"
        return False
    if tokens[at - 1].lower.startswith(CORRESPONDENTS) and not name.text.isascii():  # "корреспондент Укринформа" is of an agency
        return False
    if role_at == at or tokens[at - 1].lower in LOOSE or (name.bare != name.text and title is None and not tokens[at - 1].is_capital):
        return False
    return title is not None or has_calling(tokens[role_at:at])


def _name_end(text: str, name: Sequence[Token]) -> int:
    end = name[-1].start + len(name[-1].bare)
    return end + 1 if name[-1].text in ("Jr", "Sr") and text[end : end + 1] == "." else end


def _is_other_word(token: Token, *, opens: bool) -> bool:
    if token.text in SUFFIXES:
        return False
    if (
        _is_no_name(token)
        or token.text in PLAIN
        or token.lower.endswith("-old")
        or any(token.lower in words for words in (ROLES, MODIFIERS, TITLES))
    ):
        return True
    if token.lower.startswith(PREFIXED) and token.lower.rsplit("-", 1)[1] in ROLES:
        return True
    return opens and token.lower in OPENING and token.text not in FIRST_NAMES


def _is_no_name(token: Token) -> bool:
    return token.bare in NO_NAME or (token.text.isupper() and len(token.text) > 1 and "." not in token.text[:2] and len(token.text) < 5)


def _is_sure(name: Sequence[Token], *, has_role: bool, described: bool) -> bool:
    if has_role or described or any(t.text.endswith(".") for t in name):
        return True
    if name[0].text in FIRST_NAMES or any(_tells_a_person(t) for t in name[1:]):
        return True
    return len(name) > 1 and ends_like_surname(name[-1].bare)


def _tells_a_person(token: Token) -> bool:
    """Particles, "O'Hara", "McBride" and suffixes stand in names of people alone."""
    told = token.lower in capitals.PARTICLES or token.text in SUFFIXES or token.text.startswith(("O'", "O’", "Mc", "al-", "el-"))
    return told or bool(PATRONYMIC.match(token.text))


def _is_followed_by_name(tokens: Sequence[Token], name: Sequence[Token], end: int) -> bool:
    """ "the opposition Open List, Anna Smith": the capitals before the comma are part of the role."""
    if any(t.text in FIRST_NAMES for t in name) or end + 1 >= len(tokens) or tokens[end].text != ",":
        return False
    listed = any(t.lower in AND for t in tokens[end + 1 : end + 6])
    return tokens[end + 1].text in FIRST_NAMES and not listed


# ---------------------------------------------------------------- names beside names


def _partner(tokens: Sequence[Token], mention: Mention, floor: int) -> list[Mention]:
    """ "Kate and Tom Harding": the first of two who share a surname."""
    at = mention.first - 2
    if at < floor or tokens[at + 1].lower not in AND or " " not in mention.name or tokens[mention.first].start != mention.start:
        return []
    token = tokens[at]
    if token.text not in FIRST_NAMES or (at and tokens[at - 1].is_capital):
        return []
    return [replace(mention, first=at, last=at, start=token.start, end=token.end, name=f"{token.text} {mention.surname}", sure=True)]


def _joined(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """In an enumeration one sure name makes those beside it sure: "Ana Prado, Rui Campos and Wei Liang"."""
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = 1 if order.step < 0 else -1
        for at in order:
            other = found[at + step]
            first, second = (found[at], other) if step > 0 else (other, found[at])
            between = tokens[first.last + 1 : second.first]
            listed = between and all(t.text == "," or t.lower in AND for t in between) and any(t.lower in AND for t in between)
            if listed and other.sure and not found[at].sure and " " in found[at].name:
                found[at] = replace(found[at], sure=True)
    return found
