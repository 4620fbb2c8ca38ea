"""English months without a day and a year: "in March", "September was wet", "the August figures", "the hottest May on record"."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DASH, DateGrammar, Meaning, S, Setting, yearless
from archive.extraction.dates.english.terms import FULL, month_of

GRAMMAR = DateGrammar()
# Months that are nothing else; the others are names of people, verbs and adjectives too.
SURE = "January|February|July|September|October|November|December"
SHORT = r"(?:Jan|Feb|Sept?|Oct|Nov|Dec)\."
OTHERS = f"{SURE}|March|April|June|August"
# A day or year would follow.
END = rf"(?!{S}?\d|[-–—][A-Z])"
# What makes a name or a verb of the month: "to May Smith", "to March the", "of May's Cabinet".
NO_NAME = r"(?![’']s[^\S\n][A-Z]|[^\S\n](?!(?:President|Prime|Mr|Mrs|Ms|Sen|Gov|Rep|Gen|Secretary|Congress|Parliament)\b)[A-Z])"
NO_VERB = r"(?![^\S\n](?:the|be|not|have)\b)"
BEFORE = (
    r"(?:[Aa]s{S}(?:recently|early|late){S}as|[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough|[Tt]hroughout|[Dd]uring|[Bb]etween|[Bb]ack{S}in|[Ee]arly|[Ll]ate|[Mm]id|[Ss]ometime{S}in|(?:year|months?|quarter|half){S}(?:to|ended|ending))"
).replace("{S}", S)


@GRAMMAR.rule(
    "month of the figures",
    rf"(?<![\w’'./-])(?P<date>(?P<m>{OTHERS}))(?=(?:[’']s)?{S}(?:(?:jobs?|sales|trade|price|inflation|retail|payrolls?|unemployment|jobless){S}){{0,2}}"
    rf"(?:figures?|data|numbers|statistics|reading|results|index|payrolls)\b)",
    needs="figure data numbers statistics reading results index payrolls",
)
def _of_figures(match: re.Match[str], setting: Setting) -> Meaning | None:
    """What was counted is over, whenever it is told."""
    if setting.reference is None:
        return None
    return yearless("month", civil.near_month(setting.reference, month_of(match["m"]), civil.PAST), ahead=False)


@GRAMMAR.rule("month", rf"\b{BEFORE}(?:{S}|-)(?P<date>(?P<m>{FULL}|{SHORT}))(?!\w){END}")
def _asked_for(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The word before asks for a time; only what follows may still make a name of the month."""
    if match["m"] in NAMES and NAMED.match(setting.text, match.end()):
        return None
    return _near(match, setting)


COUNTED = (
    "figures?|data|reports?|forecasts?|gain|rise|drop|fall|increase|decrease|sales|orders|rate|index|inflation|growth|exports|imports|output|production"
    "|estimates?|scheduled|set|planned|slated|election|trial|vote"
)


