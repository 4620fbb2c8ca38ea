"""Several days of one month in Russian, Belarusian and Ukrainian: "3-5 мая", "3, 10 и 17 мая"; and years that are listed."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DASH, YEAR, DateGrammar, Meaning, Place, S, Setting, single
from archive.extraction.dates.lists import days_listed, stretch
from archive.extraction.dates.slavic.forms import FREE, either, table
from archive.extraction.dates.slavic.words import SlavicWords

NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:-го|-га|-е)?(?!\d)"


def several_days(grammar: DateGrammar, w: SlavicWords) -> None:
    genitive = table(w.months)
    day = rf"{FREE}(?P<d>0?[1-9]|[12]\d|3[01])(?:-го|-га|-е)?"
    of_month = rf"{S}(?P<m>{either(genitive)})\b(?:{S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b))?"
    joined = rf"{S}(?:{w.and_}|{w.or_}){S}"
    between = re.compile(rf"(?<!\w)(?:{w.between})\s$", re.IGNORECASE)

    @grammar.rule("days of a month", rf"{day}(?:{S}?{DASH}{S}?|{S}(?:{w.ranged}){S})(?P<d2>\d\d?){of_month}")
    def _days(match: re.Match[str], setting: Setting) -> Meaning | None:
        number, first, last = genitive[match["m"]], int(match["d"]), int(match["d2"])
        direction = setting.direction(*match.span())
        near = match["y"] or (setting.reference and civil.near_year(setting.reference, number, first, direction))
        ends = (civil.day(int(near), number, first), civil.day(int(near), number, last)) if near else ()
        if not all(ends):
            return Meaning("none", ())
        return stretch(f"{ends[0]}/{ends[1]}", match, direction) if ends and first < last else None

    @grammar.several(
        "days of a month, listed", rf"{FREE}(?P<days>{NUMBER}(?:(?:,{S}{NUMBER}){{0,6}},?{joined}{NUMBER}|/{NUMBER})){of_month}"
    )
    def _listed(match: re.Match[str], setting: Setting) -> list[tuple[Place, Meaning]]:
        return days_listed(match, genitive[match["m"]], setting, between)

    others = rf"(?=(?:,{S}{YEAR}){{0,8}}(?:,{S}|,?{joined}){YEAR}{S}(?:{w.year}))"

    @grammar.rule("year of a list", rf"(?<![\w.,/:№-])(?P<date>{YEAR}){others}")
    def _year(match: re.Match[str], setting: Setting) -> Meaning | None:
        """ "В 2012, 2014 и 2019 годах": the word stands once, for all."""
        return single("year", match["date"])
