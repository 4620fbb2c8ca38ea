"""Reads what stands around a core: "end of", "since", "around", "from … to …", and whether a loose core is a date at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from archive.extraction.dates import civil
from archive.extraction.dates.core import Core, Step, Value
from archive.extraction.dates.narrative import FINE, Trail, counted

REACH = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of one language. Each pattern is matched at the end of the few characters before a core, and so ends in `$`.

    `part` has the group "part" (words of PARTS); `relation` one of the groups of RELATIONS; `company` is what makes a bare year a date
    (with the group "own" after an article: "his 1995 book"), and so does `named_by` behind it; `after`, `people` and `noun` show that it
    counts things; `joins` is what stands between the two ends of a range; `counted` is "two days before",
    with a group for each unit and the group "back", and `number_of` tells what its number means.
    """

    part: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]
    relation: re.Pattern[str]
    company: re.Pattern[str]
    named_by: re.Pattern[str]
    people: re.Pattern[str]
    after: re.Pattern[str]
    noun: re.Pattern[str]
    joins: re.Pattern[str]
    opens: re.Pattern[str]
    counted: re.Pattern[str]
    number_of: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Dated:
    """A finished date expression."""

    start: int
    end: int
    readings: tuple[str, ...]
    rule: str


def composed(text: str, cores: list[Core], words: Surroundings) -> list[Dated]:
    """The cores with what stands around them, in order; each may count from the one told before."""
    trail = Trail(text)
    found: list[Dated] = []
    at = 0
    while at < len(cores):
        core = _ready(text, cores[at], trail, words)
        following = _ready(text, cores[at + 1], trail, words) if core and at + 1 < len(cores) else None
        joined = _joined(text, core, following, words) if core and following else []
        alone = _related(text, core, words) if core and not joined else None
        read = joined or ([alone] if alone else [])
        found += read
        for dated, told in zip(read, (core, following), strict=False):
            if told:
                _tell(trail, dated, told)
        at += 2 if joined else 1
    return found


def _ready(text: str, core: Core, trail: Trail, words: Surroundings) -> Core | None:
    """What only looks like a date is none, and so is what waits for a date told before where there is none."""
    read = trail.read(core) if core.value.edtf or core.value.step else None
    return _counted(text, _with_part(text, read, words), words) if read else None


def _tell(trail: Trail, dated: Dated, core: Core) -> None:
    edtf = dated.readings[0] if ".." not in dated.readings[0] else core.value.edtf[0]
    if len(dated.readings) == 1 and edtf:
        trail.add(dated.start, dated.end, edtf, core.value)


def _with_part(text: str, core: Core, words: Surroundings) -> Core:
    if len(core.value.edtf) > 1:
        return core
    before = text[max(0, core.start - REACH) : core.start]
    match = words.part.search(before)
    if not match:
        return core
    part = _named_part(match, words)
    value = part_of(core.value, part)
    start = core.start - len(before) + match.start()
    return Core(start, core.end, value, f"{core.rule}, {part}") if value else core


def _named_part(match: re.Match[str], words: Surroundings) -> str:
    if match["months"]:
        return f"{'last' if match['final'] else 'first'} {words.number_of(match['months'])}"
    return next((name for pattern, name in words.parts if re.fullmatch(pattern, match["part"].lower())), "none")


def _counted(text: str, core: Core, words: Surroundings) -> Core:
    """ "Two days before Christmas": the words before the core move it."""
    before = text[max(0, core.start - REACH) : core.start]
    match = None if core.value.loose or len(core.value.edtf) > 1 else words.counted.search(before)
    days = civil.first_and_last(core.value.edtf[0]) if match else None
    unit = next((unit for unit in UNITS if match[unit]), None) if match else None
    if match is None or days is None or unit is None or (days[1] - days[0]).days >= FINE[unit]:
        return core
    count = words.number_of(match["n"] or "1") * (-1 if match["back"] else 1)
    moved = counted(core.value.edtf[0], days, Step(unit, count)) if count else None
    start = core.start - len(before) + match.start()
    way = "before" if match["back"] else "after"
    return Core(start, core.end, Value(unit, (moved,), stated=False), f"{core.rule}, so long {way}") if moved else core


