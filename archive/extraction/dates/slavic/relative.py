"""Dates of Russian, Belarusian and Ukrainian that are counted from the document's own day."""

from __future__ import annotations

import re

from archive.extraction.dates import civil, feasts
from archive.extraction.dates.core import YEAR, DateGrammar, Meaning, S, Setting, single, yearless
from archive.extraction.dates.slavic.forms import cased, counted_by, either, number_of, numbers_of, table, unit_of
from archive.extraction.dates.slavic.words import SlavicWords


def weekdays(grammar: DateGrammar, w: SlavicWords) -> None:
    names = table(w.weekdays)

    @grammar.rule(
        "weekday",
        rf"(?<!\w)(?:(?:{cased(w.within.split('|'))}|(?P<until>{cased(w.until.split('|'))})"
        rf"|{cased(w.since.split('|') + w.ranged.split('|'))})"
        rf"{S}|(?=(?:{cased(w.steps)})\w{{0,4}}{S}))(?P<date>(?:(?P<which>{cased(w.steps)})\w{{0,4}}{S})?(?P<day>{either(names)}))\b",
    )
    def _weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        number, step = names[match["day"]] - 1, w.steps.get((match["which"] or "").lower())
        if step == -2 or (step == -1 and setting.reference.weekday() == number):
            return single("day", civil.stepped_weekday(setting.reference, number, step), stated=False)
        direction = civil.FUTURE if step == 1 else civil.PAST if step == -1 else setting.direction(*match.span("date"))
        if direction == civil.OPEN and match["until"]:
            direction = civil.FUTURE
        return Meaning("day", (civil.weekday(setting.reference, number, direction),), stated=False, ahead=direction == civil.FUTURE)


# One week, month or year of the three languages, in any case; adjectives of several; a pronoun, and a noun that can't go with it.
ONE = re.compile(
    r"недел(?:я|ю|и|е|ей|ь)|тыд(?:зень|н[яію]|нем)|тиж(?:день|н[яію]|нем)|месяц(?:а|у|е|ы|ем|ам)?|місяц(?:ь|я|і|ю|ем)|год(?:а|у|зе|е|ом|ам)?"
    r"|рок(?:у|ом|ові)|рік|році"
)
MANY = re.compile(r"(?:[ыиі]е|[ыиі]х|[ыиі]ми|[ыі]мі|[ыі]я|[лнч]і)$")
GENITIVE = frozenset("этого гэтага цього".split())
INSTRUMENTAL = re.compile(r"[оеа]м$")


def _units(w: SlavicWords) -> str:
    return "|".join(f"(?P<{unit}>{forms})" for unit, forms in w.units.items())


def units_beside(grammar: DateGrammar, w: SlavicWords) -> None:
    units = _units(w)

    @grammar.rule("day beside the document's", rf"(?<![\w-])(?P<word>{cased(w.away)})(?![\w-])")
    def _beside(match: re.Match[str], setting: Setting) -> Meaning | None:
        return single("day", civil.shifted(setting.reference, w.away[match["word"].lower()])) if setting.reference else None

    @grammar.rule("week, month or year beside the document's", rf"(?<!\w)(?P<which>{cased(w.steps)})\w{{0,4}}{S}(?:{units})\b")
    def _unit_beside(match: re.Match[str], setting: Setting) -> Meaning | None:
        reference, unit, step = setting.reference, match.lastgroup, w.steps[match["which"].lower()]
        if reference is None or unit in (None, "day", "which") or not _agree(*match[0].split(maxsplit=1)):
            return None
        if unit == "week":
            return single("week", civil.week(reference, step), stated=False)
        return single(unit, civil.month(reference, step) if unit == "month" else f"{reference.year + step:04}", stated=False)


def _agree(which: str, unit: str) -> bool:
    """Both are in the singular, and one case: none of them "прошлые годы", nor "этого | годами"."""
    low = which.lower()
    return bool(ONE.fullmatch(unit.lower())) and not MANY.search(low) and not (low in GENITIVE and INSTRUMENTAL.search(unit))


def years_in_a_word(grammar: DateGrammar, w: SlavicWords) -> None:
    """ "Летась", "торік": where the language has such words."""
    if not w.away_years:
        return

    @grammar.rule("year beside the document's", rf"(?<![\w-])(?P<word>{cased(w.away_years)})(?!\w)")
    def _in_a_word(match: re.Match[str], setting: Setting) -> Meaning | None:
        step = w.away_years[match["word"].lower()]
        return single("year", f"{setting.reference.year + step:04}", stated=False) if setting.reference else None


def units_alone(grammar: DateGrammar, w: SlavicWords) -> None:
    units = _units(w)

    @grammar.rule("the week, month or year", rf"(?<!\w)(?:{units})(?!\w)")
    def _the_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
        unit, reference = match.lastgroup, setting.reference
        if reference is None or unit in (None, "day"):
            return None
        edtf = {"week": civil.week(reference, 0), "month": civil.month(reference, 0)}.get(unit, f"{reference.year:04}")
        return Meaning(unit, (edtf,), loose=True, stated=False)


