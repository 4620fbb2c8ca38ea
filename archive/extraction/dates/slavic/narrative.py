"""Dates of Russian, Belarusian and Ukrainian that are counted from the date told before: "спустя два дня", "в тот же день"."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DateGrammar, Distance, Meaning, S, Setting, single
from archive.extraction.dates.slavic.forms import cased, counted_by, number_of, numbers_of, unit_of
from archive.extraction.dates.slavic.words import SlavicWords

NAME = r"[А-ЯЁІЇЄҐЎ][\w’'-]{1,20}"


def so_long_from_the_date_before(grammar: DateGrammar, w: SlavicWords) -> None:
    numbers, counted = numbers_of(w), counted_by(w)
    many = re.compile(rf"(?<!\w)(?:{w.plural_units})(?!\w)")

    @grammar.rule("so long after the date before", rf"(?<!\w)(?:{cased(w.after_so_long.split('|'))}){S}{counted}(?!\w|{S}(?:{w.ago}))")
    @grammar.rule("so long after or before the date before", rf"(?<!\w){counted}{S}(?:(?P<later>{w.later})|(?P<earlier>{w.earlier}))(?!\w)")
    def _later(match: re.Match[str], setting: Setting) -> Meaning | None:
        unit, count = unit_of(match, w), number_of(match["n"], numbers)
        uncounted = match["n"] is None and many.search(match[0])
        if not count or uncounted:
            return None
        if match.groupdict().get("earlier"):
            return _earlier(unit, count, setting)
        ahead = setting.direction(*match.span()) == civil.FUTURE
        return None if ahead else Meaning(unit, (), stated=False, step=Distance(unit, count))


def _earlier(unit: str, count: int, setting: Setting) -> Meaning:
    """A year earlier, as figures are compared, is the same period of the year before; with none told before, it is last year."""
    if (count, unit) != (1, "year"):
        return Meaning(unit, (), stated=False, step=Distance(unit, -count))
    otherwise = civil.back(setting.reference, 1, "year") if setting.reference else None
    return Meaning(unit, (otherwise,) if otherwise else (), stated=False, step=Distance("period", -1))


def beside_the_date_before(grammar: DateGrammar, w: SlavicWords) -> None:
    @grammar.rule("same day", rf"(?<!\w)(?:{w.same_day})(?!\w)")
    def _same_day(match: re.Match[str], setting: Setting) -> Meaning | None:
        return Meaning("day", (), stated=False, step=Distance("day", 0))

    @grammar.rule("next day", rf"(?<!\w)(?:{w.next_day})(?!\w)")
    def _next_day(match: re.Match[str], setting: Setting) -> Meaning | None:
        return Meaning("day", (), stated=False, step=Distance("day", 1))

    @grammar.rule(
        "the day before", rf"(?<!\w)(?P<date>{cased([w.day_before])})(?=[,.;:)]|\s?[–—-]|\s(?:{NAME}\s{NAME}\s)?{w.past_verb}(?!\w)|$)"
    )
    def _day_before(match: re.Match[str], setting: Setting) -> Meaning | None:
        """In the news it is the day before the document's."""
        return single("day", civil.shifted(setting.reference, -1), stated=False) if setting.reference else None

    units = "|".join(f"(?P<{unit}>{w.units[unit]})" for unit in ("week", "month", "year"))

    @grammar.rule("same week, month or year", rf"(?<!\w)(?:{w.same}){S}(?:{units})(?!\w)")
    def _same_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
        unit = next(unit for unit in ("week", "month", "year") if match[unit])
        return Meaning(unit, (), stated=False, step=Distance(unit, 0))
