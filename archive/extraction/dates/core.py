"""The registry of date rules and what a rule gives: a core, the innermost part of a date expression.

A rule is a name, a pattern and a reader. Patterns run over untrusted text, so each has bounded repeats alone (a test measures every
one that is registered). What stands around a core, such as "end of" or "since", is read by `compose`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

from archive.extraction.text.faults import attempt

# White space within an expression: a few blanks or one line break.
S = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
YEAR = r"(?:1[0-9]|20|21)\d\d"
DASH = r"[-–—‑]"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a core means. `kind` is day, month, year, decade, century, season, week, span, open, end (of a month or year), or none for what
    only looks like a date.

    `edtf` has several items where it is ambiguous. `loose` cores are dates only in company (a bare year, "the year"); `stated` tells that
    the text gives the year itself; `yearless` that the year may be that of a date told beside it. `step` leads there from the date told
    before ("two days later"); `edtf` is then what holds where there is none, or empty.
    `ahead` tells that it was sought in the future.
    """

    kind: str
    edtf: tuple[str, ...]
    loose: bool = False
    stated: bool = True
    yearless: bool = False
    step: Distance | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units on from another date. `number` is the weekday, month or season that is named; `within` closes a year: "-06".

    `least` are the days that the other date spans at least.
    """

    unit: str
    count: int
    number: int = 0
    within: str = ""
    least: int = 0


@dataclass(frozen=True, slots=True)
class Core:
    start: int
    end: int
    value: Meaning
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader may ask: the whole text, the document's own day and in which direction the clause looks from there."""

    text: str
    reference: datetime.date | None
    direction: Callable[[int, int], int]


Place: TypeAlias = tuple[int, int]
Reader: TypeAlias = Callable[["re.Match[str]", Setting], "Meaning | None"]
# Of a match that holds several dates, with the place of each.
Lister: TypeAlias = Callable[["re.Match[str]", Setting], "list[tuple[Place, Meaning]]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs` are pieces of words of which the text must have one ("_" is a blank): looking for them first costs next to nothing."""

    name: str
    pattern: re.Pattern[str]
    read: Lister
    needs: tuple[str, ...] = ()


Matched: TypeAlias = tuple[Rule, "re.Match[str]"]


@dataclass(slots=True)
class DateGrammar:
    """The rules of one language and the words that stand around its cores."""

    rules: list[Rule] = field(default_factory=list)

    def rule(self, name: str, pattern: str, needs: str = "") -> Callable[[Reader], Reader]:
        def register(read: Reader) -> Reader:
            def read_one(match: re.Match[str], setting: Setting) -> list[tuple[Place, Meaning]]:
                value = read(match, setting)
                return [(span_of(match), value)] if value else []

            self.several(name, pattern, needs)(read_one)
            return read

        return register

    def several(self, name: str, pattern: str, needs: str = "") -> Callable[[Lister], Lister]:
        """A rule that finds several dates at once."""

        def register(read: Lister) -> Lister:
            self.rules.append(Rule(name, re.compile(pattern), read, tuple(piece.replace("_", " ") for piece in needs.split())))
            return read

        return register


def matches_of(rules: list[Rule], text: str) -> list[Matched]:
    """Where the patterns of the rules fit. What a match means hangs on the document's day too."""
    heard = (rule for rule in rules if not rule.needs or any(piece in text for piece in rule.needs))
    return [(rule, match) for rule in heard for match in rule.pattern.finditer(text)]


def cores_of(matches: list[Matched], setting: Setting) -> list[Core]:
    """The cores that the rules read there, the longest where they overlap, and of two of one length that which needs no company."""
    found: list[Core] = []
    none: list[tuple[Place, Meaning]] = []
    for rule, match in matches:
        read = attempt("A date", partial(rule.read, match, setting), none, rule=rule.name)
        found += [Core(*place, value, rule.name) for place, value in read]
    found.sort(key=lambda core: (core.start - core.end, core.value.loose, core.start))
    return without_overlaps(found)


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """A pattern may look at more than the date; then the group "date" is the date."""
    return match.span("date") if "date" in match.re.groupindex else match.span()


def without_overlaps(cores: list[Core]) -> list[Core]:
    """Of overlapping cores the first in the list stays. The result is in order of the text."""
    kept: dict[int, Core] = {}
    taken: set[int] = set()
    for core in cores:
        cells = range(core.start, core.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept[core.start] = core
    return [kept[start] for start in sorted(kept)]


def single(kind: str, edtf: str | None, *, loose: bool = False, stated: bool = True) -> Meaning | None:
    return Meaning(kind, (edtf,), loose, stated) if edtf else None


def day_or_none(edtf: str | None) -> Meaning:
    """A day, or nothing where the calendar has none such: "31 April 2023" tells no month either."""
    return single("day", edtf) or Meaning("none", ())


def yearless(kind: str, edtf: str | None, *, ahead: bool, loose: bool = False) -> Meaning | None:
    """A date whose year the text leaves out; `ahead` tells that it was sought after the document's day."""
    return Meaning(kind, (edtf,), loose, stated=False, yearless=True, ahead=ahead) if edtf else None