def so_long(grammar: DateGrammar, w: SlavicWords) -> None:
    """ "Лет назад" without a number is part of "много лет назад", which tells no year."""
    many = re.compile(rf"(?<!\w)(?:{w.plural_units})(?!\w)")
    numbers, counted = numbers_of(w), counted_by(w)

    @grammar.rule("so long ago", rf"(?<!\w){counted}{S}(?:{w.ago})\b", needs="назад таму тому")
    def _ago(match: re.Match[str], setting: Setting) -> Meaning | None:
        return _counted(match, setting, 1)

    @grammar.rule("in so long", rf"(?<!\w)(?:{cased(w.ahead.split('|'))}){S}{counted}\b")
    def _ahead(match: re.Match[str], setting: Setting) -> Meaning | None:
        return _counted(match, setting, -1) if setting.direction(*match.span()) == civil.FUTURE else None

    @grammar.rule("half so long ago", rf"(?<!\w)(?P<half>{cased(w.half_ago)}){S}(?:{w.ago})\b", needs="назад таму тому")
    def _half(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        months = w.half_ago[match["half"].lower()]
        return single(
            "month" if months == 6 else "year", civil.month(setting.reference, -months)[: 7 if months == 6 else 4] + "~", stated=False
        )

    def _counted(match: re.Match[str], setting: Setting, sign: int) -> Meaning | None:
        unit, count = unit_of(match, w), number_of(match["n"], numbers)
        if match["n"] is None and many.search(match[0]):
            return None
        return single(unit, civil.back(setting.reference, sign * count, unit), stated=False) if setting.reference and count else None


def lately(grammar: DateGrammar, w: SlavicWords) -> None:
    numbers, counted = numbers_of(w), counted_by(w)

    @grammar.rule("the last so long", rf"(?<!\w)(?:{w.past_few}){S}{counted}\b")
    def _lately(match: re.Match[str], setting: Setting) -> Meaning | None:
        count = number_of(match["n"] or "0", numbers)
        if setting.reference is None or not count:
            return None
        return single("span", civil.since_then(setting.reference, count, unit_of(match, w)), stated=False)

    few = "(?:" + "|".join(name for name, number in w.more_numbers.items() if number == 0) + rf"){S}"

    @grammar.rule("lately", rf"(?<!\w)(?:(?P<ahead>{w.coming})|(?:{w.recent})){S}(?:{few})?(?:{w.plural_units})\b")
    def _vaguely(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        return single("open", f"{setting.reference}/.." if match["ahead"] else f"../{setting.reference}", stated=False)


def seasons_and_weekends(grammar: DateGrammar, w: SlavicWords) -> None:
    words, forms = table(w.season_words), table(w.seasons)
    steps = rf"(?P<which>{cased(w.steps)})\w{{0,4}}{S}"

    @grammar.rule(
        "season", rf"(?<!\w)(?:{steps}(?P<form>{either(forms)}|{either(words)})|(?P<season>{cased(words)}))(?!\w|{S}(?:\d|{w.year}))"
    )
    def _season(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        season = {**forms, **words}[(match["season"] or match["form"]).lower()] + 20
        if match["which"]:
            return single("season", civil.stepped_season(setting.reference, season, w.steps[match["which"].lower()]), stated=False)
        direction = setting.direction(*match.span())
        return yearless("season", civil.near_season(setting.reference, season, direction), ahead=direction == civil.FUTURE)

    @grammar.rule("season of a year beside the document's", rf"(?<!\w)(?P<season>{cased(words)}){S}{steps}(?:{w.units['year']})(?!\w)")
    def _season_of_year(match: re.Match[str], setting: Setting) -> Meaning | None:
        """ "Летом прошлого года"."""
        if setting.reference is None:
            return None
        year = setting.reference.year + w.steps[match["which"].lower()]
        return single("season", f"{year:04}-{words[match['season'].lower()] + 20}", stated=False)

    @grammar.rule(
        "weekend",
        rf"(?<!\w)(?:(?:{cased([*w.within.split('|'), 'за'])}){S}|(?={steps.replace('?P<which>', '?:')}))"
        rf"(?P<date>(?:{steps})?(?:{w.weekend}))\b",
    )
    def _weekend(match: re.Match[str], setting: Setting) -> Meaning | None:
        if setting.reference is None:
            return None
        step = w.steps[match["which"].lower()] if match["which"] else 0
        ahead = setting.reference.weekday() >= 5 or setting.direction(*match.span()) == civil.FUTURE
        return single("week", civil.weekend(setting.reference, step if ahead or step else -1), stated=False)


def feast_days(grammar: DateGrammar, w: SlavicWords) -> None:
    named = [(re.compile(name, re.IGNORECASE), feast) for name, feast in w.feasts.items()]

    @grammar.rule(
        "feast day", rf"(?<!\w)(?P<name>{'|'.join(capital(name) for name in w.feasts)})(?:{S}(?P<y>{YEAR})(?:{S}(?:{w.year}))?)?(?!\w)"
    )
    def _feast(match: re.Match[str], setting: Setting) -> Meaning | None:
        feast = next(feast for pattern, feast in named if pattern.fullmatch(match["name"]))
        if match["y"]:
            return single("day", feasts.in_year(feast, int(match["y"])))
        if setting.reference is None:
            return None
        return single("day", feasts.near(feast, setting.reference, setting.direction(*match.span())), stated=False)


def capital(pattern: str) -> str:
    """The pattern with a small or a capital letter at its head."""
    return pattern if pattern[0] in "(" else f"[{pattern[0].upper()}{pattern[0].lower()}]{pattern[1:]}" if pattern[0].islower() else pattern
