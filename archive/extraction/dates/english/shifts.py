"""English days that are shifted by whole weeks: "Monday week", "a week on Friday", "Sunday two weeks ago", "the week before last"."""

from __future__ import annotations

import datetime
import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DateGrammar, Meaning, S, Setting, single
from archive.extraction.dates.english.terms import NUMBER, OF_DAY, SEASON, WEEKDAYS, number_of

GRAMMAR = DateGrammar()
DAY = r"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
BESIDE = rf"(?:(?P<beside>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Nn]ow)|{DAY})"
STEPS = {"yesterday": -1, "today": 0, "now": 0, "tomorrow": 1}
WEEKS = {"week": 1, "fortnight": 2}
SO_MANY = rf"{NUMBER}{S}(?P<unit>week|fortnight)s?{S}"
# "Shut for two weeks on Monday" tells of two weeks.
NO_STRETCH = "".join(rf"(?<!\b{word}\s)" for word in ("for", "of", "in", "after", "within", "over", "about", "nearly", "almost", "than"))
# What may follow a week that shifts a day, and belongs to it: no "Monday week-long", no "Friday week of".
END = r"\b(?!-|[’']s|\s(?:of|in|to|after|later|long|end)\b)"


@GRAMMAR.rule(
    "day and weeks on", rf"\b{BESIDE}{OF_DAY}{S}(?P<unit>week|fortnight){END}", needs="day_week day_fortnight morrow_week morrow_fortnight"
)
def _weeks_on(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "Monday week" is the Monday after the coming one; "yesterday week" lies behind."""
    days = 7 * WEEKS[match["unit"]]
    if (match["beside"] or "").lower() == "yesterday":
        return _shifted(match, setting, -days)
    return _shifted(match, setting, days)


@GRAMMAR.rule(
    "weeks on a day", rf"{NO_STRETCH}\b{SO_MANY}(?:on{S}|from{S}|(?=today|tomorrow|yesterday)){BESIDE}\b(?![’']s)", needs="week fortnight"
)
def _on_a_day(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "A week on Friday", "two weeks from tomorrow"; "a week yesterday" lies behind, and "four weeks today" may."""
    days = 7 * WEEKS[match["unit"]] * number_of(match["n"])
    beside = (match["beside"] or "").lower()
    back = beside == "yesterday" or (beside == "today" and setting.direction(*match.span()) == civil.PAST)
    return _shifted(match, setting, -days if back else days)


@GRAMMAR.rule("weeks before a last day", rf"\b{SO_MANY}last{S}{DAY}\b(?![’']s)", needs="week fortnight")
@GRAMMAR.rule("weeks ago and their day", rf"\b{SO_MANY}ago(?:,?{S}on|{S}last)?{S}{DAY}\b(?![’']s)", needs="ago")
@GRAMMAR.rule("day of weeks ago", rf"\b{DAY}{OF_DAY},?{S}{SO_MANY}ago\b", needs="ago")
def _ago(match: re.Match[str], setting: Setting) -> Meaning | None:
    """So many weeks before the last day of that name."""
    if setting.reference is None:
        return None
    last = datetime.date.fromisoformat(civil.weekday(setting.reference, WEEKDAYS[match["day"][:3].lower()], civil.PAST))
    return single("day", civil.shifted(last, -7 * WEEKS[match["unit"]] * number_of(match["n"])), stated=False)


@GRAMMAR.rule(
    "one before last or after next",
    rf"\b(?:[Tt]he{S})?(?:(?P<unit>week(?:end)?|month|year)|{DAY}|{SEASON}){S}(?:(?P<back>before{S}last)|after{S}next)\b(?![’']s)",
    needs="before_last after_next",
)
def _second(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "The week before last", "Monday after next"."""
    if setting.reference is None:
        return None
    step = -1 if match["back"] else 1
    if match["day"]:
        return single("day", civil.stepped_weekday(setting.reference, WEEKDAYS[match["day"][:3].lower()], 2 * step), stated=False)
    if match["season"]:
        return single("season", civil.stepped_season(setting.reference, civil.SEASONS[match["season"].lower()], 2 * step), stated=False)
    if match["unit"] == "weekend":
        return single("week", civil.weekend(setting.reference, 2 * step), stated=False)
    return single(match["unit"], civil.back(setting.reference, -2 * step, match["unit"]), stated=False)


def _shifted(match: re.Match[str], setting: Setting, days: int) -> Meaning | None:
    """From the coming day of that name, or from today and its neighbours."""
    reference = setting.reference
    if reference is None:
        return None
    if match["beside"]:
        return single("day", civil.shifted(reference, STEPS[match["beside"].lower()] + days), stated=False)
    coming = datetime.date.fromisoformat(civil.stepped_weekday(reference, WEEKDAYS[match["day"][:3].lower()], 1))
    return single("day", civil.shifted(coming, days), stated=False)
