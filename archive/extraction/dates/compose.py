"""Reads what stands around a core: "end of", "since", "around", "from … to …", and whether a loose core is a date at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive.extraction.dates.core import Core, Value

REACH = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of one language. Each pattern is matched at the end of the few characters before a core, and so ends in `$`.

    `part` has the group "part" (words of PARTS); `relation` one of the groups of RELATIONS; `company` is what makes a bare year a date,
    `after` and `noun` what shows that it counts things; `joins` is what stands between the two ends of a range.
    """

    part: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]
    relation: re.Pattern[str]
    company: re.Pattern[str]
    after: re.Pattern[str]
    noun: re.Pattern[str]
    joins: re.Pattern[str]
    opens: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A finished date expression."""

    start: int
    end: int
    readings: tuple[str, ...]
    rule: str


def composed(text: str, cores: list[Core], words: Surroundings) -> list[Dated]:
    parts = [_with_part(text, core, words) for core in cores]
    found: list[Dated] = []
    at = 0
    while at < len(parts):
        core = parts[at]
        following = parts[at + 1] if at + 1 < len(parts) else None
        joined = following and _joined(text, core, following, words)
        if joined:
            found.append(joined)
            at += 2
            continue
        dated = _related(text, core, words)
        if dated:
            found.append(dated)
        at += 1
    return found


def _with_part(text: str, core: Core, words: Surroundings) -> Core:
    if len(core.value.edtf) > 1:
        return core
    before = text[max(0, core.start - REACH) : core.start]
    match = words.part.search(before)
    if not match:
        return core
    part = next(name for pattern, name in words.parts if re.fullmatch(pattern, match["part"].lower()))
    value = part_of(core.value, part)
    start = core.start - len(before) + match.start()
    return Core(start, core.end, value, f"{core.rule}, {part}") if value else core


def part_of(value: Value, part: str) -> Value | None:
    """The early, middle or late part of a month, year, decade or century; its halves and quarters."""
    edtf = value.edtf[0]
    if value.kind == "year":
        months = YEAR_PARTS.get(part)
        if part == "end":
            return replace(value, kind="month", edtf=(f"{edtf}-12~",), loose=False)
        return replace(value, kind="span", edtf=(f"{edtf}-{months[0]:02}/{edtf}-{months[1]:02}",), loose=False) if months else None
    if value.kind == "month":
        return replace(value, edtf=(f"{edtf}~",), loose=False)
    if value.kind == "decade":
        years = DECADE_PARTS.get(part)
        return replace(value, kind="span", edtf=(f"{edtf[:3]}{years[0]}/{edtf[:3]}{years[1]}",), loose=False) if years else None
    if value.kind == "century" and part in CENTURY_PARTS:
        first, last = CENTURY_PARTS[part]
        return replace(value, kind="span", edtf=(f"{int(edtf[:2]) * 100 + first}~/{int(edtf[:2]) * 100 + last}~",), loose=False)
    return replace(value, loose=False) if value.kind == "week" else None


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


def _joined(text: str, first: Core, second: Core, words: Surroundings) -> Dated | None:
    """Two cores with "to" between them, or with "and" after "between", are one range."""
    if len(first.value.edtf) > 1 or len(second.value.edtf) > 1 or second.start - first.end > 24:
        return None
    between = words.joins.fullmatch(text, first.end, second.start)
    if not between:
        return None
    before = text[max(0, first.start - 24) : first.start]
    opened = words.opens.search(before)
    if between["and"] and not (opened and opened["between"]):
        return None
    if (first.value.loose or second.value.loose) and not opened and not words.company.search(before):
        return None
    value = _range(first.value, second.value)
    return Dated(first.start, second.end, (value,), f"from {first.rule} to {second.rule}") if value else None


def _range(first: Value, second: Value) -> str | None:
    start, end = first.edtf[0].split("/")[0], second.edtf[0].split("/")[-1]
    if not first.stated and second.stated and first.kind == second.kind and first.kind in ("day", "month"):
        start = end[:4] + start[4:]
        if start > end:
            start = f"{int(end[:4]) - 1:04}{start[4:]}"
    return f"{start}/{end}" if start.replace("X", "0") < end.replace("X", "9") else None


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
    if (relation == "after" and kind == "day") or kind == "week":
        return edtf
    if relation in ("since", "after"):
        return f"{_coarse_start(first, '~' if kind == 'span' and 'X' not in edtf and len(first) == 4 else '')}/.."
    if relation in ("until", "before"):
        return f"../{last}"
    mark = "?" if relation == "perhaps" else "~"
    return edtf if "/" in edtf or edtf.endswith(("~", "?")) else edtf + mark


def _coarse_start(edtf: str, mark: str) -> str:
    return edtf if not mark or edtf.endswith("~") else edtf + mark


def _in_company(text: str, core: Core, relation: str | None, before: str, words: Surroundings) -> bool:
    """A bare year is a date beside a word that asks for one, and never before what it could count."""
    if core.value.kind != "year" or not core.value.stated:
        return False
    company = words.company.search(before)
    if not company and not relation:
        return False
    counted = words.after.match(text, core.end)
    if company and not company["sure"] and not company["named"] and not company["the"] and words.noun.match(text, core.end):
        return False
    if not counted:
        return relation != "around" or not core.value.edtf[0].endswith("00") or bool(company)
    return bool(company and company["sure"] and not counted["unit"])
