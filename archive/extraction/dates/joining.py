"""Two dates with "to" between them, or with "and" after "between", are the ends of one range."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.extraction.dates.core import Core, Meaning
from archive.extraction.dates.ranges import range_of
from archive.extraction.dates.surroundings import HEAD, Dated, Surroundings
from archive.extraction.text.rules import Rules

APART = 24  # characters that may stand between the two, and before the first for what opens the range


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cores that follow each other: what stands `between` them, and what `opened` the range before the first."""

    text: str
    first: Core
    second: Core
    words: Surroundings
    before: str
    between: re.Match[str] | None
    opened: re.Match[str] | None


def joined(text: str, first: Core, second: Core, words: Surroundings) -> list[Dated]:
    """The range that the two make, or nothing.

    A dash makes one expression of them. Where a word stands between, they are two dates, the bounds of the range. The second has the
    whole range for its value where the two aren't complete one by one, or where "From 2014 to 2021" opens the sentence that it frames.
    """
    if second.start - first.end > APART:
        return []
    before = text[max(0, first.start - APART) : first.start]
    pair = Pair(text, first, second, words, before, words.joins.fullmatch(text, first.end, second.start), words.opens.search(before))
    value = range_of(first.value, second.value) if pair.between and MAY_JOIN(pair) else None
    if value is None or pair.between is None:
        return []
    if pair.between["dash"]:
        return [Dated(first.start, second.end, (value,), f"from {first.rule} to {second.rule}")]
    return _bounded(pair, value)


MAY_JOIN = Rules[[Pair], bool]("may two dates be one range", otherwise=True)


@MAY_JOIN.when("one of them can be read in several ways", False, "The office was open from 3/4/2019 to 5/6/2019.")
def _is_ambiguous(pair: Pair) -> bool:
    return len(pair.first.value.edtf) > 1 or len(pair.second.value.edtf) > 1


@MAY_JOIN.when("and without between", False, "They met in 2014 and 2016, the mayor said.")
def _is_listed(pair: Pair) -> bool:
    return bool(pair.between and pair.between["and"]) and not (pair.opened and pair.opened["between"])


@MAY_JOIN.when("a bare number that nothing opens", False, "The council counted 1990 to 2015 votes.")
def _is_unopened(pair: Pair) -> bool:
    loose = pair.first.value.loose or pair.second.value.loose
    return loose and not pair.opened and not pair.words.company.search(pair.before)


@MAY_JOIN.when("a loose word first", False, "The school was closed in the week to 3 May 2019.")
def _begins_loosely(pair: Pair) -> bool:
    return pair.first.value.loose and not pair.first.value.stated


def _bounded(pair: Pair, value: str) -> list[Dated]:
    first, second = pair.first, pair.second
    begins, closes = _bounds(first.value, second.value, value)
    rule = f"from {first.rule} to {second.rule}"
    whole = _is_frame(pair) or _in_common(pair.text, first, second)
    second_value, second_rule = (value, rule) if whole else (closes, f"{second.rule}, end")
    return [
        Dated(first.start, first.end, (begins,), f"{first.rule}, beginning"),
        Dated(second.start, second.end, (second_value,), second_rule),
    ]


def _is_frame(pair: Pair) -> bool:
    """ "From 2014 to 2021" at the head of the sentence."""
    if pair.opened is None or not pair.first.value.kind == pair.second.value.kind == "year":
        return False
    return (pair.opened["frame"] or "")[:1].isupper() and bool(HEAD.search(pair.before[: pair.opened.start()]))


def _bounds(first: Meaning, second: Meaning, value: str) -> tuple[str, str]:
    """What each end says for itself; two weekdays were read as a pair."""
    start, end = value.split("/")
    is_counted = second.yearless or (second.kind == "day" and not second.stated)
    return (first.edtf[0] if first.stated else start), (end if is_counted else second.edtf[0])


def _in_common(text: str, first: Core, second: Core) -> bool:
    """A year, or the word "year", is said once for both: "from May to June 2020"."""
    if not first.value.stated and (second.value.stated or (first.value.yearless and not second.value.yearless)):
        return True
    return text[first.start : first.end].isdigit() and text[second.start].isdigit() and not text[second.start : second.end].isdigit()
