"""Merges statements that a page prints twice, as teasers and pull quotes do. The copy of the article's body stays.

The same words are one statement only where nothing tells two sayings apart: another speaker, another day, or another force.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.extraction.dates import civil
from archive.extraction.types import SpeakerFound, StatementFound

LETTERS = re.compile(r"[\W_]+")
# What holds for a whole document tells no two of its sayings apart.
OF_THE_DOCUMENT = frozenset({"dateline", "publication", "heading"})
# So many different sayings of the same words are compared; a page that repeats one line a thousand times stays cheap.
MOST = 50


@dataclass(slots=True)
class _Saying:
    """Copies of one saying, with the speakers and the day that they tell."""

    copies: list[StatementFound]
    speakers: tuple[SpeakerFound, ...]
    day: str

    def may_hold(self, speakers: tuple[SpeakerFound, ...], day: str) -> bool:
        return _may_be_same(self.speakers, speakers) and _may_be_one_day(self.day, day)

    def add(self, statement: StatementFound, day: str) -> None:
        self.copies.append(statement)
        self.speakers = self.speakers or statement.speakers
        self.day = self.day or day


def merged(statements: Sequence[StatementFound], body: int) -> list[StatementFound]:
    """One statement for all copies of a saying. Kept is a copy after `body` (where the dateline ends), with a speaker, the last."""
    sayings: dict[tuple[str, str], list[_Saying]] = {}
    for statement in sorted(statements, key=lambda one: (not one.speakers, not _day(one))):  # those that tell most come first
        alike, day = sayings.setdefault((statement.force, LETTERS.sub("", statement.text).casefold()), []), _day(statement)
        saying = next((one for one in alike[:MOST] if one.may_hold(statement.speakers, day)), None)
        if saying is None:
            saying = _Saying([], (), "")
            alike.append(saying)
        saying.add(statement, day)
    kept = [_merge(saying.copies, body) for alike in sayings.values() for saying in alike]
    return sorted(kept, key=lambda statement: statement.start)


def _day(statement: StatementFound) -> str:
    """When the words were spoken, where the text tells it of them and not of the whole document."""
    said = statement.said_on
    return said.edtf if said and said.rule not in OF_THE_DOCUMENT else ""


def _may_be_one_day(first: str, second: str) -> bool:
    if not first or not second:
        return True
    days, others = civil.first_and_last(first), civil.first_and_last(second)
    return first == second or (days is not None and others is not None and days[0] <= others[1] and others[0] <= days[1])


def _may_be_same(first: Sequence[SpeakerFound], second: Sequence[SpeakerFound]) -> bool:
    """The speakers are the same, or one of the copies tells none; a surname alone is that of the full name."""
    return not first or not second or (len(first) == len(second) and all(map(_is_same, first, second)))


def _is_same(one: SpeakerFound, other: SpeakerFound) -> bool:
    if one.name and other.name:
        return _contains(one.name, other.name)
    told, also = one.role or one.name, other.role or other.name
    return not told or not also or _contains(told, also)


def _contains(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return words <= others or others <= words


def _merge(group: list[StatementFound], body: int) -> StatementFound:
    best = max(group, key=lambda s: (s.start >= body, bool(s.speakers), s.cue is not None, s.start))
    spans = tuple(sorted({(s.start, s.end) for s in group} - {(best.start, best.end)}))  # a title may be read as a turn as well
    return replace(best, duplicates=spans) if spans else best
