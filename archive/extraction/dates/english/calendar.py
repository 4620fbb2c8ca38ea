"""English dates that name their place in the calendar: days, months, years, decades, centuries, seasons and quarters of a year."""

from __future__ import annotations

import datetime
import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import DASH, YEAR, DateGrammar, Meaning, S, Setting, day_or_none, single, yearless
from archive.extraction.dates.english.direction import governed
from archive.extraction.dates.english.terms import (
    AFTER_DAY,
    CENTURIES,
    DAY,
    FREE,
    FULL,
    LEAD,
    MONTH,
    SEASON,
    SECOND_DAY,
    SECOND_MONTH,
    TO,
    WEEKDAYS,
    month_of,
)
from archive.extraction.dates.lists import stretch

GRAMMAR = DateGrammar()
SPOKEN_DAYS = {word: number for number, word in enumerate("first second third fourth fifth".split(), 1)}


@GRAMMAR.rule("day, month and year", rf"{LEAD}{DAY}(?:{S}of)?{S}{MONTH},?{S}(?P<y>{YEAR})\b")
@GRAMMAR.rule("month, day and year", rf"{LEAD}{MONTH}{S}{DAY}(?:,{S}?|{S})(?P<y>{YEAR})\b")
def _full(match: re.Match[str], setting: Setting) -> Meaning | None:
    return day_or_none(civil.day(int(match["y"]), month_of(match["m"]), int(match["d"])))


@GRAMMAR.rule("day, month and short year", rf"{LEAD}{DAY}{S}{MONTH}{S}(?P<y>[’']?\d\d)(?=[.,;:)\]]*+(?:\s|$))(?!\.\d)")
def _short_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    year = civil.full_year(int(match["y"].strip("’'")), setting.reference)
    return day_or_none(civil.day(year, month_of(match["m"]), int(match["d"])))


@GRAMMAR.rule("day and month", rf"{LEAD}{DAY}(?:{S}of)?{S}{MONTH}(?!\w|,?{S}{YEAR}\b)")
@GRAMMAR.rule("month and day", rf"{LEAD}{MONTH}{S}(?:the{S})?{DAY}{AFTER_DAY}(?!\w|,?{S}{YEAR}\b)")
def _yearless(match: re.Match[str], setting: Setting) -> Meaning | None:
    month, number = month_of(match["m"]), int(match["d"])
    if match["wd"] and setting.reference:
        sure = civil.year_of_weekday(setting.reference, month, number, WEEKDAYS[match["wd"][:3].lower()])
        if sure:
            return single("day", civil.day(sure, month, number), stated=False)
    return _nearest(setting, month, number, match.span())


