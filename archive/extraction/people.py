"""Finds the people whom a block names, with the role that is printed beside the name.

A run of capitals is a person when it holds a common first name, an initial, a title before it or a role beside it; a run with the words
of bodies and places in it is none. Two capitals of which nothing tells are kept as a doubtful name.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from archive.extraction.cases import nominative
from archive.extraction.lexicon import english as en
from archive.extraction.lexicon import names, slavic
from archive.extraction.tokens import Token

ROLES = en.ROLES | slavic.ROLES
MODIFIERS = en.MODIFIERS | slavic.MODIFIERS
TITLES = en.TITLES | slavic.TITLES
PLAIN = en.PLAIN_CAPITALS | slavic.PLAIN_CAPITALS
FIRST_NAMES = names.MALE | names.FEMALE
NO_NAME = en.PORTFOLIOS | en.ORGANISATIONS | en.NATIONS | slavic.NO_NAME
CONNECTORS = frozenset("of for to the at on in и по".split())
# What stands before a name of something else: "the director of the Nutrition Study".
LOOSE = frozenset("the of for to a an at in on".split())
VERBS = (en.SAYING | en.TELLING | en.FINITE | en.ACTIONS) - ROLES
# A sentence with more names is a list.
MOST = 40
LONGEST_ROLE = 14
LONGEST_NAME = 5


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
        return self.name.split()[-1]


def mentions_of(text: str, tokens: Sequence[Token], surnames: Container[str] = ()) -> list[Mention]:
    """The people named in a unit, in order. A word that is in `surnames` names its bearer without anything beside it."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens) and len(found) < MOST:
        if not tokens[at].is_capital:
            at += 1
            continue
        end = _run_end(text, tokens, at)
        mention = _mention(text, tokens, at, end, found[-1].last + 1 if found else 0, surnames)
        if mention:
            found.append(mention)
        at = end
    return found


def _run_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """One past the last token of the capitals that stand side by side, with small particles between them."""
    end = at + 1
    while end < len(tokens) and text[tokens[end - 1].end : tokens[end].start].isspace():
        if tokens[end].is_capital or (tokens[end].lower in en.PARTICLES and end + 1 < len(tokens) and tokens[end + 1].is_capital):
            if tokens[end - 1].text.endswith(("'s", "’s")):
                break
            end += 1
        else:
            break
    return end


def _mention(text: str, tokens: Sequence[Token], begin: int, end: int, floor: int, surnames: Container[str]) -> Mention | None:
    """The name at the end of the run: what follows its last word of a role, a body or a place."""
    at = begin
    for number in range(begin, end):
        token = tokens[number]
        last_after_first = number > begin and number + 1 == end and tokens[number - 1].text in FIRST_NAMES
        if _is_other_word(token) and not (last_after_first and token.text in NO_NAME):
            at = number + 1
    first = next((n for n in range(at, end) if tokens[n].text in FIRST_NAMES), at)
    if first > at and not any("." in t.text for t in tokens[at:first]):
        at = first
    elif end - at == 3 and at == begin and at and tokens[at - 1].lower == "of":
        at += 1  # "the president of Somewhere Ann Other"
    name = tokens[at:end]
    if not name or len(name) > LONGEST_NAME or any(t.lower in en.PARTICLES for t in name[:1]):
        return None
    role_at = _role_start(text, tokens, at, floor)
    if role_at == at and at >= 3 and tokens[at - 1].text == "," and (end >= len(tokens) or tokens[end].text in (",", ".")):
        role_at = _role_before_comma(tokens, at - 1, floor)
        role_at = role_at if role_at < at - 1 else at
    title = next((t.text for t in tokens[role_at:at] if t.lower in TITLES), None)
    if _is_followed_by_name(tokens, name, end):
        return None
    after = _apposition(text, tokens, end)
    sure = _is_sure(name, has_role=role_at < at, has_apposition=after is not None)
    known = len(name) == 1 and name[0].bare in surnames
    if len(name) == 1 and not known and not _may_stand_alone(tokens, name[0], role_at, at, title):
        return None
    if known:
        sure = True
    elif begin and tokens[begin - 1].lower in LOOSE and name[0].text not in FIRST_NAMES and not title:
        sure = False
    role = _role_text(text, tokens, role_at, at) or (text[after[0] : after[1]] if after else None)
    printed = nominative(" ".join(t.bare if t is name[-1] else t.text for t in name))
    return Mention(role_at, end - 1, name[0].start, name[0].start + _printed_length(text, name), printed, role, title, sure)


def _may_stand_alone(tokens: Sequence[Token], name: Token, role_at: int, at: int, title: str | None) -> bool:
    """A single name counts right after a title or a role, not where a preposition or an article stands between."""
    if role_at == at or tokens[at - 1].lower in LOOSE or (name.bare != name.text and title is None):
        return False
    return title is not None or _is_role(tokens[role_at:at])


