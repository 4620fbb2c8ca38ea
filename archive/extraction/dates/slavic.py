"""Date expressions of Russian, Belarusian and Ukrainian: one grammar, made for each language from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.extraction.dates import civil
from archive.extraction.dates.compose import Surroundings
from archive.extraction.dates.core import DASH, YEAR, Grammar, S, Setting, Value, single
from archive.extraction.dates.slavic_words import BELARUSIAN, RUSSIAN, UKRAINIAN, SlavicWords

CENTURIES = {"XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}
SEASON_NUMBERS = (21, 22, 23, 24)


def table(row: str) -> dict[str, int]:
    """The forms of a row, each with its number."""
    return {form: number for number, forms in enumerate(row.split(), 1) for form in forms.split("|")}


def either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def cased(words: Iterable[str]) -> str:
    """The words with a small or a capital first letter."""
    return "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(words, key=len, reverse=True))


def grammar_of(w: SlavicWords) -> Grammar:
    grammar = Grammar()
    _calendar_rules(grammar, w)
    _weekday_rule(grammar, w)
    _year_rules(grammar, w)
    _relative_rules(grammar, w)
    return grammar


def _calendar_rules(grammar: Grammar, w: SlavicWords) -> None:
    genitive, locative = table(w.months), table(w.locative)
    day = r"(?<![\w.,/-])(?P<d>0?[1-9]|[12]\d|3[01])(?:-го|-га|-е)?"
    month = rf"(?P<m>{either(genitive)})\b"

    @grammar.rule("day, month and year", rf"{day}{S}{month}{S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b)")
    def _full(match: re.Match[str], setting: Setting) -> Value | None:
        return single("day", civil.day(int(match["y"]), genitive[match["m"]], int(match["d"])))

    @grammar.rule("day and month", rf"{day}{S}{month}(?!{S}{YEAR})")
    def _yearless(match: re.Match[str], setting: Setting) -> Value | None:
        return _nearest_day(setting, genitive[match["m"]], int(match["d"]), match.span())

    @grammar.rule("days of a month", rf"{day}(?:{S}?{DASH}{S}?|{S}(?:{w.ranged}|{w.and_}){S})(?P<d2>\d\d?){S}{month}(?:{S}(?P<y>{YEAR}))?")
    def _days(match: re.Match[str], setting: Setting) -> Value | None:
        number, first, last = genitive[match["m"]], int(match["d"]), int(match["d2"])
        near = match["y"] or (setting.reference and civil.near_year(setting.reference, number, first, setting.direction(*match.span())))
        ends = (civil.day(int(near), number, first), civil.day(int(near), number, last)) if near else (None, None)
        return single("span", f"{ends[0]}/{ends[1]}") if all(ends) and first < last else None

    @grammar.rule("month and year", rf"(?<![\d\w])(?P<m>{either([*genitive, *locative])}){S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b)")
    def _month_year(match: re.Match[str], setting: Setting) -> Value | None:
        return single("month", f"{match['y']}-{ {**genitive, **locative}[match['m']]:02}")

    @grammar.rule("month", rf"\b(?:{cased(w.within.split('|'))}){S}(?P<date>(?P<m>{either(locative)}))\b(?!{S}\d)")
    def _month(match: re.Match[str], setting: Setting) -> Value | None:
        if setting.reference is None:
            return None
        near = civil.near_month(setting.reference, locative[match["m"]], setting.direction(*match.span("date")))
        return single("month", near, stated=False)


def _weekday_rule(grammar: Grammar, w: SlavicWords) -> None:
    weekdays, steps = table(w.weekdays), either(w.steps)

    @grammar.rule(
        "weekday",
        rf"\b(?:{cased(w.within.split('|'))}|{cased(w.until.split('|') + w.since.split('|'))}){S}"
        rf"(?:(?P<which>{steps})\w{{0,4}}{S})?(?P<date>(?P<day>{either(weekdays)}))\b",
    )
    def _weekday(match: re.Match[str], setting: Setting) -> Value | None:
        if setting.reference is None:
            return None
        number, step = weekdays[match["day"]] - 1, w.steps.get(match["which"] or "")
        if step == -1 and setting.reference.weekday() == number:
            return single("day", civil.shifted(setting.reference, -7))
        direction = civil.FUTURE if step == 1 else civil.PAST if step == -1 else setting.direction(*match.span("date"))
        return single("day", civil.weekday(setting.reference, number, direction), stated=False)


def _nearest_day(setting: Setting, month: int, number: int, span: tuple[int, int]) -> Value | None:
    if setting.reference is None:
        return None
    year = civil.near_year(setting.reference, month, number, setting.direction(*span))
    return single("day", civil.day(year, month, number), stated=False) if year else None


def _year_rules(grammar: Grammar, w: SlavicWords) -> None:
    seasons = table(w.seasons)

    @grammar.rule(
        "year", rf"(?<![\w.,/:№-])(?P<y>{YEAR})(?P<tail>-(?:й|го|м|му|ы|га|ым|і|му))?(?:(?P<word>{S}(?:{w.year}))|(?![\w%]|[.,:]\d))"
    )
    def _year(match: re.Match[str], setting: Setting) -> Value | None:
        return single("year", match["y"], loose=not (match["word"] or match["tail"]))

    @grammar.rule("years from … to …", rf"(?<![\w.,/:№-])(?P<y>{YEAR}){S}?{DASH}{S}?(?P<y2>{YEAR}){S}(?:{w.year})")
    def _years(match: re.Match[str], setting: Setting) -> Value | None:
        return single("span", f"{match['y']}/{match['y2']}") if match["y"] < match["y2"] else None

    @grammar.rule("decade", rf"(?<![\w.,/])(?P<y>1[5-9]\d0|20\d0)(?:-(?:х|ых|е|я|і|ці|ті))(?:{S}(?:{w.year}|гад\w{{1,3}}|рок\w{{1,3}}))?")
    def _decade(match: re.Match[str], setting: Setting) -> Value | None:
        return single("decade", match["y"][:3] + "X")

    @grammar.rule("short decade", rf"(?<![\w.,/])(?P<y>[2-9]0)-(?:х|ых|е|я|і|ці|ті){S}(?:{w.year}|гад\w{{1,3}}|рок\w{{1,3}})")
    def _short_decade(match: re.Match[str], setting: Setting) -> Value | None:
        return single("decade", f"19{match['y'][0]}X")

    @grammar.rule("century", rf"(?<!\w)(?P<n>{either(CENTURIES)}|1\d|2[01])(?:-(?:й|го|м|му|е|ым|га))?{S}(?:{w.century})")
    def _century(match: re.Match[str], setting: Setting) -> Value | None:
        number = CENTURIES.get(match["n"]) or int(match["n"])
        return single("century", f"{number - 1:02}XX")

    @grammar.rule("season and year", rf"(?<!\w)(?P<season>{cased(seasons)}){S}(?P<y>{YEAR})(?:{S}(?:{w.year})|\b)")
    def _season(match: re.Match[str], setting: Setting) -> Value | None:
        return single("season", f"{match['y']}-{SEASON_NUMBERS[seasons[match['season'].lower()] - 1]}")


def _relative_rules(grammar: Grammar, w: SlavicWords) -> None:
    numbers = table(w.numbers)
    units = "|".join(f"(?P<{unit}>{forms})" for unit, forms in w.units.items())

    @grammar.rule("day beside the document's", rf"(?<![\w-])(?P<word>{cased(w.away)})(?![\w-])")
    def _beside(match: re.Match[str], setting: Setting) -> Value | None:
        return single("day", civil.shifted(setting.reference, w.away[match["word"].lower()])) if setting.reference else None

    @grammar.rule("week, month or year beside the document's", rf"(?<!\w)(?P<which>{cased(w.steps)})\w{{0,4}}{S}(?:{units})\b")
    def _unit_beside(match: re.Match[str], setting: Setting) -> Value | None:
        reference, unit, step = setting.reference, match.lastgroup, w.steps[match["which"].lower()]
        if reference is None or unit in (None, "day", "which"):
            return None
        if unit == "week":
            return single("week", civil.week(reference, step), stated=False)
        return single(unit, civil.month(reference, step) if unit == "month" else f"{reference.year + step:04}", stated=False)

    counted = rf"(?:(?P<n>\d{{1,3}}|{cased(numbers)}){S})?(?:{units})"

    @grammar.rule("so long ago", rf"(?<!\w){counted}{S}(?:{w.ago})\b")
    def _ago(match: re.Match[str], setting: Setting) -> Value | None:
        return _counted(match, setting, 1)

    @grammar.rule("in so long", rf"(?<!\w)(?:{cased(w.ahead.split('|'))}){S}{counted}\b")
    def _ahead(match: re.Match[str], setting: Setting) -> Value | None:
        return _counted(match, setting, -1) if setting.direction(*match.span()) == civil.FUTURE else None

    def _counted(match: re.Match[str], setting: Setting, sign: int) -> Value | None:
        unit = next(name for name in w.units if match[name])
        number = match["n"] or "1"
        count = int(number) if number.isdigit() else numbers[number.lower()]
        return single(unit, civil.back(setting.reference, sign * count, unit)) if setting.reference else None


def surroundings_of(w: SlavicWords) -> Surroundings:
    within = either(w.within.split("|"))
    part = "|".join(pattern for pattern, _ in w.parts)
    return Surroundings(
        part=re.compile(rf"(?:(?<!\w)(?:{within})\s)?(?<!\w)(?P<part>{part})(?P<months>(?P<final>(?!)))?\s{{1,3}}$", re.IGNORECASE),
        parts=tuple((pattern.lower(), name) for pattern, name in w.parts),
        relation=re.compile(
            rf"(?<!\w)(?:(?P<since>{w.since})|(?P<until>{w.until})|(?P<after>{w.after})|(?P<around>{w.around})|(?P<perhaps>{w.perhaps}))\s{{1,3}}$",
            re.IGNORECASE,
        ),
        company=re.compile(r"(?P<sure>\()(?P<named>)(?P<own>(?!))?$"),
        named_by=re.compile(r"(?!)"),
        people=re.compile(r"(?!)"),
        after=re.compile(r"\s(?P<unit>\w{2,20})\b"),
        noun=re.compile(r"\s\w"),
        joins=re.compile(rf"\s(?:{w.ranged})\s|\s?[-–—]\s?|(?P<and>\s(?:{w.and_})\s)"),
        counted=re.compile(r"(?!)"),
        number_of=int,
        opens=re.compile(rf"(?<!\w)(?:{w.opens}|(?P<between>{w.between})|{within})\s$", re.IGNORECASE),
    )


LANGUAGES = {code: (grammar_of(words), surroundings_of(words)) for code, words in (("ru", RUSSIAN), ("be", BELARUSIAN), ("uk", UKRAINIAN))}
