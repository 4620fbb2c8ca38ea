"""What the public sees of a document's text: its statements marked, and around them as much as its Outlet allows.

Words of a statement that was taken back are cut out everywhere, in other captures and copies of its text too; in excerpts also those of
statements that are not public (yet).
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from archive.models import Document, Statement
from archive.models.search import Condition
from timeline.lists.named import Shown
from timeline.lists.walks import rows_of
from timeline.printing.addresses import address
from timeline.record.hidden import Span, hidden_of, merged, near

AROUND = 420  # characters either side, before they are cut to whole sentences
SENTENCES = 3
WINDOW = "SELECT SUBSTR(text, %s, %s) FROM archive_document WHERE id = %s"
SENTENCE_END = re.compile(r"[.!?…][\"”»’)\]]*\s+(?=[\"“«„‘(\[]?[^\W\d_a-zà-öø-ÿа-я])|\n\s*\n\s*")


@dataclass(frozen=True)
class Mark:
    """The span of a public statement, and its address (none on its own page)."""

    start: int
    end: int
    public_id: str = ""
    url: str = ""


@dataclass(frozen=True)
class Piece:
    """Some of a document's text: plain, in a statement (with its `mark`), or a gap where words are left out."""

    text: str
    mark: Mark | None = None
    gap: bool = False
    first: bool = False


def context_of(statement: Statement) -> list[Piece]:
    """Up to three sentences either side of a statement, read from the database without the rest of the document."""
    start = max(0, statement.start - AROUND)
    window = start + 1, statement.end + AROUND + 1 - start  # one more, to see whether the text goes on
    ((text,),) = rows_of(Condition(WINDOW, (*window, statement.document_id)))
    is_end = len(text) < statement.end + AROUND + 1 - start
    first, last = _whole_sentences(text, statement.start - start, statement.end - start, is_start=start == 0, is_end=is_end)
    own = Mark(statement.start, statement.end)
    found = pieces(text[first:last], start + first, [own], hidden_of(statement.document_id))
    return _with_ellipses(found, start + first > 0, last < len(text) or not is_end)


def mark_of(shown: Shown) -> Mark:
    """The place of a statement by its entry."""
    return Mark(shown["start"], shown["end"], shown["id"], address("statement", shown["id"]))


def excerpts_of(document: Document, marks: list[Mark]) -> list[list[Piece]]:
    """The document in full where its Outlet allows that, else a block around each statement; neighbouring blocks are one."""
    text = document.text
    if document.shows_full_text:
        return [pieces(text, 0, marks, hidden_of(document.pk, whole=True))]
    hidden, blocks = hidden_of(document.pk), _joined(_around(text, mark) for mark in marks)
    within = defaultdict[Span, list[Mark]](list)
    for mark in marks:
        within[blocks[bisect_right(blocks, mark.start, key=lambda block: block[0]) - 1]].append(mark)
    return [
        _with_ellipses(pieces(text[start:end], start, within[start, end], near(hidden, start, end)), start > 0, end < len(text))
        for start, end in blocks
    ]


def pieces(text: str, offset: int, marks: Iterable[Mark], hidden: Iterable[Span]) -> list[Piece]:
    """`text`, which begins at `offset` in its document, cut where marks or hidden spans begin or end. A mark wins, the first of several."""
    marks, hidden = list(marks), merged(hidden)
    found: list[Piece] = []
    cuts = _cuts(offset, offset + len(text), [*((mark.start, mark.end) for mark in marks), *hidden])
    for (start, stop), mark in zip(pairwise(cuts), _marks_at(cuts, marks), strict=False):
        if mark is None and near(hidden, start, stop):
            found += [] if found and found[-1].gap else [Piece("", gap=True)]
        else:
            found.append(Piece(text[start - offset : stop - offset], mark, first=bool(mark and mark.start == start)))
    return found


def _cuts(start: int, end: int, spans: Iterable[Span]) -> list[int]:
    """Where the spans begin and end between two places, and these."""
    return sorted({start, end, *(cut for span in spans for cut in span if start <= cut <= end)})


def _marks_at(cuts: list[int], marks: list[Mark]) -> Iterator[Mark | None]:
    """For each place in order, the first of the marks that stand there."""
    waiting = sorted(range(len(marks)), key=lambda number: marks[number].start, reverse=True)
    here: list[int] = []
    for cut in cuts:
        while waiting and marks[waiting[-1]].start <= cut:
            heappush(here, waiting.pop())
        while here and marks[here[0]].end <= cut:
            heappop(here)
        yield marks[here[0]] if here else None


def _around(text: str, mark: Mark) -> Span:
    start = max(0, mark.start - AROUND)
    window, is_end = text[start : mark.end + AROUND], mark.end + AROUND >= len(text)
    first, last = _whole_sentences(window, mark.start - start, mark.end - start, is_start=start == 0, is_end=is_end)
    return start + first, start + last


def _whole_sentences(text: str, start: int, end: int, *, is_start: bool, is_end: bool) -> Span:
    """Wider bounds that begin and end with a sentence, or a word where there is no sentence's end in sight."""
    begins = [match.end() for match in SENTENCE_END.finditer(text, 0, start)]
    ends = [match.start() + len(match[0].rstrip()) for match in SENTENCE_END.finditer(text, end)]
    begins = [0, *begins] if is_start else begins
    ends = [*ends, len(text)] if is_end else ends
    first = begins[-SENTENCES:][0] if begins else text.find(" ", 0, start) + 1
    last = ends[:SENTENCES][-1] if ends else max(text.rfind(" ", end), end)
    return first, last


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order; those that touch or nearly do are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 2:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _with_ellipses(found: list[Piece], cut_before: bool, cut_after: bool) -> list[Piece]:
    before = [Piece("", gap=True)] if cut_before and found and not found[0].gap else []
    after = [Piece("", gap=True)] if cut_after and found and not found[-1].gap else []
    return [*before, *found, *after]