def _printed_length(text: str, name: Sequence[Token]) -> int:
    return name[-1].start + len(name[-1].bare) - name[0].start


def _is_other_word(token: Token) -> bool:
    return _is_no_name(token) or token.text in PLAIN or any(token.lower in words for words in (ROLES, MODIFIERS, TITLES))


def _is_no_name(token: Token) -> bool:
    return token.bare in NO_NAME or (token.text.isupper() and len(token.text) > 1 and "." not in token.text[:2] and len(token.text) < 5)


def _is_role(tokens: Sequence[Token]) -> bool:
    return any(t.lower in ROLES for t in tokens)


def _is_sure(name: Sequence[Token], *, has_role: bool, has_apposition: bool) -> bool:
    if has_role or has_apposition or any(t.text.endswith(".") for t in name[:-1]):
        return True
    return name[0].text in FIRST_NAMES or (len(name) > 1 and name[-1].bare.endswith(names.MALE_ENDINGS + names.FEMALE_ENDINGS))


def _role_start(text: str, tokens: Sequence[Token], name_at: int, floor: int) -> int:
    """The token where the role before a name begins, or the name itself: "Belarusian Minister of Foreign Affairs | Sergei Aleinik"."""
    leftmost, at = name_at, name_at - 1
    while at >= max(floor, name_at - LONGEST_ROLE):
        token = tokens[at]
        beside = text[token.end : tokens[at + 1].start]
        if token.kind != "w" or not (beside.isspace() or (not beside and at + 1 == name_at)):
            break
        if token.lower in ROLES or token.lower in TITLES:
            leftmost = at
        elif not (
            token.is_capital or token.lower in CONNECTORS or token.lower in MODIFIERS or slavic.is_role_part(token.lower)
        ) or token.text in PLAIN - {"First"}:
            break
        at -= 1
    if leftmost == name_at:
        return name_at
    while leftmost > floor and _belongs_before(text, tokens, leftmost):
        leftmost -= 1
    return leftmost


def _role_before_comma(tokens: Sequence[Token], comma: int, floor: int) -> int:
    """Where the phrase before a comma begins, if it is a role: "the head of the observer mission | , Anna Smith,"."""
    leftmost, at = comma, comma - 1
    while (
        at >= max(floor, comma - LONGEST_ROLE)
        and tokens[at].kind == "w"
        and tokens[at].lower not in en.STOPS | en.FINITE | en.SAYING - ROLES
    ):
        if tokens[at].lower in ROLES:
            leftmost = at
        at -= 1
    while (
        leftmost < comma
        and leftmost > floor
        and (tokens[leftmost - 1].lower in MODIFIERS or (tokens[leftmost - 1].is_capital and tokens[leftmost - 1].text not in PLAIN))
    ):
        leftmost -= 1
    return leftmost


def _is_followed_by_name(tokens: Sequence[Token], name: Sequence[Token], end: int) -> bool:
    """ "the opposition Open List, Anna Smith": the capitals before the comma are part of the role."""
    if any(t.text in FIRST_NAMES for t in name) or end + 1 >= len(tokens) or tokens[end].text != ",":
        return False
    return tokens[end + 1].text in FIRST_NAMES


def _belongs_before(text: str, tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at - 1]
    if token.kind != "w" or not text[token.end : tokens[at].start].isspace() or token.text in PLAIN:
        return False
    placed = at > 1 and tokens[at - 2].lower in ("in", "at", "from", "to", "near")
    return token.lower in MODIFIERS or token.lower in ROLES or slavic.is_role_part(token.lower) or (token.is_capital and not placed)


def _role_text(text: str, tokens: Sequence[Token], begin: int, end: int) -> str | None:
    kept = [t for t in tokens[begin:end] if (t.lower not in TITLES or t.lower in ROLES) and t.text != ","]
    return text[kept[0].start : kept[-1].end] if kept else None


def _apposition(text: str, tokens: Sequence[Token], after: int) -> tuple[int, int] | None:
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
    while (
        stop < len(tokens)
        and stop - at < LONGEST_ROLE
        and tokens[stop].text not in (",", ".", ";", ":", "(", ")", "—", "–", "-")
        and tokens[stop].kind == "w"
    ):
        word = tokens[stop].lower
        if word in en.STOPS - {"with", "at", "on", "by", "from", "against", "and", "per"} or word in VERBS or word.endswith("ed"):
            return None
        stop += 1
    head = [t.lower for t in tokens[at : min(stop, at + 6)]]
    if stop == at or not any(word in ROLES for word in head):
        return None
    return tokens[at].start, tokens[stop - 1].end
