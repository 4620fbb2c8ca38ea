"""Dates of Russian, Belarusian and Ukrainian that name their place in the calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archive.extraction.dates import civil
from archive.extraction.dates.core import DASH, YEAR, DateGrammar, Distance, Meaning, S, Setting, day_or_none, single, yearless
from archive.extraction.dates.slavic.forms import FREE, cased, either, shortened, table
from archive.extraction.dates.slavic.words import SlavicWords

# Roman numbers are often typed with Cyrillic letters that look the same.
LATIN = str.maketrans("ХІ", "XI")
CENTURY = r"[XХ][XХIІV]{0,4}"
ROMAN = re.compile("(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})")
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
SEASON_NUMBERS = (21, 22, 23, 24)


def days_and_months(grammar: DateGrammar, w: SlavicWords) -> None:
    _days(grammar, w)
    _months(grammar, w)
    _of_other_years(grammar, w)


def _day(w: SlavicWords) -> str:
    return rf"(?:(?<!\w)(?P<wd>{cased(table(w.weekdays))}),?{S})?{FREE}(?P<d>0?[1-9]|[12]\d|3[01])(?:-го|-га|-е)?"


def _month(w: SlavicWords) -> str:
    return rf"(?P<m>{either(table(w.months))})\b"


def _forms(w: SlavicWords) -> dict[str, int]:
    """All cases of the months."""
    return {**table(w.dative), **table(w.nominative), **table(w.months), **table(w.locative)}


def _days(grammar: DateGrammar, w: SlavicWords) -> None:
    genitive, weekdays, day, month = table(w.months), table(w.weekdays), _day(w), _month(w)

    @grammar.rule("day, month and year", rf"{day}{S}{month}{S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b)")
    def _full(match: re.Match[str], setting: Setting) -> Meaning | None:
        return day_or_none(civil.day(int(match["y"]), genitive[match["m"]], int(match["d"])))

    short = shortened(genitive)

    @grammar.rule("day, month and year", rf"{day}{S}(?P<m>{cased(short)})\.?{S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b)")
    def _shortened(match: re.Match[str], setting: Setting) -> Meaning | None:
        return day_or_none(civil.day(int(match["y"]), short[match["m"].lower()], int(match["d"])))

    @grammar.rule(
        "day and short month of a dateline", rf"{day}{S}(?P<m>{cased(short)})\.?(?=\s{{0,2}}(?:[-–—(/]|$)|(?:(?<=\.)|,)\s[A-ZА-ЯЁІЎЄҐ])"
    )
    @grammar.rule("day and month", rf"{day}{S}{month}(?!{S}{YEAR})")
    def _yearless(match: re.Match[str], setting: Setting) -> Meaning | None:
        return _nearest_day(match, setting, {**short, **genitive}[match["m"].lower()], weekdays)


def _months(grammar: DateGrammar, w: SlavicWords) -> None:
    genitive, locative, nominative, dative, forms = table(w.months), table(w.locative), table(w.nominative), table(w.dative), _forms(w)

    @grammar.rule("month and year", rf"(?<![\d\w])(?P<m>{cased(forms)}){S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b)")
    def _month_year(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("month", f"{match['y']}-{forms[match['m'].lower()]:02}")

    before = w.since.split("|") + w.until.split("|") + w.after.split("|")
    parts = "|".join(pattern for pattern, _ in w.parts)
    asked = (
        rf"(?:{cased(w.within.split('|'))}){S}(?={either(locative)}\b)|(?:{cased(before)}|(?i:{parts})){S}(?={either(genitive)}\b)"
        rf"|(?:{cased(w.until.split('|'))}){S}(?={either(dative)}\b)|(?:{w.ranged}){S}(?={either(nominative)}\b)"
        rf"|(?<=[а-яіїєґў]{{3}}[-–])(?={either(locative)}\b)"  # "в январе-феврале"
    )

    @grammar.rule("month", rf"(?<!\w)(?:{asked})(?P<date>(?P<m>{either(forms)}))\b(?!{S}\d)")
    def _of_the_nearest_year(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        direction = setting.direction(*match.span())
        near = civil.near_month(setting.reference, forms[match["m"]], direction)
        return yearless("month", near, ahead=direction == civil.FUTURE)


def _of_other_years(grammar: DateGrammar, w: SlavicWords) -> None:
    forms, day, month = _forms(w), _day(w), _month(w)
    beside = rf"(?P<which>{either(w.steps)})\w{{0,4}}{S}(?:{w.units['year']})\b"

    @grammar.rule("day and month of a year beside the document's", rf"{day}{S}{month}{S}{beside}")
    @grammar.rule("month of a year beside the document's", rf"(?<!\w)(?P<m>{either(forms)}){S}{beside}")
    def _year_beside(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        year, number = setting.reference.year + w.steps[match["which"]], forms[match["m"]]
        if "d" in match.groupdict():
            return single("day", civil.day(year, number, int(match["d"])), stated=False)
        return single("month", f"{year:04}-{number:02}", stated=False)

    @grammar.rule("day and month of the year before", rf"{day}{S}{month}{S}(?:{w.same}){S}(?:{w.units['year']})\b")
    @grammar.rule("month of the year before", rf"(?<!\w)(?P<m>{either(forms)}){S}(?:{w.same}){S}(?:{w.units['year']})\b")
    def _year_before(match: re.Match[str], setting: Setting) -> Meaning | None:
        number = int(match["d"]) if "d" in match.groupdict() else 0
        within = f"-{forms[match['m']]:02}" + (f"-{number:02}" if number else "")
        return Meaning("day" if number else "month", (), stated=False, step=Distance("year", 0, within=within))


def _nearest_day(match: re.Match[str], setting: Setting, month: int, weekdays: Mapping[str, int]) -> Meaning | None:
    """With a weekday before it the day is one that falls on it."""
    number = int(match["d"])
    if not civil.is_day(month, number):
        return Meaning("none", ())
    if setting.reference is None:
        return None
    weekday = weekdays[match["wd"].lower()] - 1 if match["wd"] else None
    sure = None if weekday is None else civil.year_of_weekday(setting.reference, month, number, weekday)
    if sure:
        return single("day", civil.day(sure, month, number), stated=False)
    direction = setting.direction(*match.span())
    year = civil.near_year(setting.reference, month, number, direction)
    return yearless("day", civil.day(year, month, number), ahead=direction == civil.FUTURE) if year else None


def _roman(numeral: str) -> int | None:
    """The number that a Roman numeral below forty stands for; None for letters that are none, such as "XIIV"."""
    match = ROMAN.fullmatch(numeral)
    return 10 * len(match["tens"]) + ONES.index(match["ones"]) if match else None


def years_and_longer(grammar: DateGrammar, w: SlavicWords) -> None:
    seasons = table(w.seasons)
    decades = w.decades.replace("['’]", "'").split("|")

    @grammar.rule(
        "year", rf"(?<![\w.,/:№-])(?P<y>{YEAR})(?P<tail>-(?:й|го|м|му|ы|га|ым|і|му))?(?:(?P<word>{S}(?:{w.year}))|(?![\w%]|[.,:]\d))"
    )
    def _year(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("year", match["y"], loose=not (match["word"] or match["tail"]))

    @grammar.rule("years from … to …", rf"(?<![\w.,/:№-])(?P<y>{YEAR}){S}?{DASH}{S}?(?P<y2>{YEAR}){S}(?:{w.year})")
    def _years(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("span", f"{match['y']}/{match['y2']}") if match["y"] < match["y2"] else None

    @grammar.rule(
        "decade", rf"(?<![\w.,/])(?P<y>1[5-9]\d0|20\d0)(?:-(?:х|ых|их|е|я|і|ці|ті|ми))(?:{S}(?:{w.year}|гад\w{{1,3}}|рок\w{{1,3}}|роки))?"
    )
    def _decade(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("decade", match["y"][:3] + "X")

    @grammar.rule("short decade", rf"(?<![\w.,/])(?P<y>[2-9]0)-(?:х|ых|их|е|я|і|ці|ті|ми){S}(?:{w.year}|гад\w{{1,3}}|рок\w{{1,3}})")
    def _short_decade(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("decade", f"19{match['y'][0]}X")

    @grammar.rule("century", rf"(?<!\w)(?P<n>{CENTURY}|1\d|2[01])(?:-(?:й|го|м|му|е|ым|га|те|го))?{S}(?:{w.century})")
    def _century(match: re.Match[str], setting: Setting) -> Meaning | None:
        number = int(match["n"]) if match["n"].isdigit() else _roman(match["n"].translate(LATIN))
        return single("century", f"{number - 1:02}XX" if number else None)

    @grammar.rule(
        "season and year", rf"(?<!\w)(?P<season>{cased(seasons)}){S}(?P<y>{YEAR})(?:{DASH}(?:{YEAR}|\d\d))?(?:{S}(?:{w.year})|\b)"
    )
    def _season(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("season", f"{match['y']}-{SEASON_NUMBERS[seasons[match['season'].lower()] - 1]}")

    @grammar.rule("decade in words", rf"(?<!\w)(?P<word>{w.decades})(?:их|ых|х|е|я|і|ці|ы)(?:{S}(?:{w.year}))?(?!\w)")
    def _decade_in_words(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("decade", f"19{decades.index(match['word'].lower().replace('’', chr(39))) + 2}X")
