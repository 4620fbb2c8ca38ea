"""Reads what stands around a core: "end of", "since", "around", "from … to …", and whether a loose core is a date at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from archive.extraction.dates import civil
from archive.extraction.dates.core import Core, Step, Value
from archive.extraction.dates.narrative import FINE, MOVED, Trail, counted, tells_of_another_time
from archive.extraction.dates.parts import part_of
from archive.extraction.dates.ranges import first_year, last_year, range_of
from archive.extraction.text.faults import attempt

REACH = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of one language. Each pattern is matched at the end of the few characters before a core, and so ends in `$`.

    `part` has the group "part" (words of PARTS); `relation` one of the groups of RELATIONS; `company` is what makes a bare year a date
    (with the group "own" after an article: "his 1995 book"), and so does `named_by` behind it, or `leads` at the head of a sentence;
    `after`, `people` and `noun` show that it counts things; `joins` is what stands between the two ends of a range; `counted` is
    "two days before", with a group for each unit and the group "back", and `number_of` tells what its number means.
    """

    part: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]
    relation: re.Pattern[str]
    company: re.Pattern[str]
    named_by: re.Pattern[str]
    leads: re.Pattern[str]
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


def composed(text: str, cores: list[Core], words: Surroundings, reference: datetime.date | None) -> list[Dated]:
    """The cores with what stands around them, in order; each may count from the one told before."""
    trail = Trail(text, tells_of_another_time(cores, reference))
    found: list[Dated] = []
    at = 0
    unread: tuple[list[Dated], int] = [], 1
    while at < len(cores):
        read, taken = attempt("A date", partial(_next, text, cores[at : at + 2], trail, words), unread, rule=cores[at].rule)
        found += read
        at += taken
    return found


def _next(text: str, cores: list[Core], trail: Trail, words: Surroundings) -> tuple[list[Dated], int]:
    """The first of the cores with what stands around it, or both as the ends of one range; and how many cores that took."""
    core = _ready(text, cores[0], trail, words)
    following = _ready(text, cores[1], trail, words) if core and len(cores) > 1 else None
    core = _in_year_of_next(text, core, following) if core and following else core
    joined = _joined(text, core, following, words) if core and following else []
    alone = _related(text, core, words) if core and not joined else None
    read = joined or ([alone] if alone else [])
    for dated, told in zip(read, (core, following), strict=False):
        if told:
            _tell(trail, dated, told)
    return read, 2 if joined else 1


LISTED = re.compile(r",?\s(?:and|or|и|или|та|або|чи|й|і|ці)\s(?:in\s|on\s|в\s|у\s)?|,\s|\s?[-–—]\s?")


def _in_year_of_next(text: str, core: Core, following: Core) -> Core:
    """ "In March and April 2020" gives the year once for both."""
    first, second = core.value, following.value
    if not first.yearless or not second.stated or first.kind != second.kind or not LISTED.fullmatch(text, core.end, following.start):
        return core
    year, edtf = second.edtf[0][:4], first.edtf[0]
    if "/" in edtf or not year.isdigit():
        return core
    moved = year + edtf[4:] if edtf[4:] <= second.edtf[0][4:] else f"{int(year) - 1:04}{edtf[4:]}"
    return (
        replace(core, value=replace(first, edtf=(moved,)), rule=f"{core.rule}, in the year told after")
        if civil.first_and_last(moved)
        else core
    )


def _ready(text: str, core: Core, trail: Trail, words: Surroundings) -> Core | None:
    """What only looks like a date is none, and so is what waits for a date told before where there is none."""
    read = trail.read(core) if core.value.edtf or core.value.step else None
    return _counted(text, _with_part(text, read, words), words) if read else None


def _tell(trail: Trail, dated: Dated, core: Core) -> None:
    edtf = dated.readings[0] if ".." not in dated.readings[0] else core.value.edtf[0]
    if len(dated.readings) == 1 and edtf:
        trail.add(dated.start, dated.end, edtf, replace(core.value, stated=core.value.stated or MOVED in core.rule))


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


# A word, no dash, between two days of a month.
HEAD = re.compile(r"(?:^|[.!?…\n][\"”’»)]{0,2}\s{0,2})$")
FROM_TO = re.compile(r"\d\s{1,2}(?:по|па|до|да|to|through|until)\s{1,2}\d")
UNITS = ("day", "week", "month", "year")


def _joined(text: str, first: Core, second: Core, words: Surroundings) -> list[Dated]:
    """Two cores with "to" between them, or with "and" after "between", are one range.

    A dash makes one expression of them. Where a word stands between, they are two dates, the bounds of the range. The second has the
    whole range for its value where the two aren't complete one by one, or where "From 2014 to 2021" opens the sentence that it frames.
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
    if first.value.loose and not first.value.stated:
        return []
    value = range_of(first.value, second.value)
    rule = f"from {first.rule} to {second.rule}"
    if value is None:
        return []
    if between["dash"]:
        return [Dated(first.start, second.end, (value,), rule)]
    begins, closes = _bounds(first.value, second.value, value)
    years = first.value.kind == second.value.kind == "year"
    framing = years and opened is not None and (opened["frame"] or "")[:1].isupper() and bool(HEAD.search(before[: opened.start()]))
    whole = framing or _in_common(text, first, second)
    second_value, second_rule = (value, rule) if whole else (closes, f"{second.rule}, end")
    return [
        Dated(first.start, first.end, (begins,), f"{first.rule}, beginning"),
        Dated(second.start, second.end, (second_value,), second_rule),
    ]


def _bounds(first: Value, second: Value, value: str) -> tuple[str, str]:
    """What each end says for itself; two weekdays were read as a pair."""
    start, end = value.split("/")
    return (first.edtf[0] if first.stated else start), (end if second.kind == "day" and not second.stated else second.edtf[0])


def _in_common(text: str, first: Core, second: Core) -> bool:
    """A year, or the word "year", is said once for both: "from May to June 2020"."""
    if not first.value.stated and second.value.stated:
        return True
    return text[first.start : first.end].isdigit() and text[second.start].isdigit() and not text[second.start : second.end].isdigit()


def _related(text: str, core: Core, words: Surroundings) -> Dated | None:
    before = text[max(0, core.start - REACH) : core.start]
    match = words.relation.search(before)
    name = match.lastgroup if match else None
    if core.value.loose and not _in_company(text, core, name, before, words):
        return None
    readings = tuple(related(edtf, name, core.value.kind) for edtf in core.value.edtf) if name else core.value.edtf
    if name == "since" and core.value.kind == "span" and FROM_TO.search(text, core.start, core.end):
        readings = core.value.edtf  # "from the 9th to the 16th" has its end
    changed = readings != core.value.edtf
    start = core.start - len(before) + match.start() if match and changed else core.start
    return Dated(start, core.end, readings, f"{core.rule}, {name}" if changed else core.rule)


def related(edtf: str, relation: str, kind: str) -> str:
    first, last = edtf.split("/", maxsplit=1)[0], edtf.rsplit("/", maxsplit=1)[-1]
    if (relation == "after" and kind == "day") or kind in ("week", "open"):
        return edtf
    if relation in ("until", "before"):
        return f"../{_last_day(edtf) if kind == 'end' else first_year(last) if relation == 'before' else last_year(last)}"
    if relation in ("since", "after"):
        rough = (kind == "span" and len(first) == 4) or "X" in first
        return f"{_coarse_start(first_year(first), '~' if rough else '')}/.."
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
    leads = words.leads.match(text, core.end) and HEAD.search(before) and not core.value.edtf[0].endswith("00")
    if words.named_by.match(text, core.end) or leads:
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
