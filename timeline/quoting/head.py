"""What is told of an occasion besides its words: who spoke and in which roles, who reported it, and how its day is known."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from archive.models.statement import dated_by
from timeline.quoting.said import Outlet, Said


class Voice(NamedTuple):
    """Who spoke; `roles` as they are printed in the reports, those first that most have."""

    slug: str
    name: str
    roles: tuple[str, ...]


class Report(NamedTuple):
    outlet: Outlet
    statements: int


class Day(NamedTuple):
    """What dated the statements, in everyday words, and how many of them."""

    words: str
    statements: int


def voices_of(rows: Sequence[Said]) -> list[Voice]:
    """Those first who are quoted most."""
    counted: Counter[tuple[str, str]] = Counter()
    roles: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        for voice, printed in zip(row.entry.voices, row.shown["speakers"], strict=True):
            known = voice.slug, voice.name
            counted[known] += 1
            roles.setdefault(known, Counter()).update(filter(None, [printed["role"] or voice.role]))
    return [Voice(*known, tuple(role for role, _count in roles[known].most_common())) for known, _count in counted.most_common()]


def reports_of(rows: Sequence[Said]) -> list[Report]:
    """Those outlets first of which the most statements are."""
    return [Report(*counted) for counted in Counter(row.outlet for row in rows).most_common()]


def days_of(rows: Sequence[Said]) -> list[Day]:
    counted = Counter(words for row in rows if (words := dated_by(row.shown["said_rule"])))
    return [Day(words, count) for words, count in counted.most_common()]
