"""Finds the people whom a block names, with the role that is printed beside the name.

A run of capitals is a person when it holds a common first name, an initial, a title before it or a role beside it; a run with the words
of bodies and places in it is none. Two capitals of which nothing tells are kept as a doubtful name.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from archive.extraction.languages.callings import feminine
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.names import AND, FIRST_NAMES, SUFFIXES, surname_of
from archive.extraction.languages.slavic.nominatives import nominative
from archive.extraction.people.asides import PRINTED, without_asides
from archive.extraction.people.candidates import IS_SURE, MAY_STAND_ALONE, Candidate, candidate_at, is_part_of_role
from archive.extraction.people.place_names import is_called_like_place
from archive.extraction.people.runs import Run, name_start, run_at
from archive.extraction.text.faults import attempt
from archive.extraction.text.tokens import Token

# A sentence with more names is a list.
MOST = 40
LONGEST_NAME = 6
# With a full stop behind, which may be a token of its own.
JUNIOR = ("Jr", "Sr")


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

    @property
    def is_full(self) -> bool:
        """More than one word."""
        return " " in self.name


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What a document tells of the names in it: its language, in whose spelling they are given, and the words that name their bearer
    without anything beside them."""

    language: str | None = None
    surnames: Container[str] = frozenset()


NOTHING_KNOWN = KnownNames()


def mentions_of(text: str, tokens: Sequence[Token], known: KnownNames = NOTHING_KNOWN) -> list[Mention]:
    """The people named in a unit, in order; nicknames and birth names within names are passed over."""
    kept = without_asides(tokens)
    if len(kept) == len(tokens):
        return _named(text, tokens, known)
    found = _named(text, [tokens[at] for at in kept], known)
    return [replace(mention, first=kept[mention.first], last=kept[mention.last]) for mention in found]


def _named(text: str, tokens: Sequence[Token], known: KnownNames) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(tokens) and len(found) < MOST:
        if not tokens[at].is_capital:
            at += 1
            continue
        run = attempt("A name", partial(run_at, text, tokens, at, known.surnames), None)
        if run is None:
            at += 1
            continue
        floor = found[-1].last + 1 if found else 0
        mention = attempt("A name", partial(_mention, run, floor, known.language), None)
        if mention:
            found += [*_partner(tokens, mention, floor), mention]
        at = run.end
    return _made_sure(tokens, found)


def _mention(run: Run, floor: int, language: str | None) -> Mention | None:
    """The name at the end of the run, behind its last word of a role, a body or a place."""
    at = run.begin if is_called_like_place(run) else name_start(run)
    name = run.tokens[at : run.end]
    if not name or len(name) > LONGEST_NAME or name[0].text in SUFFIXES:
        return None
    candidate = candidate_at(run, at + 1 if _are_two(name, run.surnames) else at, floor)
    if is_part_of_role(candidate) or (candidate.is_single and not MAY_STAND_ALONE(candidate)):
        return None
    return _settled(candidate, language)


def _are_two(name: Sequence[Token], surnames: Container[str]) -> bool:
    """ "О здоровье Лимо | Градов сказал": surnames of two people who are named in full elsewhere, and nobody of both names."""
    parts = [token.bare for token in name]
    if len(parts) != 2 or any(part in FIRST_NAMES or part not in surnames for part in parts):
        return False
    return " ".join(parts) not in surnames


def _settled(candidate: Candidate, language: str | None) -> Mention:
    text, name = candidate.run.text, candidate.name
    end = _name_end(text, name)
    printed = " ".join(PRINTED.sub("", text[name[0].start : end]).replace(",", " ").split())
    return Mention(
        first=candidate.role_at,
        last=candidate.run.end - 1,
        start=name[0].start,
        end=end,
        name=nominative(printed, language, candidate.asked, _gender_of(candidate)) if is_cyrillic(printed) else printed,
        role=candidate.role,
        title=candidate.title,
        sure=IS_SURE(candidate),
    )


def _gender_of(candidate: Candidate) -> str | None:
    """f, as the words of the role tell; a masculine noun may be a woman's."""
    return "f" if any(feminine(token.lower) for token in candidate.run.tokens[candidate.role_at : candidate.at]) else None


def _name_end(text: str, name: Sequence[Token]) -> int:
    end = name[-1].start + len(name[-1].bare)
    return end + 1 if name[-1].text in JUNIOR and text[end : end + 1] == "." else end


# ---------------------------------------------------------------- names beside names


def _partner(tokens: Sequence[Token], mention: Mention, floor: int) -> list[Mention]:
    """ "Kate and Tom Harding": the first of two who share a surname."""
    at = mention.first - 2
    if at < floor or tokens[at + 1].lower not in AND or not mention.is_full or tokens[mention.first].start != mention.start:
        return []
    token = tokens[at]
    if token.text not in FIRST_NAMES or (at and tokens[at - 1].is_capital):
        return []
    return [replace(mention, first=at, last=at, start=token.start, end=token.end, name=f"{token.text} {mention.surname}", sure=True)]


def _made_sure(tokens: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """In an enumeration one sure name makes those beside it sure: "Ana Prado, Rui Campos and Wei Liang"."""
    listed = [_are_listed(tokens, first, second) for first, second in pairwise(found)]
    forwards = _sure_behind_sure(found, listed)
    return _sure_behind_sure(forwards[::-1], listed[::-1])[::-1]


def _are_listed(tokens: Sequence[Token], first: Mention, second: Mention) -> bool:
    """Nothing but commas and an "and" stands between them."""
    joining = [t.lower in AND for t in tokens[first.last + 1 : second.first] if t.text != ","]
    return bool(joining) and all(joining)


def _sure_behind_sure(found: Sequence[Mention], listed: Sequence[bool]) -> list[Mention]:
    made = list(found[:1])
    for mention, beside in zip(found[1:], listed, strict=True):
        made.append(replace(mention, sure=True) if beside and made[-1].sure and mention.is_full else mention)
    return made
