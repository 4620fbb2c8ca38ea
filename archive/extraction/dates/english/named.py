"""English weekdays and seasons without their year, and months of a year, read beside the document's own day."""

from __future__ import annotations

import datetime
import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DateGrammar, Meaning, S, Setting, single, yearless
from archive.extraction.dates.english.direction import LISTED
from archive.extraction.dates.english.months import END, NO_NAME, NO_VERB
from archive.extraction.dates.english.terms import DAY, FULL, LEAD, MONTH, OF_DAY, SEASON, STEP, WEEKDAYS, month_of

GRAMMAR = DateGrammar()
# Which weekday is meant beside the one before the document's day.
STEPPING = ("last", "next", "coming", "this past", "this coming")
# What follows is no noun that the season belongs to, as in "the spring budget".
ALONE = (
    rf"(?!{S}(?!(?:and|or|but|after|when|as|with|that|he|she|they|it|we|the|a|to|at|on|by|for|because|while|if|before|was|were|is|has|had|will)\b)"
    r"[a-z])"
)
VAGUE = re.compile("early|late|mid")


MONTH_END = rf"{END}{NO_NAME}{NO_VERB}"


@GRAMMAR.rule("month beside the document's", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S}(?P<m>{FULL})\b{MONTH_END}")
def _month_beside(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    return single("month", civil.stepped_month(setting.reference, month_of(match["m"]), STEP[match["which"].lower()]), stated=False)


BESIDE = rf"{S}(?:of{S})?(?P<which>last|this|next){S}year\b"


@GRAMMAR.rule("day and month of a year beside the document's", rf"{LEAD}{DAY}(?:{S}of)?{S}{MONTH}{BESIDE}", needs="year")
@GRAMMAR.rule("month and day of a year beside the document's", rf"{LEAD}{MONTH}{S}{DAY}{BESIDE}", needs="year")
@GRAMMAR.rule("month of a year beside the document's", rf"(?<![\w-]){MONTH}{BESIDE}", needs="year")
@GRAMMAR.rule("season of a year beside the document's", rf"\b(?:the{S})?(?!fall{S}(?!of)){SEASON}{BESIDE}", needs="year")
def _of_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    groups, year = match.groupdict(), setting.reference.year + STEP[match["which"]]
    if "season" in groups:
        return single("season", f"{year:04}-{civil.SEASONS[match['season'].lower()]}", stated=False)
    if "d" in groups:
        return single("day", civil.day(year, month_of(match["m"]), int(match["d"])), stated=False)
    return single("month", f"{year:04}-{month_of(match['m']):02}", stated=False)


@GRAMMAR.rule(
    "season",
    r"\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring|[Oo]ver|[Ff]or|[Ee]arly|[Ll]ate)[\s-]{1,2}"
    rf"(?P<date>(?:the{S})?(?:(?:early|late|mid)[\s-])?{SEASON})\b(?!{S}(?:of\b|\d)|['’-]?\w)"
    rf"{ALONE}",
)
def _season(match: re.Match[str], setting: Setting) -> Meaning | None:
    """In the season itself "in the spring" is this one, whichever way the clause looks; "in the fall" may be a tumble."""
    word = match["season"].lower()
    if setting.reference is None or word == "fall":
        return None
    direction = setting.direction(*match.span("date"))
    near = civil.near_season(setting.reference, civil.SEASONS[word], direction)
    return yearless("season", near + ("~" if VAGUE.search(match["date"]) else ""), ahead=direction == civil.FUTURE)


@GRAMMAR.rule(
    "season beside the document's", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?){S}{SEASON}\b(?!{S}\d|['’-]?\w(?!\b))"
)
def _season_beside(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    step = STEP[" ".join(match["which"].lower().split())]
    return single("season", civil.stepped_season(setting.reference, civil.SEASONS[match["season"].lower()], step), stated=False)


NICKNAMES = (
    r"Bloody|Black|Super|Fat|Cyber|Casual|Shrove|Whit|Spy|Giving|Sheffield|Man|Ruby|Small\sBusiness|Taco"
    r"|[Ee]very|[Ee]ach|[Aa]lternate|(?:[Oo]n|was)\sa|[Aa]\stypical|[Aa]ny|[Oo]ne"
)
PAPERS = (
    r"Times|Mail|Mirror|Express|Telegraph|Herald|Post|Star|Sun|People|World|Independent|Tribune|Age|Night\sLive|Morning\sHerald|League|School"
    r"|Review|Club|Bank"
)


@GRAMMAR.rule(
    "weekday",
    rf"\b(?=[A-Zacelnotw])(?:(?P<not>{NICKNAMES})\s)?(?:(?:the\s)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|[Cc]oming)\s)?"
    rf"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{OF_DAY}(?!\s(?:{PAPERS})\b)",
    needs="day",
)
def _weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None or match["not"]:
        return None
    number, which = WEEKDAYS[match["day"][:3].lower()], " ".join((match["which"] or "").lower().split())
    if which in STEPPING:
        return single("day", civil.stepped_weekday(setting.reference, number, STEP[which]), stated=False)
    direction = _way(match, setting)
    asked = which == "this" or IS.match(setting.text, match.end()) or AHEAD.search(setting.text, max(0, match.start() - 40), match.start())
    if direction == civil.OPEN and asked:
        direction = civil.FUTURE
    return Meaning("day", (civil.weekday(setting.reference, number, direction),), stated=False, ahead=direction == civil.FUTURE)


def _way(match: re.Match[str], setting: Setting) -> int:
    """ "The game is Sunday" and "set for Sunday" look ahead; "blamed for Sunday's attack" looks back, "Sunday's vote" either way."""
    before = LISTED.sub("", setting.text[max(0, match.start() - 60) : match.start()])
    if setting.text[match.end() : match.end() + 1] not in ("'", "’"):
        return civil.FUTURE if SET.search(before) else setting.direction(*match.span())
    over = not TO_COME.match(setting.text, match.end()) and not AHEAD.search(before)
    return civil.PAST if over else setting.direction(*match.span())


@GRAMMAR.rule(
    "weekday and day of its month",
    rf"\b(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?{S}the{S}(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)\b(?!{S}(?:of\b|[a-z]{{3,12}}\s(?:time|day)))",
    needs="day",
)
def _weekday_and_day(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The nearest month in which that day falls on that weekday; it is seldom the case in more than one of three."""
    reference = setting.reference
    if reference is None:
        return None
    near = [civil.month(reference, step) for step in (0, -1, 1, -2, 2)]
    days = [civil.day(int(month[:4]), int(month[5:]), int(match["d"])) for month in near]
    wanted = WEEKDAYS[match["day"][:3].lower()]
    return next((single("day", day, stated=False) for day in days if day and datetime.date.fromisoformat(day).weekday() == wanted), None)


@GRAMMAR.rule(
    "weekday of a week",
    rf"\b(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{OF_DAY}{S}(?:of{S})?(?P<which>last|this|next){S}week\b",
    needs="week",
)
def _weekday_of_week(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    monday = civil.week(setting.reference, STEP[match["which"]])[:10]
    return single("day", civil.shifted(datetime.date.fromisoformat(monday), WEEKDAYS[match["day"][:3].lower()]), stated=False)


TO_COME = re.compile(
    r"[’']s\s(?:[\w’-]{1,15}\s){0,3}(?:elections?|votes?|voting|runoff|polls?|referendum|ballot|games?|match|race|final|semi-?final|fight|bout|debate"
    r"|meetings?|summit|talks|session|hearing|trial|ceremony|funeral|launch|deadline|rally|march|concert|show|opening|inauguration|test|contest)\b"
)
IS = re.compile(r"\s(?:is|are)\s")
SET = re.compile(r"\b(?:(?:is|are)\s(?:[\w:.,’-]{1,12}\s){0,3}|for\s)(?:the\s)?$")
AHEAD = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Aa]head\sof|[Dd]ue|[Bb]efore)\s(?:the\s)?$")
