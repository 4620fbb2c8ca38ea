"""English weekdays, months, seasons and quarters without their year, read beside the document's own day."""

from __future__ import annotations

import datetime
import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import Grammar, S, Setting, Value, single, yearless
from archive.extraction.dates.english_terms import DAY, FULL, LEAD, MONEY, MONTH, OF_DAY, ORDINALS, SEASON, STEP, WEEKDAYS, WHICH, month_of

GRAMMAR = Grammar()
# A day or year would follow, or what makes a name or a verb of the month: "to May Smith", "to March the", "of May's Cabinet".
MONTH_END = rf"(?!{S}?\d|[’']s{S}[A-Z]|[^\S\n](?:[A-Z]|(?:the|be|not|have)\b))"
BEFORE_MONTH = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough|[Dd]uring|[Bb]etween|[Ee]arly|[Ll]ate|[Mm]id|of|to|and)"
# What follows is no noun that the season belongs to, as in "the spring budget".
ALONE = (
    rf"(?!{S}(?!(?:and|or|but|after|when|as|with|that|he|she|they|it|we|the|a|to|at|on|by|for|because|while|if|before|was|were|is|has|had|will)\b)"
    r"[a-z])"
)
VAGUE = re.compile("early|late|mid")


@GRAMMAR.rule("month", rf"\b(?P<before>{BEFORE_MONTH})(?:{S}|-)(?P<date>(?P<m>{FULL}))\b{MONTH_END}")
def _month(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    direction = setting.direction(*match.span("date"))
    near = civil.near_month(setting.reference, month_of(match["m"]), direction)
    loose = match["before"] in ("of", "to", "and")
    return yearless("month", near, ahead=direction == civil.FUTURE, loose=loose)


OTHERS = "January|February|March|April|June|July|August|September|October|November|December"
UNLIKE = "January|February|July|September|October|November|December"


@GRAMMAR.rule("month after a month", rf"\b(?P<first>{FULL})(?:,|,?{S}(?:and|or)){S}(?=(?P<date>(?P<m>{FULL}))\b{MONTH_END})")
@GRAMMAR.rule(
    "month before what it names",
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir){S}(?P<date>(?P<m>{OTHERS}))(?={S}(?!(?:on|of|in|to|is|was|and|or|for|at|by|that|who){S})[a-z]{{3}})",
)
@GRAMMAR.rule("month that owns", rf"\b(?P<date>(?P<m>{UNLIKE}))(?=[’']s{S}[a-z])")
def _month_named(match: re.Match[str], setting: Setting) -> Value | None:
    """April and May may be two people."""
    names = {match.groupdict().get("first"), match["m"]}
    if setting.reference is None or names <= {"April", "May", "June", "August"}:
        return None
    direction = setting.direction(*match.span("date"))
    near = civil.near_month(setting.reference, month_of(match["m"]), direction)
    return yearless("month", near, ahead=direction == civil.FUTURE)


@GRAMMAR.rule("month beside the document's", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S}(?P<m>{FULL})\b{MONTH_END}")
def _month_beside(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    return single("month", civil.stepped_month(setting.reference, month_of(match["m"]), STEP[match["which"].lower()]), stated=False)


BESIDE = rf"{S}(?:of{S})?(?P<which>last|this|next){S}year\b"


@GRAMMAR.rule("day and month of a year beside the document's", rf"{LEAD}{DAY}(?:{S}of)?{S}{MONTH}{BESIDE}", needs="year")
@GRAMMAR.rule("month and day of a year beside the document's", rf"{LEAD}{MONTH}{S}{DAY}{BESIDE}", needs="year")
@GRAMMAR.rule("month of a year beside the document's", rf"(?<![\w-]){MONTH}{BESIDE}", needs="year")
@GRAMMAR.rule("season of a year beside the document's", rf"\b(?:the{S})?(?!fall{S}(?!of)){SEASON}{BESIDE}", needs="year")
def _of_year(match: re.Match[str], setting: Setting) -> Value | None:
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
def _season(match: re.Match[str], setting: Setting) -> Value | None:
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
def _season_beside(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    step = STEP[" ".join(match["which"].lower().split())]
    return single("season", civil.stepped_season(setting.reference, civil.SEASONS[match["season"].lower()], step), stated=False)


PART = r"(?P<part>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\s-](?P<unit>quarter|half)"


@GRAMMAR.rule("quarter or half of a year", rf"\b(?:the{S})?{PART}\b(?!{S}of\b|-|{S}(?:match|game|time|pole|final))", needs="quarter half")
def _quarter(match: re.Match[str], setting: Setting) -> Value | None:
    """A quarter without its year is one of a match or a town, unless the text around it speaks of money."""
    around = setting.text[max(0, match.start() - 160) : match.end() + 160]
    if setting.reference is None or not MONEY.search(around):
        return None
    months = 3 if match["unit"] == "quarter" else 6
    number = ORDINALS[match["part"].lower()]
    if number * months > 12:
        return None
    near = civil.near_part(setting.reference, number, months, setting.direction(*match.span()))
    return yearless("span", near, ahead=False)


@GRAMMAR.rule("quarter beside the document's", rf"\b{WHICH}{S}quarter\b", needs="quarter")
def _quarter_beside(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    return single("span", civil.quarter(setting.reference, STEP[" ".join(match["which"].lower().split())]), stated=False)


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
    rf"\b(?:(?P<not>{NICKNAMES})\s)?(?:(?:the\s)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|[Cc]oming)\s)?"
    rf"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{OF_DAY}(?!\s(?:{PAPERS})\b)",
    needs="day",
)
def _weekday(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None or match["not"]:
        return None
    number, which = WEEKDAYS[match["day"][:3].lower()], " ".join((match["which"] or "").lower().split())
    if which in ("last", "next", "coming", "this past", "this coming"):
        return single("day", civil.stepped_weekday(setting.reference, number, STEP[which]), stated=False)
    direction = setting.direction(*match.span())
    if direction == civil.OPEN and (which == "this" or AHEAD.search(setting.text, max(0, match.start() - 40), match.start())):
        direction = civil.FUTURE
    return Value("day", (civil.weekday(setting.reference, number, direction),), stated=False, ahead=direction == civil.FUTURE)


@GRAMMAR.rule(
    "weekday of a week",
    rf"\b(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{OF_DAY}{S}(?:of{S})?(?P<which>last|this|next){S}week\b",
    needs="week",
)
def _weekday_of_week(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    monday = civil.week(setting.reference, STEP[match["which"]])[:10]
    return single("day", civil.shifted(datetime.date.fromisoformat(monday), WEEKDAYS[match["day"][:3].lower()]), stated=False)


AHEAD = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Aa]head\sof|[Dd]ue|[Bb]efore)\s(?:the\s)?$")