UNITS = ("day", "week", "month", "year")


def part_of(value: Value, part: str) -> Value | None:
    """The early, middle or late part of a month, year, decade or century; its halves, quarters and first or last months."""
    edtf = value.edtf[0]
    if value.kind == "year":
        return _part_of_year(value, part)
    if value.kind == "month":
        kind = "end" if part == "end" else "month"
        return replace(value, kind=kind, edtf=(f"{edtf}~",), loose=False) if part in PLAIN_PARTS else None
    if value.kind == "season":
        return replace(value, edtf=(f"{edtf}~",)) if part in PLAIN_PARTS and "~" not in edtf else None
    if value.kind == "decade":
        years = DECADE_PARTS.get(part)
        return replace(value, kind="span", edtf=(f"{edtf[:3]}{years[0]}/{edtf[:3]}{years[1]}",), loose=False) if years else None
    if value.kind == "century" and part in CENTURY_PARTS:
        first, last = CENTURY_PARTS[part]
        return replace(value, kind="span", edtf=(f"{int(edtf[:2]) * 100 + first}~/{int(edtf[:2]) * 100 + last}~",), loose=False)
    if value.kind == "day":
        return value if part in ("early", "late") else None
    return replace(value, kind="end" if part == "end" else value.kind, loose=False) if value.kind == "week" else None


def _part_of_year(value: Value, part: str) -> Value | None:
    edtf = value.edtf[0]
    if part == "end":
        return replace(value, kind="end", edtf=(f"{edtf}-12~",), loose=False)
    months = YEAR_PARTS.get(part) or _counted_months(part)
    return replace(value, kind="span", edtf=(f"{edtf}-{months[0]:02}/{edtf}-{months[1]:02}",), loose=False) if months else None


def _counted_months(part: str) -> tuple[int, int] | None:
    """ "first 9" are the months January to September, "last 3" those from October."""
    which, _, number = part.partition(" ")
    if not number.isdigit() or not 1 < int(number) < 12:
        return None
    return (1, int(number)) if which == "first" else (13 - int(number), 12)


PLAIN_PARTS = ("early", "late", "middle", "beginning", "end")
YEAR_PARTS = {
    "early": (1, 3), "beginning": (1, 3), "middle": (5, 8), "late": (10, 12), "first half": (1, 6), "second half": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
}  # fmt: skip
DECADE_PARTS = {
    "early": (0, 3), "beginning": (0, 3), "middle": (4, 6), "late": (7, 9), "end": (7, 9), "first half": (0, 4), "second half": (5, 9),
}  # fmt: skip
CENTURY_PARTS = {
    "early": (1, 33), "beginning": (1, 33), "middle": (34, 66), "late": (67, 100), "end": (67, 100), "first half": (1, 50),
    "second half": (51, 100),
}  # fmt: skip


def _joined(text: str, first: Core, second: Core, words: Surroundings) -> list[Dated]:
    """Two cores with "to" between them, or with "and" after "between", are one range.

    A dash makes one expression of them. Where a word stands between, they are two: the first is where the range begins, and the second,
    which closes it, has the whole range for its value.
    """
    if len(first.value.edtf) > 1 or len(second.value.edtf) > 1 or second.start - first.end > 24:
        return []
    between = words.joins.fullmatch(text, first.end, second.start)
    if not between:
        return []
    before = text[max(0, first.start - 24) : first.start]
    opened = words.opens.search(before)
    if between["and"] and not (opened and opened["between"]):
        return []
    if (first.value.loose or second.value.loose) and not opened and not words.company.search(before):
        return []
    value = _range(first.value, second.value)
    rule = f"from {first.rule} to {second.rule}"
    if value is None:
        return []
    if between["dash"]:
        return [Dated(first.start, second.end, (value,), rule)]
    begins = first.value.edtf[0] if first.value.stated else value.split("/")[0]
    return [Dated(first.start, first.end, (begins,), f"{first.rule}, beginning"), Dated(second.start, second.end, (value,), rule)]


