"""Follows the dates of a text in order, and reads those that count from the one told before: "two days later", "that year"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace

from archive.extraction.dates import civil
from archive.extraction.dates.core import Core, Distance, Meaning
from archive.extraction.dates.surroundings import Surroundings

# How far back a date may lie that "two days later" counts from, and how many dates are tried.
REACH = 1000
TRIED = 6
# A text tells of another time when it dates so many days by their year, all more years than this before the document.
TOLD_AT_LEAST, YEARS_AWAY = 2, 3
FINE = {
    "day": 1,
    "weekday": 1,
    "week": 8,
    "month": 31,
    "named month": 92,
    "quarter": 92,
    "season": 366,
    "year": 366,
    "period": 366,
    "decade": 3660,
}
SENTENCE = re.compile(r"[.!?…][\"”’»)]{0,2}\s|\n")
STILL_REACH, APART_REACH = 60, 30  # characters before a date
HEAD = 14
RIGHT_BEHIND = re.compile(r",?\s(?:\w{1,9}\s){1,2}")
FINELY = ("day", "month", "season")
THE_UNIT, PERIOD = "the week, month or year", "same period of the year before"  # rules
MOVED = "in the year told before"
YEARLY = re.compile(r"\d{4}")
MONTHLY = re.compile(r"\d{4}-\d\d(?:-\d\d)?~?(?:/\d{4}-\d\d(?:-\d\d)?~?)?")


@dataclass(slots=True)
class Trail:
    """The dates told so far, as place, value and kind; `compared` are the places of those that another was compared with.

    `afar`: the text is of another time than the document's, so that what it leaves out is to be had from the dates told before.
    """

    text: str
    words: Surroundings
    afar: bool = False
    told: list[tuple[int, int, str, Meaning]] = field(default_factory=list)
    compared: set[int] = field(default_factory=set)

    def add(self, start: int, end: int, edtf: str, value: Meaning) -> None:
        self.told.append((start, end, edtf, value))
        del self.told[:-TRIED]

    def read(self, core: Core) -> Core | None:
        """The core with its value, counted from a date told before where it asks for one; None where nothing tells from where."""
        step = core.value.step or self._unit_of_the_story(core)
        if step:
            if step.unit == "period":
                self.compared.add(core.start)
            edtf = self._counted(core, step) or (core.value.edtf[0] if core.value.edtf else None)
            return replace(core, value=replace(core.value, edtf=(edtf,), kind=_kind(edtf), step=None)) if edtf else None
        return self._in_year_of_before(core) if core.value.yearless and (self.afar or not core.value.ahead) else core

    def _unit_of_the_story(self, core: Core) -> Distance | None:
        """ "By the end of the year" tells of the year told before, where that is another than the document's."""
        if core.rule != THE_UNIT or core.value.kind not in ("month", "year") or not self.told:
            return None
        start, end, edtf, value = self.told[-1]
        is_away = edtf[:4].isdigit() and int(edtf[:4]) < int(core.value.edtf[0][:4]) - 1
        goes_on = is_away and self._gives_its_year(edtf, value) and self._goes_on(start, end, core)
        return Distance(core.value.kind, 0) if self.afar or goes_on else None

    def _counted(self, core: Core, step: Distance) -> str | None:
        """From the last date that is fine enough; a bare year between is passed over, a month is not."""
        for start, end, edtf, _ in reversed(self.told):
            if core.start - end > REACH:
                return None
            if is_left(self.text, end, core.start):
                continue
            days = civil.first_and_last(edtf)
            if self._is_not_compared(start, edtf, core) or (days and (days[1] - days[0]).days < step.least):
                continue
            if days and (days[1] - days[0]).days < FINE[step.unit]:
                return counted(edtf, days, step)
            if days and (days[1] - days[0]).days < FINE["year"] - 2:
                return None
        return None

    def _is_not_compared(self, start: int, edtf: str, core: Core) -> bool:
        """A period that was compared itself, or one of years ago beside a period of business."""
        if core.value.step is None or core.value.step.unit != "period":
            return False
        is_old = core.rule == PERIOD and bool(core.value.edtf) and edtf[:4].isdigit() and int(edtf[:4]) < int(core.value.edtf[0][:4]) - 1
        return start in self.compared or is_old

    def _in_year_of_before(self, core: Core) -> Core:
        """A day or month without its year, in the story of a date that gave one: "on 3 May 1994 … on 12 June"."""
        last = next((one for one in reversed(self.told) if not is_left(self.text, one[1], core.start)), None)
        if last is None or len(core.value.edtf) != 1:
            return core
        start, end, edtf, value = last
        year = edtf.rsplit("/", maxsplit=1)[-1][:4]
        gives = (self._gives_its_year(edtf, value) or self._frames(start, end, value, core)) and year != core.value.edtf[0][:4]
        moved = "/".join(year + part[4:] for part in core.value.edtf[0].split("/"))
        if not gives or not self._goes_on(start, end, core) or civil.first_and_last(moved) is None:
            return core
        return replace(core, value=replace(core.value, edtf=(moved,)), rule=f"{core.rule}, {MOVED}")

    def _gives_its_year(self, edtf: str, value: Meaning) -> bool:
        """A day or month with its year; where the text is of another time, any date with one."""
        told = value.stated and value.kind in ("day", "month", "span") and MONTHLY.fullmatch(edtf)
        return bool(told or (self.afar and YEARLY.match(edtf)))

    def _frames(self, start: int, end: int, value: Meaning, core: Core) -> bool:
        """ "In 2014, from February to December": a year at the head of the sentence, or right before."""
        if value.kind != "year" or not value.stated or SENTENCE.search(self.text, end, core.start):
            return False
        before = self.text[max(0, start - HEAD - 2) : start]
        asked = self.words.company.search(before) and not self.words.relation.search(before)
        return bool(asked) and (_heads(self.text, start) or RIGHT_BEHIND.fullmatch(self.text, end, core.start) is not None)

    def _goes_on(self, start: int, end: int, core: Core) -> bool:
        return not self.words.still.search(self.text, max(0, core.start - STILL_REACH), core.start) and self._one_story(start, end, core)

    def _one_story(self, start: int, end: int, core: Core) -> bool:
        if self.afar and core.start - end <= REACH:
            return True
        between = self.text[end : core.start]
        if len(between) > REACH // 2 or self.words.apart.search(self.text, max(0, start - APART_REACH), start):
            return False
        breaks = list(SENTENCE.finditer(between))
        return not breaks or (len(breaks) <= 3 and _heads(self.text, start) and len(between) - breaks[-1].end() <= HEAD)