@GRAMMAR.rule("last or next day of that name", rf"\b(?P<which>[Ll]ast|[Nn]ext){S}{MONTH}{S}{DAY}{AFTER_DAY}(?!\w|,?{S}{YEAR}\b)")
def _beside(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    month, number, direction = month_of(match["m"]), int(match["d"]), civil.FUTURE if match["which"].lower() == "next" else civil.PAST
    beside = setting.reference + datetime.timedelta(direction)
    year = civil.near_year(beside, month, number, direction)
    return single("day", civil.day(year, month, number), stated=False) if year else None


@GRAMMAR.rule(
    "day in words and month",
    rf"\b[Tt]he{S}(?P<d>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth){S}of{S}(?P<m>{FULL})\b(?!{S}\d)",
    needs="of",
)
def _spoken(match: re.Match[str], setting: Setting) -> Meaning | None:
    return _nearest(setting, month_of(match["m"]), SPOKEN_DAYS[match["d"].lower()], match.span())


def _nearest(setting: Setting, month: int, number: int, span: tuple[int, int]) -> Meaning | None:
    if not civil.is_day(month, number):
        return Meaning("none", ())
    if setting.reference is None:
        return None
    direction = setting.direction(*span)
    year = civil.near_year(setting.reference, month, number, direction, sure=governed(setting.text, span[0]))
    return yearless("day", civil.day(year, month, number), ahead=direction == civil.FUTURE) if year else None


@GRAMMAR.rule("days of a month", rf"{FREE}{DAY}{TO}{SECOND_DAY}(?:{S}of)?{S}{MONTH}(?:,?{S}(?P<y>{YEAR}))?\b")
@GRAMMAR.rule("days of a month, month first", rf"(?<!\w){MONTH}{S}{DAY}{TO}{SECOND_DAY}(?:,?{S}(?P<y>{YEAR})\b|{AFTER_DAY}(?!\w))")
def _days(match: re.Match[str], setting: Setting) -> Meaning | None:
    month, first, last = month_of(match["m"]), int(match["d"]), int(match["d2"])
    year, direction = int(match["y"]) if match["y"] else None, civil.OPEN
    if year is None and setting.reference:
        direction, sure = setting.direction(*match.span()), governed(setting.text, match.start())
        year = civil.near_year(setting.reference, month, first, direction, sure=sure)
    if year is None or first >= last:
        return None
    ends = civil.day(year, month, first), civil.day(year, month, last)
    return stretch(f"{ends[0]}/{ends[1]}", match, direction) if all(ends) else Meaning("none", ())


@GRAMMAR.rule("months of a year", rf"(?<![\w-]){MONTH}{S}?{DASH}{S}?{SECOND_MONTH},?{S}(?P<y>{YEAR})(?![\w%]|[.,]\d)")
def _months(match: re.Match[str], setting: Setting) -> Meaning | None:
    first, last, year = month_of(match["m"]), month_of(match["m2"]), int(match["y"])
    return single("span", f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}") if first != last else None


@GRAMMAR.rule("month and year", rf"(?<![\w-]){MONTH}(?:,|{S}of)?{S}(?P<y>{YEAR})(?![\w%]|[.,]\d)")
def _month_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("month", f"{int(match['y']):04}-{month_of(match['m']):02}")


@GRAMMAR.rule("month and short year", rf"(?<![\w-]){MONTH},?{S}(?P<y>[’']\d\d)\b(?![’']?s)", needs="’ '")
def _month_short_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("month", f"{civil.full_year(int(match['y'][1:]), setting.reference):04}-{month_of(match['m']):02}")


@GRAMMAR.rule("year", rf"(?<![\w.,/$£€#№'’+:])(?<![\d\s]-)(?P<y>{YEAR})(?![\d%]|\w|[.,:]\d|-[a-z]|/\d)")
def _year(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("year", match["y"], loose=True) if _may_be_year(int(match["y"]), setting) else None


@GRAMMAR.rule(
    "year of two digits",
    r"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Ss]pring|[Ss]ummer|[Ff]all|[Ww]inter|[Ff]iscal|FY)\s?(?P<date>[’'](?P<y>\d\d))\b(?![’']?s)",
    needs="’ '",
)
def _two_digits(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("year", f"{civil.full_year(int(match['y']), setting.reference):04}")


@GRAMMAR.rule(
    "fiscal year", rf"\b(?:[Ff]iscal(?:{S}year)?|[Ff]inancial{S}year|FY){S}?(?P<y>{YEAR})\b(?!{S}?[-–/]{S}?\d)", needs="iscal inancial FY"
)
def _fiscal(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("year", match["y"])


@GRAMMAR.rule(
    "year of an era", r"\b(?:(?:A\.D\.|AD)\s(?P<y>[1-9]\d{0,3})|(?P<y2>[1-9]\d{0,3})\s(?:A\.D\.|AD|CE|C\.E\.))(?!\w)", needs="D CE C.E"
)
def _era(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("year", f"{int(match['y'] or match['y2']):04}")


@GRAMMAR.rule("year before the era", r"\b(?P<y>\d{1,5})\s(?:B\.C\.|BC|BCE|B\.C\.E\.)(?!\w)", needs="B")
def _before_era(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The record keeps no such years; read, so that no other rule takes the number for a year."""
    return Meaning("none", ())


def _may_be_year(year: int, setting: Setting) -> bool:
    return 1000 <= year <= (setting.reference.year if setting.reference else 2020) + 80


@GRAMMAR.rule(
    "years from … to …",
    rf"(?<![\w.,/$£€#№'’+:–—-])(?P<y>{YEAR}){S}?(?:{DASH}|/){S}?(?P<circa>(?:[Cc]irca|[Cc]a?\.){S}?)?(?P<y2>{YEAR}|\d\d)(?P<tens>(?<=0)s)?(?![\w%/–-]|[.,:]\d)"
    rf"(?!{S}(?:people|votes|euros|dollars|km|metres))",
)
def _years(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "1921 - circa 1970s" ends with the decade, about."""
    first, last = int(match["y"]), _last_year(match)
    if not first < last <= first + 150 or not _may_be_year(first, setting) or ("/" in match[0] and last != first + 1):
        return None
    return single("span", f"{first}/{last + (9 if match['tens'] else 0)}{'~' if match['circa'] or match['tens'] else ''}")


def _last_year(match: re.Match[str]) -> int:
    """With two digits it is of the same century: "1939-45", or of the next: "1999-00"."""
    first, last = int(match["y"]), match["y2"]
    if len(last) == 4:
        return int(last)
    return first - first % 100 + int(last) + (100 if first % 100 == 99 and last == "00" else 0)


@GRAMMAR.rule("decade", r"(?<![\w.,$£€])(?P<the>[Tt]he\s)?(?P<y>1[5-9]\d0|20\d0|[’'][2-9]0)(?P<own>[’'])?s\b", needs="0s 0’s 0's")
def _decade(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "The 1980's" are a decade, and "1980's budget" is that of a year."""
    part = PART_OF_DECADE.search(setting.text, max(0, match.start() - 8), match.start())
    if match["own"] and not match["the"] and not part:
        return None
    digits = match["y"].strip("’'")
    return single("decade", ("19" + digits if len(digits) == 2 else digits)[:3] + "X")


PART_OF_DECADE = re.compile(r"\b(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]$")
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}


@GRAMMAR.rule("decade of two digits", rf"\b[Ii]n{S}(?P<date>the{S}(?P<y>[6-9])0[’']?s)\b", needs="0s 0’s 0's")
@GRAMMAR.rule(
    "decade of two digits",
    rf"\b(?:[Ee]arly|[Ll]ate|[Mm]id|[Dd]uring{S}the|[Ss]ince{S}the|[Tt]hroughout{S}the|[Bb]ack{S}in{S}the|from{S}the|of{S}the)[\s-](?P<date>(?P<y>[2-9])0[’']?s)\b",
    needs="0s 0’s 0's",
)
def _decade_of_two(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Age and heat are told so too: "in her late 40s", "highs in the low 80s"."""
    around = setting.text[max(0, match.start() - 60) : match.end() + 30]
    return None if NO_YEARS.search(around) else single("decade", f"19{match['y']}X")


NO_YEARS = re.compile(
    r"\b(?:his|her|their|my|your|our|aged?|men|women|man|woman|people|couple|temperatures?|degrees|highs?|lows?|heat|mercury|cents|percent|scor\w{1,4})\b"
    r"|[$%°]",
    re.IGNORECASE,
)


@GRAMMAR.rule(
    "decade in words", rf"\b(?:[Tt]he|[Ee]arly|[Ll]ate|[Mm]id){DASH}?{S}?(?P<date>(?P<word>" + "|".join(DECADES) + r"))\b", needs="ies"
)
def _decade_in_words(match: re.Match[str], setting: Setting) -> Meaning | None:
    return single("decade", f"19{DECADES[match['word']]}X")


@GRAMMAR.rule(
    "century",
    rf"\b(?P<n>[1-9]|1\d|2[01]|{'|'.join(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in CENTURIES)})(?:st|nd|rd|th){DASH}?{S}?[Cc]entury\b",
    needs="entury",
)
def _century(match: re.Match[str], setting: Setting) -> Meaning | None:
    word = match["n"].lower()
    number = int(word) if word.isdigit() else CENTURIES[word]
    return single("century", f"{number - 1:02}XX")


@GRAMMAR.rule("season and year", rf"\b(?:the{S})?{SEASON}(?:{S}of)?{S}(?P<y>{YEAR})(?:[-–/](?P<y2>{YEAR}|\d\d))?(?![\w%])")
def _season_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    """A season between two years is a winter, or in the southern half of the world a summer; it is named by its first year."""
    if match["y2"] and (int(match["y2"][-2:]) - int(match["y"][-2:])) % 100 != 1:
        return None
    return single("season", f"{match['y']}-{civil.SEASONS[match['season'].lower()]}")


@GRAMMAR.rule("quarter", rf"\b(?:Q(?P<q>[1-4]){S}(?:of{S})?(?:FY{S}?)?(?P<y>{YEAR})|(?P<y2>{YEAR}){S}?Q(?P<q2>[1-4]))\b", needs="Q")
def _quarter(match: re.Match[str], setting: Setting) -> Meaning | None:
    quarter, year = int(match["q"] or match["q2"]), match["y"] or match["y2"]
    return single("span", f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}")


@GRAMMAR.rule("half year", rf"\b(?:H(?P<h>[12]){S}(?:of{S})?(?P<y>{YEAR})|(?P<y2>{YEAR}){S}?H(?P<h2>[12]))\b", needs="H1 H2")
def _half(match: re.Match[str], setting: Setting) -> Meaning | None:
    half, year = int(match["h"] or match["h2"]), match["y"] or match["y2"]
    return single("span", f"{year}-{half * 6 - 5:02}/{year}-{half * 6:02}")
