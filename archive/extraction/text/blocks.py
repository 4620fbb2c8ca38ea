"""Splits a text into blocks: its paragraphs, each a span without surrounding white space.

One line is one block, as editors and web pages write. Where the text is wrapped by hand (an e-mail, an old press release) the lines of
a paragraph are joined to one block again; the spans still count in the untouched text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.extraction.text.marks import QUOTES
from archive.extraction.text.wrapping import Line, unwrapped

LINE = re.compile(r"[^\n\r\u2028\u2029]++")
# Before the items of a list.
BULLETS = "-•*·▪‣◦"


@dataclass(frozen=True, slots=True)
class Block:
    start: int
    end: int
    text: str
    # Whether an empty line stands before it.
    apart: bool


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of the text, in order."""
    lines = _lines(text)
    apart = {line.start for line in lines if line.apart}
    return [Block(start, end, text[start:end], start in apart) for start, end in unwrapped(lines)]


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    for match in LINE.finditer(text):
        inner = match[0].strip().strip("\ufeff").strip()
        if inner:
            start = match.start() + match[0].index(inner)
            is_apart = _is_gap(text[found[-1].end if found else 0 : start])
            found.append(Line(start, start + len(inner), inner, start - match.start(), is_apart))
    return found


def _is_gap(between: str) -> bool:
    return between.replace("\r\n", "\n").replace(QUOTES, "\n").count("\n") > 1
