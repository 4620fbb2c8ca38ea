"""The words of a statement as they may stand alone: what a speaker denied, asked or supposed is shown with the word that says so.

“The programme was in trouble” alone would be a lie about who denied it; “denied that the programme was in trouble” is not. Extraction keeps
the bare words, which are what links; here the span is widened to the cue for who shows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from archive.extraction.text.sentences import sentences_of
from archive.extraction.types import CueFound, Span, StatementFound

LONGEST_BETWEEN = 80  # characters from the cue to the words
PARAGRAPH = re.compile(r"\n\s*\n")
QUESTION = re.compile(r"\?\W*$")
CLOSERS = {'"': '"', "“": "”", "„": "“”", "«": "»"}
MARK = re.compile('["“”„«»]')
CLOSING = re.compile(r"[,.;:!?…]{0,2}[\"“”»]")


class Shown(NamedTuple):
    """The span that is shown of a statement, and as which kind."""

    start: int
    end: int
    kind: str


def with_cue(text: str, found: StatementFound, others: Iterable[Span] = ()) -> Shown:
    """From the cue on, where that stands before the words in their sentence and none of the `others` between: the spans of other
    statements. Else, and where a quotation mark would stand without its pair, the bare words."""
    own = Shown(found.start, found.end, found.kind)
    cue = found.cue
    if cue is None or found.force == "asserted" or _shows_itself(found) or not _leads(text, cue, found, others):
        return own
    end = _closed(text, cue.start, found.end)
    if end is None:
        return own
    return Shown(cue.start, end, "mixed" if found.kind == "direct" else found.kind)


def _shows_itself(found: StatementFound) -> bool:
    """A quoted question needs no “asked” before it."""
    return found.kind == "direct" and found.force == "asked" and bool(QUESTION.search(found.text))


def _leads(text: str, cue: CueFound, found: StatementFound, others: Iterable[Span]) -> bool:
    if not cue.start < found.start <= cue.end + LONGEST_BETWEEN or PARAGRAPH.search(text, cue.start, found.start):
        return False
    _, ends = sentences_of(text, cue.start, found.end)[0]
    return ends > found.start and not any(start < found.start and cue.start < end for start, end in others)


def _closed(text: str, start: int, end: int) -> int | None:
    """Where the words end with no quotation mark left open: behind the closing mark that stands next to them, if it takes one."""
    still_open = _open_mark(text[start:end])
    if still_open == "":
        return end
    closing = CLOSING.match(text, end) if still_open else None
    return closing.end() if closing and _open_mark(text[start : closing.end()]) == "" else None


def _open_mark(words: str) -> str | None:
    """The innermost quotation mark that is left open, "" where none is, None where one closes that was never opened."""
    marks: list[str] = []
    for match in MARK.finditer(words):
        mark = match[0]
        if marks and mark in CLOSERS[marks[-1]]:
            marks.pop()
        elif mark in CLOSERS:
            marks.append(mark)
        else:
            return None
    return marks[-1] if marks else ""
