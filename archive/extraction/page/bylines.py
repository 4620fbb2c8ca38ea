"""Reads who wrote the text and for whom, as the page prints it: "By Ana Ruiz", "Источник: Берег"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.extraction.page.agencies import is_known, is_other_body, is_outlet
from archive.extraction.page.kinds import HEAD_BLOCKS, Sheet
from archive.extraction.text.blocks import Block
from archive.extraction.types import NameFound, Span

FURTHER = r"(?!(?:For|FOR|And|AND|With|WITH|In|IN|At|AT|Of|OF|On|ON)\b)[^\W\d_a-zа-яіїєґў][\w.’'-]{0,30}"
NAME = rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^\W\d_][\w.’'-]{{0,30}}(?:\s{FURTHER}){{1,3}}"
ANOTHER = rf"(?:(?:,|,?\s(?:and|&|и|і|й|ды))\s{NAME}){{0,3}}"
FOR_WHOM = r"(?:\s(?:[Ff]or|FOR|in|of|with|at)\s[^|•]{2,60})?"
AUTHOR = re.compile(
    r"(?:[Bb]y|BY|[Aa]uthors?:|[Tt]ext:|[Ww]ritten by|[Ii]nterview:|Авторы?:|Текст:|Интервью:|Аўтары?:|Автори:)\s"
    rf"(?P<name>{NAME}{ANOTHER}){FOR_WHOM}"
    r"(?:,\s[\w ]{2,40})?(?:\s?[|•].{0,60})?$"
)
# In a line with its day: "17 May 2023 by Ana Ruiz".
BESIDE = re.compile(rf"\b(?:[Bb]y|BY)\s(?P<name>{NAME}{ANOTHER})")
# A byline of several, or one in a line with something else.
BYLINE = re.compile(
    r"(?:^|[|•]\s?)(?:[Bb]y|BY):?\s(?:[^\W\d_][\w.’'-]*+\s?){2,8}$|^(?:By|BY)\s[A-Z][\w.’'-]+\s[A-Z][\w.’'-]+\s(?:[A-Z]|and\s[A-Z])"
)
# "Ana Ruiz in Ardo", "ANA RUIZ, SPOKESPERSON": who wrote, where the page doesn't say "by".
BARE = re.compile(rf"{NAME}{ANOTHER}(?:\s(?:in|with|for)\s[^.!?]{{2,50}}|,\s[^.!?]{{3,60}})?$")
# "…, CoastWire has learned".
LEARNED = re.compile(r",\s(?P<name>[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?)\shas\slearn(?:ed|t)\b")
SOURCE = re.compile(r"(?:Source|Источник|Крыніца|Джерело):\s(?P<name>[^\n|]{2,60})$")
PART = re.compile(r"[^,|•·/–—()]{2,60}")  # of a line that holds a stamp
SECTIONS = frozenset("world local latest breaking business sports top national political all our more related".split())


def author_in(sheet: Sheet) -> tuple[int | None, NameFound | None]:
    """The author with the number of the block that names him."""
    for number, block in enumerate(sheet.blocks):
        match = AUTHOR.match(block.text) if sheet.kinds[number] in ("line", "stamp") else None
        match = match or (BESIDE.search(block.text) if number in sheet.stamps else None)
        if match:
            return number, _name(block, match.start("name"), _without_outlet(match["name"]))
    return None, None


def _without_outlet(names: str) -> str:
    """ "Ana Ruiz, Associated Press" without the outlet."""
    name, comma, last = names.rpartition(", ")
    return name if comma and is_outlet(last) else names


def outlet_in(sheet: Sheet, title: int | None) -> NameFound | None:
    """The outlet that says it learned something; otherwise the one that is given as the source, or named beside the day of publication.

    A ministry that is a source is none.
    """
    for pattern in (LEARNED, SOURCE):
        for block in sheet.blocks:
            match = pattern.search(block.text)
            if match and not is_other_body(match["name"]):
                return _name(block, match.start("name"), match["name"])
    named = (_name(block, start, block.text[start:end].partition(" (")[0]) for block, (start, end) in _beside_stamps(sheet, title))
    found = next((name for name in named if is_outlet(name.name) and name.name.split()[0].casefold() not in SECTIONS), None)
    return found or next((_name(block, 0, block.text) for block in sheet.blocks[:HEAD_BLOCKS] if is_known(block.text)), None)


def _beside_stamps(sheet: Sheet, title: int | None) -> Iterator[tuple[Block, Span]]:
    """The parts of the lines with a stamp in the head, and the lines above and below them."""
    for number in [number for number in sheet.stamps if number < HEAD_BLOCKS]:
        yield from ((sheet.blocks[number], part.span()) for part in PART.finditer(sheet.blocks[number].text))
        for at in (number - 1, number + 1):
            is_line = 0 <= at < len(sheet.blocks) and at != title and sheet.kinds[at] == "line"
            if is_line and not AUTHOR.match(sheet.blocks[at].text):
                yield sheet.blocks[at], (0, len(sheet.blocks[at].text))


def _name(block: Block, start: int, name: str) -> NameFound:
    start += len(name) - len(name.lstrip())
    name = name.strip()
    return NameFound(name, block.start + start, block.start + start + len(name))
