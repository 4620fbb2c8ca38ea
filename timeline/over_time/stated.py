"""The one date, number or share that some words state. Of several of a kind nothing is read, for none is meant alone."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from archive import edtf
from archive.matching.numbers import Quantity, quantities

MOST_KEPT = 2_000  # texts
DATE, NUMBER, SHARE = "date", "number", "share"
KINDS = {"plain": NUMBER, "percent": SHARE}  # of quantities; ranks, points and days without a year are drawn nowhere


class Stated(NamedTuple):
    """As it is written, and the least and the most that it can be: of a date the ordinals of its first and last day."""

    kind: str
    text: str
    least: float
    most: float
    short: str  # as an axis names it


@lru_cache(maxsize=MOST_KEPT)
def stated_in(words: str, language: str) -> tuple[Stated, ...]:
    """One of each kind, at most. A date needs its year: what “next spring” is hangs on the day on which it was said."""
    found = quantities(words)
    dates = _dates(words, language) if any(one.kind == "year" for one in found) else []
    numbers = [one for one in found if one.kind in KINDS and not _is_in(one, words, dates)]
    return tuple(_alone([*dates, *map(_number, numbers)]))


def _number(one: Quantity) -> Stated:
    return Stated(KINDS[one.kind], one.text, one.value, one.value, one.text)


def _dates(words: str, language: str) -> list[Stated]:
    from archive.extraction.dates import find_dates  # noqa: PLC0415 - a third of a second, for claims whose words name years

    found = find_dates(words, language=language or None, reference=None)
    values = [(one.text, edtf.parse(one.edtf)) for one in found if one.edtf]
    return [_date(text, _named(value)) for text, value in values]


def _named(value: edtf.Edtf) -> edtf.Edtf:
    """Of “by 2020” the end that is named."""
    ends = [end for end in value.ends if end]
    return ends[0] if value.is_open and ends else value


def _date(text: str, value: edtf.Edtf) -> Stated:
    latest = value.latest or value.earliest
    return Stated(DATE, text, value.earliest.toordinal(), latest.toordinal(), value.words)


def _is_in(number: Quantity, words: str, dates: Iterable[Stated]) -> bool:
    """Whether it is a part of a date: the day of a month."""
    return any(words.find(one.text) <= number.start < words.find(one.text) + len(one.text) for one in dates)


def _alone(found: list[Stated]) -> list[Stated]:
    kinds = [one.kind for one in found]
    return [one for one in found if kinds.count(one.kind) == 1]
