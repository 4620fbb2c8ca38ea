"""The language of a query: words, phrases in any quotation marks, and a minus before what is to be left out.

    peace “open border” -toll -«the old bridge»

A mark opens a phrase wherever it stands, and the next that closes one of its kind ends it; what is opened and never closed goes on to the
end. The signs that are apostrophes too open one before a word alone, and close it behind a word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

CLOSED_BY = {
    **dict.fromkeys('"＂“”„‟', '"＂“”'),
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
SINGLE = {"'": "'’", "‘": "’‘'", "’": "’'", "‚": "‘’'", "‛": "’'"}
CLOSING = {
    **{mark: re.compile(f"[{closing}]") for mark, closing in CLOSED_BY.items()},
    **{mark: re.compile(rf"(?<=\w)[{closing}](?!\w)") for mark, closing in SINGLE.items()},
}
MINUS = r"\-−"
DOUBLE_MARK = re.compile(f"[{''.join(CLOSED_BY)}]")
SINGLE_MARK = re.compile(rf"(?<![^\s{MINUS}(])[{''.join(SINGLE)}](?=\w)")
MARK = re.compile(f"{DOUBLE_MARK.pattern}|{SINGLE_MARK.pattern}")
LEFT_OUT = re.compile(rf"(?<!\S)[{MINUS}](?=\w)(\S+)")
ENDS_WITH_MINUS = re.compile(rf"(?<!\S)[{MINUS}]$")


class Piece(NamedTuple):
    """A part of a query: words one by one, or one phrase. `is_out`: no hit may hold it."""

    text: str
    is_phrase: bool = False
    is_out: bool = False


def pieces_of(query: str) -> list[Piece]:
    """The parts of a query, in order."""
    return [piece for piece in _parted(query) if piece.text.strip()]


def _parted(query: str) -> Iterator[Piece]:
    at = 0
    for begin, end, after in _phrases(query):
        before = query[at : begin - 1]
        looked_for = ENDS_WITH_MINUS.sub("", before)
        yield from _words(looked_for)
        yield Piece(query[begin:end], is_phrase=True, is_out=looked_for != before)
        at = after
    yield from _words(query[at:])


def _phrases(query: str) -> Iterator[tuple[int, int, int]]:
    """Where the words of each phrase begin and end, and where the query goes on."""
    at = 0
    while mark := MARK.search(query, at):
        closing = CLOSING[mark[0]].search(query, mark.end())
        if closing:
            yield mark.end(), closing.start(), closing.end()
        elif mark[0] not in SINGLE:
            yield mark.end(), len(query), len(query)
        at = closing.end() if closing else mark.end() if mark[0] in SINGLE else len(query)


def _words(text: str) -> Iterator[Piece]:
    """Words that are looked for, and each that is left out by itself: those of “-fleet-owners” side by side."""
    at = 0
    for word in LEFT_OUT.finditer(text):
        yield Piece(text[at : word.start()])
        yield Piece(word[1], is_phrase=True, is_out=True)
        at = word.end()
    yield Piece(text[at:])
