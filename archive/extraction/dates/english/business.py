"""English quarters and halves of a year, as business pages tell of them: "the 1988 third quarter", "Q4", "the year-earlier period"."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import YEAR, DateGrammar, Distance, Meaning, S, Setting, single, yearless
from archive.extraction.dates.english.terms import MONEY, ORDINALS, STEP, WHICH

GRAMMAR = DateGrammar()
PART = r"(?P<part>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\s-](?P<unit>quarter|half)"


@GRAMMAR.rule("quarter or half of a year", rf"\b(?:the{S})?{PART}\b(?!{S}of\b|-|{S}(?:match|game|time|pole|final))", needs="quarter half")
def _quarter(match: re.Match[str], setting: Setting) -> Meaning | None:
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
def _quarter_beside(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    return single("span", civil.quarter(setting.reference, STEP[" ".join(match["which"].lower().split())]), stated=False)


@GRAMMAR.rule(
    "quarter or half after its year",
    rf"\b(?:(?:[Ff]iscal|FY){S}?)?(?P<y>{YEAR})(?:[’']s)?{S}(?:fiscal{S})?{PART}\b(?!-|{S}of\b)",
    needs="quarter half",
)
def _of_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    months = 3 if match["unit"] == "quarter" else 6
    last = ORDINALS[match["part"].lower()] * months
    return single("span", f"{match['y']}-{last - months + 1:02}/{match['y']}-{last:02}") if last <= 12 else None


@GRAMMAR.rule(
    "quarter by its number", rf"\b(?:[Ii]n|[Ff]or|[Oo]f|[Dd]uring|[Ss]ince|than|from){S}(?P<date>Q(?P<q>[1-4]))\b(?!{S}?\d|:)", needs="Q"
)
def _by_number(match: re.Match[str], setting: Setting) -> Meaning | None:
    if setting.reference is None:
        return None
    return yearless("span", civil.near_part(setting.reference, int(match["q"]), 3, setting.direction(*match.span("date"))), ahead=False)


@GRAMMAR.rule(
    "the quarter told before",
    rf"\b(?:[Ff]or|[Ii]n|[Dd]uring){S}(?P<date>(?:the|that){S}quarter)\b(?!{S}(?:of|to|ended|ending|through)\b|[-’'])",
    needs="quarter",
)
def _told_before(match: re.Match[str], setting: Setting) -> Meaning | None:
    return Meaning("span", (), stated=False, step=Distance("quarter", 0, least=80))


@GRAMMAR.rule(
    "the business year",
    rf"\b[Ff]or{S}(?P<date>the{S}(?:full{S}|whole{S}|entire{S})?year)\b(?=[,.;]|{S}(?:as{S}a{S}whole|ahead))",
    needs="year",
)
def _the_year(match: re.Match[str], setting: Setting) -> Meaning | None:
    """In winter the results are those of the year that is over."""
    reference = setting.reference
    if reference is None or not MONEY.search(setting.text[max(0, match.start() - 160) : match.end() + 160]):
        return None
    over = reference.month <= 3 and setting.direction(*match.span("date")) == civil.PAST
    return single("year", f"{reference.year - over:04}", stated=False)
