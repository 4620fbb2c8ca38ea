"""A sentence on its way to be read: its words, marks and quotations, with the people it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.people.mentions import NOTHING_KNOWN, KnownNames, Mention, mentions_of
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.tokens import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence in which every quotation is one token, with the people it names. `block` numbers its paragraph.

    `language` is the document's.
    """

    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    language: str | None = None


def unit_of(text: str, block: int, start: int, end: int, quotes: Sequence[Quoted], known: KnownNames = NOTHING_KNOWN) -> Unit:
    """The sentence text[start:end] of a paragraph, with those of the quotations that begin in it."""
    first, last = bisect_left(quotes, start, key=_start), bisect_left(quotes, end, key=_start)
    tokens = tokens_of(text, start, end, quotes[first:last])
    return Unit(block, start, end, tuple(tokens), tuple(mentions_of(text, tokens, known)), known.language)


def _start(quoted: Quoted) -> int:
    return quoted.start
