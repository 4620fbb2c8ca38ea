"""English dates counted from the date told before: "two days later", "the following month", "that year", "a year earlier"."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DateGrammar, Distance, Meaning, S, Setting, single
from archive.extraction.dates.english.terms import FULL, NUMBER, OF_DAY, SEASON, UNIT, WEEKDAYS, month_of, number_of

GRAMMAR = DateGrammar()
PARTS_OF_DAY = ("night", "morning", "afternoon", "evening")
UNITS = ("day", "week", "month", "year")
WHICH = r"(?P<which>[Ff]ollowing|[Ss]ubsequent|[Nn]ext|[Ss]ucceeding|[Pp]revious|[Pp]receding|[Pp]rior|[Ss]ame|[Tt]hat(?:\s(?:very|same))?)"
STEPS = {"following": 1, "subsequent": 1, "next": 1, "succeeding": 1, "previous": -1, "preceding": -1, "prior": -1}
BACK = ("earlier", "before", "previously", "prior", "beforehand")
AHEAD = re.compile(r"\b(?:over|in|within|during|for|throughout|of|by)\s$", re.IGNORECASE)
# "From 14.2 billion a month earlier": what is compared is a month, a quarter or a year, and never a day.
COMPARED = re.compile(
    r"\b(?:from|than|with|to|against|versus)\s(?:[\w$€£.,%’'-]{0,12}\d[\w$€£.,%’'-]{0,12}\s)(?:[a-z]{2,12}\s){0,4}(?:and\s)?$"
)
# Before anything else "two days after" belongs to what follows: "two days after the vote".
END = r"(?=[,.;:)\]”\"’]|\s(?:and|but|had)\b|\s?[-–—]|\s*$)"


def from_before(kind: str, step: Distance, otherwise: str | None = None) -> Meaning:
    """A value that waits for the date told before; `otherwise` holds where none was."""
    return Meaning(kind, (otherwise,) if otherwise else (), stated=False, step=step)


@GRAMMAR.rule(
    "so long after the date before",
    rf"{NUMBER}{S}{UNIT}{S}(?P<way>later|afterwards?|earlier|previously|beforehand|before{END}|after{END}|prior{END})(?!{S}than\b)",
    needs="later fterward earlier eviously forehand before after prior",
)
def _later(match: re.Match[str], setting: Setting) -> Meaning | None:
    back = match["way"] in BACK
    compared = 27 if COMPARED.search(setting.text, max(0, match.start() - 60), match.start()) else 0
    count = number_of(match["n"]) * (-1 if back else 1)
    otherwise = None
    if back and setting.reference and match["n"].lower() in ("a", "an", "one") and match["unit"] in ("year", "month"):
        otherwise = civil.back(setting.reference, 1, match["unit"])
    return from_before(
        match["unit"], Distance("period" if (match["unit"], count) == ("year", -1) else match["unit"], count, least=compared), otherwise
    )


@GRAMMAR.rule(
    "same period of the year before",
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir){S}(?:year-(?:ago|earlier)|prior-year){S}(?:period|quarter|month|level|figure|half)\b",
    needs="year-",
)
def _year_before(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Where no quarter was told, the one before the document's day is compared, with that of a year before."""
    otherwise = None
    if setting.reference and setting.reference.year > 2:
        last = civil.quarter(setting.reference, -5) if match[0].endswith("quarter") else None
        otherwise = last or f"{setting.reference.year - 1:04}"
    return from_before("year", Distance("period", -1), otherwise)


@GRAMMAR.rule(
    "unit beside the date before",
    rf"\b(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate){S})?(?:(?:on{S})?[Tt]he{S}|(?=[Tt]hat\s))(?:very{S})?{WHICH}{S}"
    rf"(?P<unit>day|night|morning|afternoon|evening|week|month|quarter|year|decade)\b(?!{S}(?:of|after|before|(?:last|this|a){S}year)\b|-)",
)
def _unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    which = match["which"].lower().split()[0]
    count, unit = STEPS.get(which, 0), match["unit"]
    if which == "next" and AHEAD.search(setting.text, max(0, match.start() - 12), match.start()):
        return None
    if which == "next" and setting.reference and unit != "day" and setting.direction(*match.span()) == civil.FUTURE:
        return single(unit, civil.back(setting.reference, -1, unit), stated=False) if unit in ("week", "month", "year") else None
    unit = "day" if unit in PARTS_OF_DAY else unit
    otherwise = None
    if setting.reference and which in ("previous", "preceding", "prior") and unit in UNITS:
        otherwise = civil.back(setting.reference, 1, unit)
    return from_before(unit, Distance(unit, count), otherwise)


@GRAMMAR.rule("day beside the date before", rf"\b(?:on{S})?[Tt]he{S}day{S}(?P<way>before|after|earlier|later)\b{END}", needs="he day")
@GRAMMAR.rule(
    "evening beside the date before",
    rf"\b[Tt]he{S}(?:night|evening|morning){S}(?P<way>before|after){END}",
    needs="he night he evening he morning",
)
def _day(match: re.Match[str], setting: Setting) -> Meaning | None:
    return from_before("day", Distance("day", -1 if match["way"] in BACK else 1))


@GRAMMAR.rule(
    "weekday beside the date before",
    rf"\b[Tt]he{S}(?P<which>following|next|previous|preceding){S}(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{OF_DAY}",
    needs="day",
)
def _weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
    number, count = WEEKDAYS[match["day"][:3].lower()], STEPS[match["which"]]
    otherwise = civil.stepped_weekday(setting.reference, number, count) if setting.reference else None
    return from_before("day", Distance("weekday", count, number), otherwise)


@GRAMMAR.rule(
    "month or season beside the date before",
    rf"\b(?:[Tt]he{S}(?P<which>following|next|previous|preceding|same)|(?P<that>[Tt]hat)){S}(?:(?P<m>{FULL})|{SEASON})\b(?!{S}\d|[’'-]\w)",
)
def _named(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "That spring" is the spring of the year told before; "that May" may be somebody's."""
    count = STEPS.get(match["which"] or "", 0)
    if match["m"]:
        return None if match["that"] else from_before("month", Distance("named month", count, month_of(match["m"])))
    return from_before("season", Distance("season", count, civil.SEASONS[match["season"].lower()]))


@GRAMMAR.rule(
    "month or season of the year before",
    rf"\b(?:the{S})?(?:(?P<m>{FULL})|{SEASON}){S}(?:of|in){S}(?:(?P<that>that)|the{S}(?P<which>same|following|next|previous|preceding)){S}year\b",
    needs="year",
)
def _within(match: re.Match[str], setting: Setting) -> Meaning | None:
    number = month_of(match["m"]) if match["m"] else civil.SEASONS[match["season"].lower()]
    return from_before("month" if match["m"] else "season", Distance("year", STEPS.get(match["which"] or "", 0), within=f"-{number:02}"))


@GRAMMAR.rule(
    "day, month and the year before",
    rf"\b(?P<d>0?[1-9]|[12]\d|3[01]){S}(?P<m>{FULL}){S}(?:of{S})?(?:that|the{S}same){S}year\b",
    needs="year",
)
def _day_within(match: re.Match[str], setting: Setting) -> Meaning | None:
    return from_before("day", Distance("year", 0, within=f"-{month_of(match['m']):02}-{int(match['d']):02}"))
