"""Reads what stands around a core: "end of", "since", "around", "from … to …", and whether a loose core is a date at all."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import partial

from archive.extraction.dates import civil
from archive.extraction.dates.company import IN_COMPANY, bare_year
from archive.extraction.dates.core import Core, Distance, Meaning
from archive.extraction.dates.joining import joined
from archive.extraction.dates.narrative import FINE, MOVED, Trail, counted, tells_of_another_time
from archive.extraction.dates.parts import part_of
from archive.extraction.dates.relations import related
from archive.extraction.dates.surroundings import REACH, Dated, Surroundings
from archive.extraction.text.faults import attempt

STARTS_WITH_IN = re.compile(r"[Ii]n\s")  # "will end | in six months"
TOLD_AFTER = "in the year told after"
UNITS = ("day", "week", "month", "year")


def composed(text: str, cores: list[Core], words: Surroundings, reference: datetime.date | None) -> list[Dated]:
    """The cores with what stands around them, in order; each may count from the one told before."""
    cores = _in_years_told_after(text, cores, words)
    trail = Trail(text, words, tells_of_another_time(cores, reference))
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
    if core is None:
        return [], 1
    following = _ready(text, cores[1], trail, words) if len(cores) > 1 else None
    if following:
        both = joined(text, core, following, words)
        for dated, told in zip(both, (core, following), strict=False):
            _tell(trail, dated, told)
        if both:
            return both, 2
    alone = _related(text, core, words)
    if alone:
        _tell(trail, alone, core)
    return [alone] if alone else [], 1


def _in_years_told_after(text: str, cores: list[Core], words: Surroundings) -> list[Core]:
    """ "In January, March and April 2020" gives the year once for all."""
    read = cores[-1:]
    for core in reversed(cores[:-1]):
        read.append(_in_year_of_next(text, core, read[-1], words))
    return read[::-1]


def _in_year_of_next(text: str, core: Core, following: Core, words: Surroundings) -> Core:
    first, second = core.value, following.value
    stated = second.edtf and (second.stated or following.rule.endswith(TOLD_AFTER))
    if not (first.yearless and stated) or first.kind != second.kind or not words.listed.fullmatch(text, core.end, following.start):
        return core
    year, edtf = second.edtf[0][:4], first.edtf[0]
    if "/" in edtf or not year.isdigit():
        return core
    moved = year + edtf[4:] if edtf[4:] <= second.edtf[0][4:] else f"{int(year) - 1:04}{edtf[4:]}"
    return (
        replace(core, value=replace(first, edtf=(moved,), yearless=False), rule=f"{core.rule}, {TOLD_AFTER}")
        if civil.first_and_last(moved)
        else core
    )


def _ready(text: str, core: Core, trail: Trail, words: Surroundings) -> Core | None:
    """What only looks like a date is none, and so is what waits for a date told before where there is none."""
    read = trail.read(core) if core.value.edtf or core.value.step else None
    return _counted(text, _with_part(text, read, words), words) if read else None


def _tell(trail: Trail, dated: Dated, core: Core) -> None:
    """What goes on since then begins no story, so its year is not that of the next date."""
    edtf = dated.readings[0] if ".." not in dated.readings[0] else core.value.edtf[0]
    kind = "open" if dated.readings[0].endswith("/..") and core.value.kind != "year" else core.value.kind
    if len(dated.readings) == 1 and edtf:
        trail.add(dated.start, dated.end, edtf, replace(core.value, kind=kind, stated=core.value.stated or MOVED in core.rule))


def _with_part(text: str, core: Core, words: Surroundings) -> Core:
    if len(core.value.edtf) > 1 or STARTS_WITH_IN.match(text, core.start):
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
    match = words.counted.search(before)
    if match is None or core.value.loose or len(core.value.edtf) > 1:
        return core
    way, sign = ("before", -1) if match["back"] else ("after", 1)
    unit = next((unit for unit in UNITS if match[unit]), "")
    moved = _moved(core.value.edtf[0], Distance(unit, sign * words.number_of(match["n"] or "1"))) if unit else None
    start = core.start - len(before) + match.start()
    return Core(start, core.end, Meaning(unit, (moved,), stated=False), f"{core.rule}, so long {way}") if moved else core


def _moved(edtf: str, step: Distance) -> str | None:
    """So far on from a date that is as fine as the unit."""
    days = civil.first_and_last(edtf)
    return counted(edtf, days, step) if days and step.count and (days[1] - days[0]).days < FINE[step.unit] else None


def _related(text: str, core: Core, words: Surroundings) -> Dated | None:
    before = text[max(0, core.start - REACH) : core.start]
    match = words.relation.search(before)
    name = match.lastgroup if match else None
    if core.value.loose and not IN_COMPANY(bare_year(text, core, name, before, words)):
        return None
    readings = tuple(related(edtf, name, core.value.kind) for edtf in core.value.edtf) if name else core.value.edtf
    if name == "since" and core.value.kind == "span" and words.from_to.search(text, core.start, core.end):
        readings = core.value.edtf  # "from the 9th to the 16th" has its end
    changed = readings != core.value.edtf
    start = core.start - len(before) + match.start() if match and changed else core.start
    return Dated(start, core.end, readings, f"{core.rule}, {name}" if changed else core.rule)
