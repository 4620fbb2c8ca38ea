"""English dates counted in units from the document's own day: "yesterday", "last month", "three years ago", "in recent weeks"."""

from __future__ import annotations

import datetime
import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DateGrammar, Meaning, S, Setting, single
from archive.extraction.dates.english.terms import NUMBER, OF_DAY, STEP, UNIT, WHICH, number_of

GRAMMAR = DateGrammar()
# Within a sentence these are names, as of "USA Today".
CAPITALS = ("Today", "Tomorrow", "Yesterday", "Tonight")


DAYS_AWAY = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "last evening": -1,
}


@GRAMMAR.rule(
    "day beside the document's",
    rf"(?P<head>(?:^|[.!?:;“”\"‘’'«»()\[\]\n–—-]|\.\s)\s{{0,2}})?\b(?P<date>(?:the{S})?(?:[Ee]arlier{S}|[Ll]ater{S})?"
    rf"(?P<word>[Dd]ay{S}before{S}yesterday|[Dd]ay{S}after{S}tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"
    rf"|[Tt]his{S}(?:morning|afternoon|evening)|[Ll]ast{S}(?:night|evening))\b{OF_DAY})",
    needs="esterday oday omorrow onight orning fternoon vening night",
)
def _beside(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Inside a sentence a capital letter makes it a name: "USA Today"."""
    if setting.reference is None or (match["word"] in CAPITALS and match["head"] is None):
        return None
    word = " ".join(match["word"].lower().split())
    step = DAYS_AWAY.get(word, -2 if "before" in word else 2)
    return single("day", civil.shifted(setting.reference, step), stated=False)


@GRAMMAR.rule(
    "week, month or year beside the document's",
    rf"\b(?=[CcELNTelnt])(?:[Ee]arlier{S}|[Ll]ater{S}|[Tt]his{S}time{S}|(?P<the>[Tt]he{S})(?=[Ll]ast|[Nn]ext))?{WHICH}{S}(?:(?:calendar|fiscal|financial|academic|school){S})?"
    r"(?P<unit>[Ww]eek(?:end)?|[Mm]onth|[Yy]ear|[Dd]ecade|[Cc]entury)(?P<owner>s(?=\s[a-z]{3}))?\b(?!-)",
)
def _unit_beside(match: re.Match[str], setting: Setting) -> Meaning | None:
    if match["the"] and match["which"] == "next":
        return None  # counts from the date told before
    if match["owner"] and match["which"].lower() != "this":  # "this years festival", as it is often written
        return None
    return _stepped(match["unit"].lower(), STEP[" ".join(match["which"].lower().split())], setting, match.start(), match.end())


@GRAMMAR.rule(
    "the weekend", rf"\b(?:[Oo]ver|[Dd]uring|[Tt]hroughout|[Aa]t|[Oo]n|[Aa]head{S}of){S}(?P<date>the{S}weekend)\b", needs="weekend"
)
def _the_weekend(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _stepped("weekend", 0 if setting.direction(*match.span("date")) == civil.FUTURE else -1, setting, *match.span("date"))


@GRAMMAR.rule(
    "earlier or later in the unit",
    rf"\b(?:[Ee]arl(?:ier|y)|[Ll]ater?)(?:{S}on)?{S}in{S}the{S}(?P<unit>day|week|month|year|decade|century)\b",
    needs="arl ate",
)
def _in_the_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _stepped(match["unit"], 0, setting, *match.span())


@GRAMMAR.rule("the week, month or year", r"\bthe (?P<unit>week|month|year|decade|century)\b(?![’']s\s)")
def _the_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    value = _stepped(match["unit"], 0, setting, *match.span())
    return Meaning(value.kind, value.edtf, loose=True, stated=False) if value else None


@GRAMMAR.rule(
    "year end",
    rf"\b(?:(?P<by>[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore)|[Aa]t|[Ss]ince|[Ff]rom){S}(?P<date>(?:the{S})?(?:calendar{S})?year(?:[’']s)?[\s-]end)\b(?!-)",
    needs="year",
)
def _year_end(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    direction = civil.FUTURE if match["by"] else setting.direction(*match.span("date"))
    december = civil.near_month(setting.reference, 12, direction)
    return single("end", december + "~", stated=False)


def _stepped(unit: str, step: int, setting: Setting, start: int, end: int) -> Meaning | None:
    reference = setting.reference
    if reference is None:
        return None
    if unit == "day":
        return single("day", reference.isoformat(), stated=False)
    if unit == "week":
        return single("week", civil.week(reference, step), stated=False)
    if unit == "weekend":
        past = step == 0 and reference.weekday() < 5 and setting.direction(start, end) == civil.PAST
        return single("week", civil.weekend(reference, -1 if past else step), stated=False)
    if unit == "month":
        return single("month", civil.month(reference, step), stated=False)
    if unit == "decade":
        return single("decade", f"{reference.year // 10 + step}X", stated=False)
    if unit == "century":
        return single("century", f"{reference.year // 100 + step:02}XX", stated=False)
    return single("year", f"{reference.year + step:04}", stated=False)


ROUGHLY = (
    rf"(?:(?P<roughly>[Nn]early|[Aa]lmost|[Ss]ome|[Rr]oughly|[Aa]bout|[Aa]round|[Aa]pproximately){S}"
    rf"|(?:[Mm]ore|[Ll]ess|[Ff]ewer){S}than{S}|[Jj]ust{S}(?:over|under){S}|[Oo]ver{S}|[Aa]t{S}least{S})?"
)
BACK = rf"(?:ago\b|earlier{S}than{S}now\b)"


@GRAMMAR.rule(
    "so long ago",
    rf"{ROUGHLY}{NUMBER}{S}(?P<half>half{S})?(?P<unit>day|week|month|year|decade|centur(?:y|ies))s?\b{S}{BACK}",
    needs="ago",
)
@GRAMMAR.rule("half so long ago", rf"{ROUGHLY}\b[Hh]alf{S}a(?P<n>n?){S}(?P<unit>year|decade|century)\b(?P<half>){S}{BACK}", needs="alf_a")
@GRAMMAR.rule(
    "one and a half ago",
    rf"{ROUGHLY}\b[Aa](?P<n>){S}(?P<unit>year|decade){S}and{S}a{S}half(?P<half>)\b{S}{BACK}",
    needs="a_half",
)
def _ago(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    unit = "century" if match["unit"].startswith("centur") else match["unit"]
    if match["half"] is not None:
        return _half_ago(match, setting, unit)
    value = _counted(setting, number_of(match["n"]), unit)
    return single(value.kind, value.edtf[0] + "~", stated=False) if value and match["roughly"] and "/" not in value.edtf[0] else value


def _half_ago(match: re.Match[str], setting: Setting, unit: str) -> Meaning | None:
    """Half a year, decade or century back; with "and a half" one and a half."""
    months = {"year": 6, "decade": 60, "century": 600}.get(unit)
    if months is None or setting.reference is None:
        return None
    months *= 3 if "and" in match[0] else 1
    far = civil.month(setting.reference, -months)
    return single("month" if unit == "year" and months == 6 else "year", (far if months == 6 else far[:4]) + "~", stated=False)


def _counted(setting: Setting, count: int, unit: str) -> Meaning | None:
    """Decades and centuries are counted in round numbers, so the year that comes out is approximate."""
    if setting.reference is None:
        return None
    kind = unit if unit in ("day", "week", "month") else "year"
    value = civil.back(setting.reference, count, unit)
    return single(kind, value and value + ("~" if unit in ("decade", "century") else ""), stated=False)


@GRAMMAR.rule(
    "so long ago this day",
    rf"{NUMBER}{S}(?P<unit>week|month|year)s?{S}ago{S}(?P<day>today|yesterday|tomorrow|this{S}(?P<same>week|month))\b",
    needs="ago_t ago_y",
)
def _ago_today(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "A year ago today", "ten years ago this month"."""
    if setting.reference is None:
        return None
    from_day = datetime.date.fromisoformat(civil.shifted(setting.reference, DAYS_AWAY.get(match["day"], 0)))
    count = number_of(match["n"])
    if match["same"] == "month":
        return single("month", civil.month(setting.reference, -count * (12 if match["unit"] == "year" else 1)), stated=False)
    if match["unit"] == "week":
        return single("day", civil.shifted(from_day, -7 * count), stated=False)
    month = civil.month(from_day, -count * (12 if match["unit"] == "year" else 1))
    day = civil.day(int(month[:4]), int(month[5:]), from_day.day)
    if day and match["same"]:
        return single("week", civil.week(datetime.date.fromisoformat(day), 0), stated=False)
    return single("day", day, stated=False)


@GRAMMAR.rule("hours ago", rf"{NUMBER}{S}hours{S}ago\b", needs="hours_ago")
def _hours_ago(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("day", civil.shifted(setting.reference, -(number_of(match["n"]) // 24))) if setting.reference else None


@GRAMMAR.rule("in so long", rf"\b[Ii]n{S}{NUMBER}{S}{UNIT}(?:['’]{S}time)?(?!{S}of\b)", needs="n ")
def _ahead(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _counted(setting, -number_of(match["n"]), match["unit"]) if setting.direction(*match.span()) == civil.FUTURE else None


@GRAMMAR.rule("so long from now", rf"{NUMBER}{S}{UNIT}{S}(?:from{S}(?:now|today)|hence)\b", needs="from_now from_today hence")
def _from_now(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _counted(setting, -number_of(match["n"]), match["unit"])


@GRAMMAR.rule(
    "the last so long",
    rf"\b(?:(?:the|these){S})?(?P<way>last|past|next|coming){S}(?:{NUMBER}{S})?{UNIT}(?!{S}of{S}(?:the|1|2|[A-Z]))",
    needs="last past next coming",
)
def _lately(match: re.Match[str], setting: Setting) -> Meaning | None:
    """A stretch that ends at the document's day, or begins there. Without a number only "the past year" is one."""
    unnumbered = match["n"] is None
    if setting.reference is None or (unnumbered and match["way"] != "past") or (unnumbered and match[0].rstrip().endswith("s")):
        return None
    count = number_of(match["n"] or "one")
    ahead = match["way"] in ("next", "coming")
    if count == 1 and not unnumbered and match["n"].lower() in ("a", "an"):
        return None
    stretch = (
        civil.until_then(setting.reference, count, match["unit"]) if ahead else civil.since_then(setting.reference, count, match["unit"])
    )
    return single("span", stretch, stated=False)


@GRAMMAR.rule(
    "lately",
    rf"\b(?:(?:the|these){S})?(?:(?:last|past){S}(?:few|several|couple{S}of)|recent){S}(?:days|weeks|months|years|decades)\b"
    rf"|\b(?P<ahead>the{S}(?:next|coming){S}(?:(?:few|several|couple{S}of){S})?(?:days|weeks|months|years))\b",
    needs="ecent ast coming next",
)
def _vaguely(match: re.Match[str], setting: Setting) -> Meaning | None:
    """How far such a stretch goes back is not said; where it ends is."""
    if setting.reference is None:
        return None
    return single("open", f"{setting.reference}/.." if match["ahead"] else f"../{setting.reference}", stated=False)