def _range(first: Value, second: Value) -> str | None:
    start, end = _first_year(first.edtf[0].split("/")[0]), _last_year(second.edtf[0].split("/")[-1])
    if not first.stated and second.stated and first.kind == second.kind and first.kind in ("day", "month"):
        start = end[:4] + start[4:]
        if start > end:
            start = f"{int(end[:4]) - 1:04}{start[4:]}"
    if start > end and first.kind == second.kind == "day" and not (first.stated or second.stated):
        start, end = _within_a_week(start, end, ahead=first.ahead)
    return f"{start}/{end}" if start < end else None


def _within_a_week(start: str, end: str, *, ahead: bool) -> tuple[str, str]:
    """From one weekday to another: the second follows the first. Both were read one by one, so a week may lie between."""
    first, last = datetime.date.fromisoformat(start[:10]), datetime.date.fromisoformat(end[:10])
    if (first - last).days >= 7:
        return start, end
    return (start, civil.shifted(last, 7)) if ahead else (civil.shifted(first, -7), end)


def _first_year(edtf: str) -> str:
    """The end of an interval is whole years: a decade begins with its first, a century with the year one."""
    return f"{edtf[:2]}01" if edtf.startswith("XX", 2) else edtf.replace("X", "0")


def _last_year(edtf: str) -> str:
    return f"{int(edtf[:2]) + 1:02}00" if edtf.startswith("XX", 2) else edtf.replace("X", "9")


def _related(text: str, core: Core, words: Surroundings) -> Dated | None:
    before = text[max(0, core.start - REACH) : core.start]
    match = words.relation.search(before)
    name = match.lastgroup if match else None
    if core.value.loose and not _in_company(text, core, name, before, words):
        return None
    readings = tuple(related(edtf, name, core.value.kind) for edtf in core.value.edtf) if name else core.value.edtf
    changed = readings != core.value.edtf
    start = core.start - len(before) + match.start() if match and changed else core.start
    return Dated(start, core.end, readings, f"{core.rule}, {name}" if changed else core.rule)


def related(edtf: str, relation: str, kind: str) -> str:
    first, last = edtf.split("/", maxsplit=1)[0], edtf.rsplit("/", maxsplit=1)[-1]
    if (relation == "after" and kind == "day") or kind in ("week", "open"):
        return edtf
    if relation in ("until", "before"):
        return f"../{_last_day(edtf) if kind == 'end' else _first_year(last) if relation == 'before' else _last_year(last)}"
    if relation in ("since", "after"):
        rough = (kind == "span" and len(first) == 4) or "X" in first
        return f"{_coarse_start(_first_year(first), '~' if rough else '')}/.."
    mark = "?" if relation == "perhaps" else "~"
    return edtf if "/" in edtf or edtf.endswith(("~", "?")) else edtf + mark


def _last_day(edtf: str) -> str:
    """ "By the end of May" is over with the last day of May."""
    days = civil.first_and_last(edtf)
    return days[1].isoformat() if days else edtf


def _coarse_start(edtf: str, mark: str) -> str:
    return edtf if not mark or edtf.endswith("~") else edtf + mark


def _in_company(text: str, core: Core, relation: str | None, before: str, words: Surroundings) -> bool:
    """A bare year is a date beside a word that asks for one, and never before what it could count."""
    if core.value.kind != "year" or not core.value.stated:
        return False
    company = words.company.search(before)
    if words.named_by.match(text, core.end):
        return True
    if not company and not relation:
        return False
    counted = words.after.match(text, core.end)
    if company and company["own"]:
        return not core.value.edtf[0].endswith("00") and not (counted and (counted["unit"] or words.people.match(text, core.end)))
    if company and not company["sure"] and not company["named"] and words.noun.match(text, core.end):
        return False
    if not counted:
        return relation != "around" or not core.value.edtf[0].endswith("00") or bool(company)
    return bool(company and company["sure"] and not counted["unit"])