MARKS = re.compile('[“”«»„"]')
OPENING, CLOSING = "“«„", "”»"


def is_left(text: str, end: int, at: int) -> bool:
    """Whether a quotation that a date ending at `end` stands in is closed before `at`: what a reporter tells there is of another time."""
    if at - end > REACH:
        return True
    before = text[text.rfind("\n", max(0, end - REACH), end) + 1 : end]
    last = next((mark[0] for mark in MARKS.finditer(before[::-1])), "")
    straight = before.count('"') % 2 == 1
    depth = 0
    for mark in MARKS.findall(text, end, at):
        if mark == '"':
            if straight:
                return True
        elif mark in CLOSING or (mark == "“" and (depth or last == "„")):
            if depth == 0:
                return True
            depth -= 1
        elif mark in OPENING:
            depth += 1
    return False


def _is_of_today(core: Core) -> bool:
    """ "Today", "Monday", "last year": read beside the document's day."""
    value = core.value
    return not (value.stated or value.yearless or value.loose or value.step)


def tells_of_another_time(cores: list[Core], reference: datetime.date | None) -> bool:
    """The days, months and seasons that the text dates by their year lie years before the document; no "today" or "Monday" is in it."""
    if reference is None:
        return False
    told = [int(core.value.edtf[0][:4]) for core in cores if core.value.stated and core.value.kind in FINELY and core.value.edtf]
    of_today = sum(map(_is_of_today, cores))
    return len(told) >= TOLD_AT_LEAST and max(told) < reference.year - YEARS_AWAY and of_today * 8 <= len(told)


def _heads(text: str, at: int) -> bool:
    """The date stands at the head of its sentence: "On 3 May 1994, …"."""
    before = text[max(0, at - HEAD - 2) : at]
    return at <= HEAD or bool(SENTENCE.search(before))


def _kind(edtf: str) -> str:
    plain = edtf.rstrip("~?")
    if "/" in plain:
        return "span"
    return {4: "decade" if "X" in plain else "year", 7: "season" if plain[5:] > "12" else "month"}.get(len(plain), "day")


def counted(edtf: str, days: tuple[datetime.date, datetime.date], step: Distance) -> str | None:
    """So far from the date: counted forward from its end, back from its beginning, as coarse as the unit."""
    try:
        value = _counted(edtf.rstrip("~?"), days[1] if step.count > 0 else days[0], step)
    except (ValueError, OverflowError):
        return None
    return value if value and civil.first_and_last(value) else None


def _counted(edtf: str, day: datetime.date, step: Distance) -> str | None:
    if step.unit == "day":
        return civil.shifted(day, step.count)
    if step.unit == "weekday":
        return civil.stepped_weekday(day, step.number, step.count)
    if step.unit == "week":
        return civil.week(day, 0) if step.count == 0 else f"{civil.shifted(day, 7 * step.count)}~"
    if step.unit == "month":
        return civil.month(day, step.count)
    if step.unit == "named month":
        return civil.stepped_month(day, step.number, step.count)
    if step.unit == "quarter":
        return civil.quarter(day, step.count)
    if step.unit == "season":
        return civil.stepped_season(day, step.number, step.count)
    if step.unit == "decade":
        return f"{day.year // 10 + step.count}X"
    return _in_year(edtf, int(edtf.rsplit("/", maxsplit=1)[-1][:4]), step)


def _in_year(edtf: str, year: int, step: Distance) -> str | None:
    """A year earlier than a quarter or a month, as figures are compared, is that quarter or month of the year before."""
    if step.within:
        within = f"{year + step.count:04}{step.within}"
        return within if civil.first_and_last(within) else None
    if step.unit == "period" and ("/" in edtf or len(edtf) == 7):
        return "/".join(f"{int(part[:4]) - 1:04}{part[4:]}" for part in edtf.split("/"))
    return f"{year + step.count:04}" if 1 <= year + step.count <= 9999 else None
