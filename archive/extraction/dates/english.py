"""Date expressions of English."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DASH, YEAR, Grammar, S, Setting, Value, single

GRAMMAR = Grammar()
NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
MONTHS = {name[:3]: number for number, name in enumerate(NAMES, 1)}
WEEKDAYS = {name[:3]: number for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}

FULL = "|".join(name.title() for name in NAMES)
LOUD = "|".join(name.upper() for name in NAMES)
MONTH = rf"(?P<m>{FULL}|{LOUD}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
SECOND_MONTH = MONTH.replace("?P<m>", "?P<m2>")
DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
SECOND_DAY = DAY.replace("?P<d>", "?P<d2>")
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day\b|\b\.?)"
LEAD = rf"(?<![\w.,/$£€-])(?:{WEEKDAY},?{S})?"
AFTER_DAY = rf"(?![\d%]|[.,:]\d|-year|{S}per{S}?cent)"
NUMBER = r"(?P<n>\[?\b(?:\d{1,3}|[Aa]n?|" + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in NUMBERS if len(w) > 2) + r")\b\]?)"
UNIT = r"(?P<unit>day|week|month|year|decade)s?\b"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)"
STEP = {"last": -1, "this": 0, "next": 1, "coming": 1}


def month_of(word: str) -> int:
    return MONTHS[word[:3].lower()]


def number_of(word: str) -> int:
    word = word.strip("[]").lower()
    return int(word) if word.isdigit() else NUMBERS[word]


@GRAMMAR.rule("day, month and year", rf"{LEAD}(?:the{S})?{DAY}(?:{S}of)?{S}{MONTH},?{S}(?P<y>{YEAR})\b")
@GRAMMAR.rule("month, day and year", rf"{LEAD}{MONTH}{S}{DAY}(?:,{S}?|{S})(?P<y>{YEAR})\b")
def _full(match: re.Match[str], setting: Setting) -> Value | None:
    return single("day", civil.day(int(match["y"]), month_of(match["m"]), int(match["d"])))


@GRAMMAR.rule("day, month and short year", rf"{LEAD}{DAY}{S}{MONTH}{S}(?P<y>[’']?\d\d)(?=[.,;:)\]]*+(?:\s|$))(?!\.\d)")
def _short_year(match: re.Match[str], setting: Setting) -> Value | None:
    year = civil.full_year(int(match["y"].strip("’'")), setting.reference)
    return single("day", civil.day(year, month_of(match["m"]), int(match["d"])))


@GRAMMAR.rule("day and month", rf"{LEAD}(?:the{S})?{DAY}(?:{S}of)?{S}{MONTH}(?!\w|,?{S}{YEAR}\b)")
@GRAMMAR.rule("month and day", rf"{LEAD}{MONTH}{S}(?:the{S})?{DAY}{AFTER_DAY}(?!\w|,?{S}{YEAR}\b)")
def _yearless(match: re.Match[str], setting: Setting) -> Value | None:
    number, month = int(match["d"]), month_of(match["m"])
    if setting.reference is None:
        return None
    year = civil.near_year(setting.reference, month, number, setting.direction(*match.span()))
    return single("day", civil.day(year, month, number), stated=False) if year else None


@GRAMMAR.rule(
    "days of a month",
    rf"(?<![\w.,/$£€-]){DAY}(?:{S}?{DASH}{S}?|{S}(?:to|and|or|through|until){S}){SECOND_DAY}(?:{S}of)?{S}{MONTH}(?:,?{S}(?P<y>{YEAR}))?\b",
)
@GRAMMAR.rule(
    "days of a month, month first",
    rf"(?<!\w){MONTH}{S}{DAY}(?:{S}?{DASH}{S}?|{S}(?:to|and|or|through|until){S}){SECOND_DAY}(?:,?{S}(?P<y>{YEAR})\b|{AFTER_DAY}(?!\w))",
)
def _days(match: re.Match[str], setting: Setting) -> Value | None:
    month, first, last = month_of(match["m"]), int(match["d"]), int(match["d2"])
    year = int(match["y"]) if match["y"] else None
    if year is None and setting.reference:
        year = civil.near_year(setting.reference, month, first, setting.direction(*match.span()))
    if year is None or first >= last:
        return None
    ends = civil.day(year, month, first), civil.day(year, month, last)
    return single("span", "/".join(end for end in ends if end)) if all(ends) else None


@GRAMMAR.rule("month and year", rf"(?<![\w-]){MONTH}(?:,|{S}of)?{S}(?P<y>{YEAR})(?![\w%]|[.,]\d)")
def _month_year(match: re.Match[str], setting: Setting) -> Value | None:
    return single("month", f"{int(match['y']):04}-{month_of(match['m']):02}")


NAMED_AS_PEOPLE = "(?:March|April|May|June|August)"
BEFORE_MONTH = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|of|to|and)"
)


@GRAMMAR.rule(
    "month", rf"\b(?P<before>{BEFORE_MONTH})(?:{S}|-)(?P<date>(?P<m>{FULL}))\b(?!{S}?\d|['’.]?{S}[A-Z]|{S}(?:the|be|not|have|[A-Z]))"
)
def _month(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    direction = {"last": civil.PAST, "next": civil.FUTURE}.get(match["before"].lower()) or setting.direction(*match.span("date"))
    loose = match["before"] in ("of", "to", "and")
    return single("month", civil.near_month(setting.reference, month_of(match["m"]), direction), stated=False, loose=loose)


@GRAMMAR.rule("year", rf"(?<![\w.,/$£€#№'’+:])(?<![\d\s]-)(?P<y>{YEAR})(?![\d%]|\w|[.,:]\d|-[a-z]|/\d)")
def _year(match: re.Match[str], setting: Setting) -> Value | None:
    return single("year", match["y"], loose=True) if _may_be_year(int(match["y"]), setting) else None


def _may_be_year(year: int, setting: Setting) -> bool:
    return 1000 <= year <= (setting.reference.year if setting.reference else 2020) + 80


@GRAMMAR.rule(
    "years from … to …",
    rf"(?<![\w.,/$£€#№'’+:–—-])(?P<y>{YEAR}){S}?{DASH}{S}?(?P<y2>{YEAR}|\d\d)(?![\w%/–-]|[.,:]\d)(?!{S}(?:people|votes|euros|dollars|km|metres))",
)
def _years(match: re.Match[str], setting: Setting) -> Value | None:
    first = int(match["y"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    good = first < last <= first + 150 and _may_be_year(first, setting)
    return single("span", f"{first}/{last}") if good else None


@GRAMMAR.rule("decade", r"(?<![\w.,$£€])(?P<y>1[5-9]\d0|20\d0|[’'][2-9]0)[’']?s\b")
def _decade(match: re.Match[str], setting: Setting) -> Value | None:
    digits = match["y"].strip("’'")
    return single("decade", ("19" + digits if len(digits) == 2 else digits)[:3] + "X")


DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}


@GRAMMAR.rule("decade in words", rf"\b(?:[Tt]he|[Ee]arly|[Ll]ate|[Mm]id){DASH}?{S}?(?P<date>(?P<word>" + "|".join(DECADES) + r"))\b")
def _decade_in_words(match: re.Match[str], setting: Setting) -> Value | None:
    return single("decade", f"19{DECADES[match['word']]}X")


@GRAMMAR.rule(
    "century", rf"\b(?P<n>[1-9]|1\d|2[01]|[Ee]ighteen|[Nn]ineteen|[Tt]wentie|[Tt]wenty-fir)(?:st|nd|rd|th){DASH}?{S}?[Cc]entury\b"
)
def _century(match: re.Match[str], setting: Setting) -> Value | None:
    word = match["n"].lower()
    number = int(word) if word.isdigit() else next(n for name, n in CENTURIES.items() if name.startswith(word))
    return single("century", f"{number - 1:02}XX")


@GRAMMAR.rule("season and year", rf"\b(?:the{S})?{SEASON}(?:{S}of)?{S}(?P<y>{YEAR})(?![\w%])")
def _season_year(match: re.Match[str], setting: Setting) -> Value | None:
    return single("season", f"{match['y']}-{civil.SEASONS[match['season'].lower()]}")


@GRAMMAR.rule(
    "season",
    rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring)(?:{S}the)?){S}(?P<date>{SEASON})\b(?!{S}(?:of\b|\d)|['’-]?\w)",
)
def _season(match: re.Match[str], setting: Setting) -> Value | None:
    which, word = match["which"].lower(), match["season"].lower()
    if setting.reference is None or (word == "fall" and which not in STEP):
        return None
    direction = {"last": civil.PAST, "next": civil.FUTURE}.get(which, setting.direction(*match.span("date")))
    return single("season", civil.near_season(setting.reference, civil.SEASONS[word], direction), stated=False)


@GRAMMAR.rule("quarter", rf"\b(?:Q(?P<q>[1-4]){S}(?:of{S})?(?P<y>{YEAR})|(?P<y2>{YEAR}){S}?Q(?P<q2>[1-4]))\b")
def _quarter(match: re.Match[str], setting: Setting) -> Value | None:
    quarter, year = int(match["q"] or match["q2"]), match["y"] or match["y2"]
    return single("span", f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}")


@GRAMMAR.rule("weekday", r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s)?(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
def _weekday(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None:
        return None
    number, which = WEEKDAYS[match["day"][:3].lower()], (match["which"] or "").lower()
    same = number == setting.reference.weekday()
    if which == "last" and same:
        return single("day", civil.shifted(setting.reference, -7))
    if which in ("next", "coming"):
        return single("day", civil.shifted(setting.reference, 7) if same else civil.weekday(setting.reference, number, civil.FUTURE))
    direction = civil.PAST if which == "last" else setting.direction(*match.span())
    return single("day", civil.weekday(setting.reference, number, direction), stated=False)


DAYS_AWAY = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
}


@GRAMMAR.rule(
    "day beside the document's",
    rf"\b(?:the{S})?(?P<word>[Dd]ay{S}before{S}yesterday|[Dd]ay{S}after{S}tomorrow|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"
    rf"|[Tt]his{S}(?:morning|afternoon|evening)|[Ll]ast{S}night)\b",
)
def _beside(match: re.Match[str], setting: Setting) -> Value | None:
    word = " ".join(match["word"].lower().split())
    step = DAYS_AWAY.get(word, -2 if "before" in word else 2)
    return single("day", civil.shifted(setting.reference, step)) if setting.reference else None


@GRAMMAR.rule(
    "week, month or year beside the document's",
    rf"\b(?:[Ee]arlier{S}|[Ll]ater{S}|the{S})?{WHICH}{S}(?P<unit>[Ww]eek(?:end)?|[Mm]onth|[Yy]ear|[Dd]ecade|[Cc]entury)\b(?!-)",
)
def _unit_beside(match: re.Match[str], setting: Setting) -> Value | None:
    return _stepped(match["unit"].lower(), STEP[match["which"].lower()], setting, match.start(), match.end())


@GRAMMAR.rule("the weekend", rf"\b(?:[Oo]ver|[Dd]uring|[Tt]hroughout|[Aa]t|[Oo]n){S}(?P<date>the{S}weekend)\b")
def _the_weekend(match: re.Match[str], setting: Setting) -> Value | None:
    return _stepped("weekend", 0, setting, *match.span("date"))


@GRAMMAR.rule("the week, month or year", r"\bthe (?P<unit>week|month|year|decade|century)\b")
def _the_unit(match: re.Match[str], setting: Setting) -> Value | None:
    value = _stepped(match["unit"], 0, setting, *match.span())
    return Value(value.kind, value.edtf, loose=True, stated=False) if value else None


def _stepped(unit: str, step: int, setting: Setting, start: int, end: int) -> Value | None:
    reference = setting.reference
    if reference is None:
        return None
    if unit == "week":
        return single("week", civil.week(reference, step), stated=False)
    if unit == "weekend":
        ahead = reference.weekday() >= 5 or setting.direction(start, end) == civil.FUTURE
        return single("week", civil.weekend(reference, step if ahead or step else -1), stated=False)
    if unit == "month":
        return single("month", civil.month(reference, step), stated=False)
    if unit == "decade":
        return single("decade", f"{reference.year // 10 + step}X", stated=False)
    if unit == "century":
        return single("century", f"{reference.year // 100 + step:02}XX", stated=False)
    return single("year", f"{reference.year + step:04}", stated=False)


@GRAMMAR.rule("so long ago", rf"{NUMBER}{S}{UNIT}{S}ago\b")
def _ago(match: re.Match[str], setting: Setting) -> Value | None:
    kind = {"day": "day", "week": "week", "month": "month"}.get(match["unit"], "year")
    return single(kind, civil.back(setting.reference, number_of(match["n"]), match["unit"])) if setting.reference else None


@GRAMMAR.rule("hours ago", rf"{NUMBER}{S}hours{S}ago\b")
def _hours_ago(match: re.Match[str], setting: Setting) -> Value | None:
    return single("day", civil.shifted(setting.reference, -(number_of(match["n"]) // 24))) if setting.reference else None


@GRAMMAR.rule("in so long", rf"\b[Ii]n{S}{NUMBER}{S}{UNIT}(?:['’]{S}time)?(?!{S}of\b)")
def _ahead(match: re.Match[str], setting: Setting) -> Value | None:
    if setting.reference is None or setting.direction(*match.span()) != civil.FUTURE:
        return None
    kind = {"day": "day", "week": "week", "month": "month"}.get(match["unit"], "year")
    return single(kind, civil.back(setting.reference, -number_of(match["n"]), match["unit"]))


@GRAMMAR.rule("the last so long", rf"\b(?:the|these){S}(?:last|past){S}{NUMBER}{S}{UNIT}")
def _lately(match: re.Match[str], setting: Setting) -> Value | None:
    reference = setting.reference
    return single("span", civil.since_then(reference, number_of(match["n"]), match["unit"]), stated=False) if reference else None
