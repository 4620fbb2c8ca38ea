"""The lines of a PDF's page in the order in which they are read: those of a column one after another, also where the file draws across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

import pypdf._page
from pypdf._text_extraction._text_extractor import TextExtraction

from archive.reading.sheets import goes_on

LETTER = 0.4  # of the size of its font, that a letter is wide at least
LEAST_ROWS = 3  # of columns
WIDE = 0.58  # of the size of its font, that a letter is wide on an average at most
GAP = 0.8  # of that size, between columns at least
SHORTEST = 14  # letters in the middle line of a column; in a table they are fewer
RUNNING = 0.3  # of a column's lines that go on in small letters; in a table they begin anew
NEAR = 2.0  # points
APART = 1.45  # times the usual distance of lines, from which a paragraph begins


class Extraction(TextExtraction):  # type: ignore[misc]
    """Tells where each piece of a line begins. Its own way is to tell that of the line alone."""

    def process_operation(self, operator: bytes, operands: list[Any]) -> None:
        if operator in (b"Tm", b"Td", b"T*") and self.text:
            self._flush_text()
        super().process_operation(operator, operands)


pypdf._page.TextExtraction = Extraction


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are drawn without a break, where they begin, and the size of their letters; where in it further pieces begin."""

    words: str
    x: float
    y: float
    size: float
    pieces: tuple[tuple[float, int], ...] = ()

    @property
    def end(self) -> float:
        """Where they end at the earliest: the file doesn't say."""
        return self.x + LETTER * self.size * len(self.words)

    def cut(self, edges: list[float]) -> Iterator[Line]:
        """Its parts, where a piece begins at one of the edges."""
        at, x = 0, self.x
        for start, offset in [*self.pieces, (0.0, len(self.words))]:
            if offset == len(self.words) or any(abs(start - edge) <= NEAR for edge in edges):
                yield replace(self, words=self.words[at:offset].strip(), x=x, pieces=())
                at, x = offset, start


def lines_of(page: Any) -> list[Line]:
    """What a page shows, in the order in which it is drawn."""
    lines, words, places = list[Line](), "", list[tuple[float, float, float, int]]()

    def end() -> None:
        nonlocal words
        if places:
            x, y, size, _ = places[0]
            lines.append(Line(words.rstrip(), x, y, size, tuple((one[0], one[3]) for one in places[1:])))
        words = ""
        places.clear()

    def draw(text: str, outer: list[float], inner: list[float], _: Any, size: float) -> None:
        nonlocal words
        for number, piece in enumerate(text.split("\n")):
            if number:
                end()
            if piece.strip():
                places.append((*_placed(outer, inner, size), len(words)))
            words += piece if places else ""

    page.extract_text(visitor_text=draw)
    end()
    return lines


def _placed(outer: list[float], inner: list[float], size: float) -> tuple[float, float, float]:
    """Where a text begins on the page, and how large it is there."""
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    return x, y, abs(size * inner[3] * outer[3]) or size


def as_read(lines: list[Line]) -> list[Line]:
    """Two or three columns that are drawn line by line come one after another; whatever goes across stands between."""
    edges = _edges(lines)
    parts = [part for line in lines for part in line.cut(edges) if part.words] if edges else []
    columns = [[part.words for part in parts if _column(part, edges) == number] for number in range(len(edges) + 1)]
    if len(edges) not in (1, 2) or not all(map(_is_running, columns)):
        return lines
    read, waiting = list[Line](), list[Line]()
    for part in parts:
        if _column(part, edges) == 0 and part.end > edges[0]:
            read += [*_in_columns(waiting, edges), part]
            waiting = []
        else:
            waiting.append(part)
    return read + _in_columns(waiting, edges)


def _in_columns(lines: list[Line], edges: list[float]) -> list[Line]:
    return sorted(lines, key=lambda line: _column(line, edges))


def _column(line: Line, edges: list[float]) -> int:
    return sum(line.x >= edge - line.size for edge in edges)


def _edges(lines: list[Line]) -> list[float]:
    """Where the second and third column begin, if the page is drawn across them: there words begin behind a gap, in row after row."""
    starts = Counter(round(x) for x in _starts(lines))
    found = [float("-inf"), *sorted(float(x) for x, times in starts.items() if times >= LEAST_ROWS)]
    size = median(line.size for line in lines) if lines else 0.0
    return [edge for before, edge in pairwise(found) if edge - before > 3 * size]


def _starts(lines: list[Line]) -> Iterator[float]:
    """Where pieces begin behind a gap, with others before them at the same height."""
    steps = [(line.size, before, after) for line in lines for before, after in pairwise([(line.x, 0), *line.pieces])]
    widths = [(after[0] - before[0]) / (after[1] - before[1]) for _, before, after in steps]
    usual = median(widths) if widths else 0.0
    for (size, before, after), width in zip(steps, widths, strict=True):
        if (width - min(usual, WIDE * size)) * (after[1] - before[1]) > GAP * size:
            yield after[0]
    for left, right in pairwise(lines):
        if abs(left.y - right.y) < 0.5 * left.size and right.x > left.end:
            yield right.x


def _is_running(column: list[str]) -> bool:
    """Running text, and no column of a table."""
    goes_on = sum(words.lstrip()[:1].islower() for words in column)
    return len(column) >= LEAST_ROWS and median(map(len, column)) >= SHORTEST and goes_on >= RUNNING * len(column)


def text_of(lines: list[Line]) -> str:
    """The lines under each other, with an empty one before what stands apart: a paragraph, or a column that begins a sentence."""
    steps = [(above, below, above.y - below.y) for above, below in pairwise(lines)]
    downward = sorted(step for above, _, step in steps if step > 0.5 * above.size)
    usual = downward[len(downward) // 3] if downward else 0.0
    apart = [step > APART * usual > 0 or (step < 0 and not goes_on(above.words, below.words)) for above, below, step in steps]
    return "".join(line.words + "\n" * (1 + gap) for line, gap in zip(lines, [*apart, False], strict=False)).strip("\n")
