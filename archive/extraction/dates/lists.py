"""Days of one month that are listed: a stretch where they follow each other or stand behind "between", else each by itself."""

from __future__ import annotations

import re

from archive.extraction.dates import civil
from archive.extraction.dates.core import Meaning, Place, Setting

NUMBER, DIGITS = re.compile(r"\d[\w-]*"), re.compile(r"\d+")
REACH = 12  # characters before a list


def days_listed(
    match: re.Match[str], month: int, setting: Setting, between: re.Pattern[str], *, sure: bool = True
) -> list[tuple[Place, Meaning]]:  # fmt: skip
    """What the list in the group "days" means, in the year of the group "y" or else the nearest. One item takes the month with it."""
    places = [found.span() for found in NUMBER.finditer(setting.text, *match.span("days"))]
    numbers = [int(number[0]) for place in places if (number := DIGITS.search(setting.text, *place))]
    year = int(match["y"]) if match["y"] else _near_year(match, month, numbers[0], setting, sure=sure)
    if year is None:
        return []
    days = [day for number in numbers if (day := civil.day(year, month, number))]
    if len(days) < len(numbers):
        return [(match.span(), Meaning("none", ()))]
    is_stretch = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if is_stretch or between.search(setting.text, max(0, match.start() - REACH), match.start()):
        return [(match.span(), stretch(f"{days[0]}/{days[-1]}", match, setting.direction(*match.span())))] if days[0] < days[-1] else []
    places[0], places[-1] = (min(match.start(), places[0][0]), places[0][1]), (places[-1][0], match.end())
    stated = bool(match["y"])
    return [(place, Meaning("day", (day,), stated=stated, yearless=not stated)) for place, day in zip(places, days, strict=True)]


def stretch(edtf: str, match: re.Match[str], direction: int) -> Meaning:
    """From one day to another, in the year of the group "y" where it is written."""
    stated = bool(match["y"])
    return Meaning("span", (edtf,), stated=stated, yearless=not stated, ahead=direction == civil.FUTURE)


def _near_year(match: re.Match[str], month: int, number: int, setting: Setting, *, sure: bool) -> int | None:
    if setting.reference is None:
        return None
    return civil.near_year(setting.reference, month, number, setting.direction(*match.span()), sure=sure)
