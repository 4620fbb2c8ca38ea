"""The words and the small pieces of pattern of which English dates are made."""

from __future__ import annotations

import re

from archive.extraction.dates.core import S

NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name[:3]: number for number, name in enumerate(NAMES, 1)}
WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
TENS = {name: number * 10 for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
NUMBERS = {word: number for number, word in enumerate(SMALL, 1)} | TENS | {"a": 1, "an": 1, "a couple of": 2}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
CENTURIES = {
    word: number
    for number, word in enumerate(
        "twelf thirteen fourteen fifteen sixteen seventeen eighteen nineteen twentie twenty-fir".split(), 12
    )
}  # fmt: skip

FULL = "|".join(name.title() for name in NAMES)
LOUD = "|".join(name.upper() for name in NAMES)
SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH = rf"(?P<m>{FULL}|{LOUD}|(?:{SHORT}|{SHORT.upper()})\b\.?|May\.(?=\s\d))"
SECOND_MONTH = MONTH.replace("?P<m>", "?P<m2>")
NUMBER_OF_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\d)"
DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?"
SECOND_DAY = DAY.replace("?P<d>", "?P<d2>")
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day\b|\b\.?)"
# Nothing that makes the number part of another stands before it; a hyphen may, behind a day, month or year: "7 Jun-14 Jul".
MONTH_ENDS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ary|rch|ril|une|uly|ust|ept|ber"
FREE = rf"(?=[\dA-Zt])(?:(?<![\w.,/$£€-])|(?i:(?<=(?:{MONTH_ENDS})-))|(?<=\b[12]\d\d\d-)|(?<=\d-)(?=[A-Z]))"
LEAD = rf"{FREE}(?:(?P<wd>{WEEKDAY}),?{S})?(?:the{S})?"
AFTER_DAY = rf"(?![\d%]|[.,:]\d|-year|{S}per{S}?cent)"
AND = rf"(?:,?{S}(?:and|or|&){S})"
TO = rf"(?:{S}?[-–—‑]{S}?|{S}(?:to|through|until){S})"


def either_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


SPOKEN = "|".join(either_case(word) for word in SMALL)
NUMBER = (
    rf"(?P<n>\[?\b(?<!\d[.,])(?:\d{{1,3}}|(?:{'|'.join(either_case(word) for word in TENS)})(?:[-\s](?:{'|'.join(SMALL[:9])}))?|{SPOKEN}"
    r"|[Aa]\scouple\sof|[Aa]n?)\b\]?)"
)
UNIT = r"(?P<unit>day|week|month|year|decade)s?\b"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
OF_DAY = rf"(?:{S}(?:morning|afternoon|evening|night|noon)\b)?"
# Words and figures beside which a bare "quarter" or "half" is one of the year and none of a match or a town.
MONEY = re.compile(
    r"\b(?:profits?|sales|revenues?|earn(?:s|ed|ings)|incomes?|loss(?:es)?|GDP|grew|growth|output|exports?|imports?|dividends?|economy"
    r"|deficit|inflation|turnover|shipments|deliveries|orders|year[-\s](?:earlier|ago)|fiscal|results|guidance|forecasts?|billion|million"
    r"|per\s?cent)\b|[$€£%]",
    re.IGNORECASE,
)
WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|(?:[Tt]he\s)?[Cc]oming|(?:[Tt]he\s)?[Cc]urrent|[Tt]he\slatest)"
STEP = {
    "the latest": -1,
    "last": -1,
    "this past": -1,
    "this": 0,
    "current": 0,
    "the current": 0,
    "next": 1,
    "coming": 1,
    "the coming": 1,
    "this coming": 1,
}


def month_of(word: str) -> int:
    return MONTHS[word[:3].lower()]


def number_of(word: str) -> int:
    """The number that a match of NUMBER writes."""
    word = " ".join(word.strip("[]").lower().replace("-", " ").split())
    if word.isdigit() or word in NUMBERS:
        return int(word) if word.isdigit() else NUMBERS[word]
    tens, ones = word.split()
    return NUMBERS[tens] + NUMBERS[ones]
