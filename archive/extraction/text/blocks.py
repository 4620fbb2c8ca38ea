"""Splits a text into blocks: its paragraphs, each a span without surrounding white space.

One line is one block, as editors and web pages write. Where the text is wrapped by hand (an e-mail, an old press release) the lines of
a paragraph are joined to one block again; the spans still count in the untouched text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

LINE = re.compile(r"[^\n\r\u2028\u2029]++")
WRAPPED_WIDTH = range(45, 101)
SURE = 3


@dataclass(frozen=True, slots=True)
class Block:
    start: int
    end: int
    text: str
    # Whether an empty line stands before it.
    apart: bool


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of the text, in order."""
    lines = [line for found in LINE.finditer(text) if (line := _trimmed(text, *found.span()))]
    joined = _unwrapped(text, lines) if _is_wrapped(text, lines) else lines
    ends = [0] + [end for _, end in joined]
    return [Block(start, end, text[start:end], _is_gap(text[before:start])) for before, (start, end) in zip(ends, joined, strict=False)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    inner = line.strip().strip("\ufeff").strip()
    if not inner:
        return None
    begin = start + line.index(inner)
    return begin, begin + len(inner)


def _is_gap(between: str) -> bool:
    return between.replace("\r\n", "\n").count("\n") > 1


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Several lines of even width go on in lower case on the next line, and no line is longer than a hand would wrap."""
    if any(end - start > WRAPPED_WIDTH[-1] for start, end in lines):
        return False
    followed = pairwise(lines)
    return sum(text[b[0]].islower() and a[1] - a[0] in WRAPPED_WIDTH for a, b in followed) >= SURE


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    widest = max(end - start for start, end in lines)
    joined: list[tuple[int, int]] = []
    width = 0
    for start, end in lines:
        goes_on = joined and width >= 0.6 * widest and not _is_gap(text[joined[-1][1] : start])
        if goes_on:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        width = end - start
    return joined