@GRAMMAR.rule("month", rf"\b(?:{COUNTED}){S}for{S}(?P<date>(?P<m>{FULL}))\b{END}{NO_NAME}", needs="for")
def _for(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Whether the figures are out or due, they are of the nearest such month."""
    if setting.reference is None:
        return None
    return yearless("month", civil.near_month(setting.reference, month_of(match["m"]), civil.OPEN), ahead=False)


@GRAMMAR.rule("month", rf"\b(?:of|to|and)(?:{S}|-)(?P<date>(?P<m>{FULL}))\b{END}{NO_NAME}{NO_VERB}")
def _in_range(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _near(match, setting, loose=True)


@GRAMMAR.rule("month after a month", rf"\b(?P<first>{FULL})(?:,|,?{S}(?:and|or)){S}(?=(?P<date>(?P<m>{FULL}))\b{END}{NO_NAME}{NO_VERB})")
def _listed(match: re.Match[str], setting: Setting) -> Meaning | None:
    """April and May may be two people."""
    return None if {match["first"], match["m"]} <= NAMES else _near(match, setting)


@GRAMMAR.rule(
    "month before what it names",
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[’']s){S}(?:(?:new|latest|final|first|revised|weak|strong|key|crucial){S})?(?P<date>(?P<m>{OTHERS}))"
    rf"(?={S}(?!(?:on|of|in|to|is|was|and|or|for|at|by|that|who){S})[a-z]{{3}})",
)
@GRAMMAR.rule("month that owns", rf"\b(?P<date>(?P<m>{SURE}))(?=[’']s{S}[a-z])")
@GRAMMAR.rule(
    "month that is compared",
    rf"\b(?:(?:[Cc]ompared|[Cc]omparison){S}(?:with|to)|than|[Vv]ersus|[a-z]{{2,12}}est|record|month{S}of){S}(?P<date>(?P<m>{OTHERS}))\b{END}{NO_NAME}(?![’']s)",
)
@GRAMMAR.rule(
    "month that is compared",
    rf"\b[a-z]{{2,12}}est{S}(?P<date>(?P<m>May))(?={S}(?:on{S}record|since|in{S}\w{{2,10}}{S}(?:years|decades)|ever)\b)",
    needs="est",
)
@GRAMMAR.rule(
    "month as the subject",
    rf"(?:^|\n|[.!?;:,][\"”’»)]{{0,2}}\s|\b(?:and|but|while|as)\s)\s{{0,2}}(?P<date>(?P<m>March|August))(?={S}(?:saw|brought|marked|(?:was|is|will{S}be|has{S}been|had{S}been){S}(?:(?:the|an?|one)\b|\w{{3,12}}est\b|cold|hot|wet|dry|warm|mild|slow|quiet|busy))\b)",
    needs="March August",
)
def _named(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _near(match, setting)


@GRAMMAR.rule("month alone", rf"(?<![\w’'./-])(?P<m>{SURE})(?![\w])(?![’'-]\w){END}")
def _alone(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Between capital letters it is part of a name: "Black September", "the October Revolution"."""
    before = setting.text[max(0, match.start() - 24) : match.start()]
    return None if PART_OF_NAME.search(before) or CAPITAL.match(setting.text, match.end()) else _near(match, setting)


@GRAMMAR.rule("months", rf"(?<![\w-])(?P<m>{OTHERS}){S}?{DASH}{S}?(?P<m2>{OTHERS})\b(?!,?{S}\d)")
def _stretch(match: re.Match[str], setting: Setting) -> Meaning | None:
    first, last = month_of(match["m"]), month_of(match["m2"])
    if setting.reference is None or first == last:
        return None
    near = civil.near_month(setting.reference, last, setting.direction(*match.span()))
    begin = f"{int(near[:4]) - (first > last):04}-{first:02}"
    return yearless("span", f"{begin}/{near}", ahead=False)


NAMES = {"April", "May", "June", "August"}
NAMED = re.compile(NO_NAME.replace("(?!", "(?:", 1))
CAPITAL = re.compile(r"[^\S\n][A-Z]")
PART_OF_NAME = re.compile(
    r"(?:\bM(?:r|rs|s|iss)\.?[^\S\n]$)|(?<!\w)(?!(?:The|In|On|By|Of|And|But|For|Last|Next|This|Since|Until|From|After|Before|During|Early|Late|A|An|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)\b)"
    r"[A-Z][\w’'-]{0,20}[^\S\n]$"
)


def _near(match: re.Match[str], setting: Setting, *, loose: bool = False) -> Meaning | None:
    if setting.reference is None:
        return None
    start, end = match.span("date") if "date" in match.re.groupindex else match.span()
    direction = civil.FUTURE if DELIVERED.match(setting.text, end) else setting.direction(start, end)
    near = civil.near_month(setting.reference, month_of(match["m"]), direction)
    return yearless("month", near, ahead=direction == civil.FUTURE, loose=loose)


# What is traded for a month is still to come.
DELIVERED = re.compile(r"\s(?:delivery|deliveries|futures|contracts?|crude|Brent)\b")
