"""Reads who wrote the text and for whom, as the page prints it: "By Ana Ruiz", "Источник: Берег"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extraction.page.kinds import Sheet
from archive.extraction.text.blocks import Block
from archive.extraction.types import NameFound

NAME = r"[^\W\d_][\w.’'-]{0,30}(?:\s[^\W\d_a-zа-я][\w.’'-]{0,30}){1,3}"
ANOTHER = rf"(?:(?:,|,?\s(?:and|&|и|і|й|ды))\s{NAME}){{0,3}}"
AUTHOR = re.compile(
    r"(?:[Bb]y|BY|[Aa]uthors?:|[Tt]ext:|[Ww]ritten by|[Ii]nterview:|Авторы?:|Текст:|Интервью:|Аўтары?:|Автори:)\s"
    rf"(?P<name>{NAME}{ANOTHER})"
    r"(?:,\s[\w ]{2,40})?(?:\s?[|•].{0,60})?$"
)
# A byline of several, or one in a line with something else.
BYLINE = re.compile(
    r"(?:^|[|•]\s?)(?:[Bb]y|BY):?\s(?:[^\W\d_][\w.’'-]*+\s?){2,8}$|^(?:By|BY)\s[A-Z][\w.’'-]+\s[A-Z][\w.’'-]+\s(?:[A-Z]|and\s[A-Z])"
)
# "…, CoastWire has learned".
LEARNED = re.compile(r",\s(?P<name>[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?)\shas\slearn(?:ed|t)\b")
SOURCE = re.compile(r"(?:Source|Источник|Крыніца|Джерело):\s(?P<name>[^\n|]{2,60})$")


def author_in(sheet: Sheet) -> tuple[int | None, NameFound | None]:
    """The author with the number of the block that names him."""
    for number, block in enumerate(sheet.blocks):
        match = AUTHOR.match(block.text) if sheet.kinds[number] in ("line", "stamp") else None
        if match:
            return number, _name(block, match)
    return None, None


def outlet_in(blocks: Sequence[Block]) -> NameFound | None:
    """The outlet that says it learned something; otherwise the one that is given as the source."""
    for pattern in (LEARNED, SOURCE):
        for block in blocks:
            match = pattern.search(block.text)
            if match:
                return _name(block, match)
    return None


def _name(block: Block, match: re.Match[str]) -> NameFound:
    name = match["name"].strip()
    return NameFound(name, block.start + match.start("name"), block.start + match.end("name"))
