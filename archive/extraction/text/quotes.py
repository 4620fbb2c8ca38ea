"""Finds what stands between quotation marks, in blocks and across blocks.

Marks of several conventions are paired: “…”, "…", «…», „…“, ‘…’. A quotation inside a quotation stays part of the outer one. A quotation
that runs over paragraphs gives one value a paragraph, whether or not the later paragraphs open with a mark again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.text.blocks import Block

MARK = re.compile(r"[“”\"«»„‟‘’'‹›]")
WORD = re.compile(r"\w++(?:[’'-]\w++)*+")
CLOSERS = {"“": '”"', "«": "»", "„": '“”"', '"': '"”', "”": "”", "‟": "”"}
NESTING = {"«": "«", "“": "", "„": "„", '"': "", "”": "", "‟": ""}
# After a curly opening mark also where a word follows: ‘the game is up’ during the flight.
CURLY_CLOSER = re.compile(r"(?<=[^\W_])’(?=\s)(?<!s’)|[.!?…](?=\s)")
SINGLE_CLOSER = re.compile(r"(?<=[,.!?…])[’'](?![^\W_])|[’'](?=[,.;:!?—–]|\s[—–-]\s)")
# How far a single quotation mark is looked for; keeps apostrophes cheap in long blocks.
SINGLE_REACH = 2000
NESTED_REACH = 2000
LEADING, TRAILING = " \t\n\r\xa0\u2009\u202f", " \t\n\r\xa0\u2009\u202f,"


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation: with its marks from `start` to `end`, the words alone from `inner` to `outer` (without the reporter's comma)."""

    start: int
    end: int
    inner: int
    outer: int
    words: int
    mark: str
    closed: bool = True
    # It goes on from the paragraph before.
    continued: bool = False


def quotes_of(text: str, blocks: Sequence[Block]) -> list[Quoted]:
    """Every quotation of the blocks, in order."""
    found: list[Quoted] = []
    open_mark: str | None = None
    for number, block in enumerate(blocks):
        follower = blocks[number + 1] if number + 1 < len(blocks) else None
        here = _Pairing(text, block, open_mark).run()
        found += here
        last = here[-1] if here else None
        open_mark = last.mark if last and not last.closed and follower else None
    return found


class _Pairing:
    """Walks over the marks of one block. `carried` is the mark of a quotation that the block before left open."""

    def __init__(self, text: str, block: Block, carried: str | None) -> None:
        self.text, self.block, self.carried = text, block, carried
        self.found: list[Quoted] = []
        self.opened: int | None = None
        self.mark = ""
        self.depth = 0
        self.single_until = -1
        # No single closing mark stands before these places, so a search need not begin earlier.
        self.unclosed_until = self.uncurled_until = -1

    def run(self) -> list[Quoted]:
        for match in MARK.finditer(self.text, self.block.start, self.block.end):
            at, sign = match.start(), match.group()
            if at < self.single_until:
                continue
            if self.opened is None:
                self._outside(at, sign)
            else:
                self._inside(at, sign)
        if self.opened is not None:
            self._add(self.opened, self.block.end, closed=False)
        return self.found

    def _outside(self, at: int, sign: str) -> None:
        before, after = self._around(at)
        if sign in "‘'":
            self._single(at, before, after)
        elif self.carried and sign in CLOSERS[self.carried] and not self.found and not self._opens(before, after):
            self._add(self.block.start, at + 1, closed=True, continued=True)
        elif sign in "“«„‟" or (sign in '"”' and self._opens(before, after)):
            self.opened, self.mark, self.depth = at, sign, 0

    def _inside(self, at: int, sign: str) -> None:
        before, after = self._around(at)
        if sign == self.mark == '"' and self._is_nested(at, before, after):
            self.depth += 1
        elif sign in CLOSERS[self.mark] or (sign == self.mark == "“" and not before.isspace()):
            if self.depth:
                self.depth -= 1
            else:
                self._add(self.opened or 0, at + 1, closed=True)
                self.opened = None
        elif sign in NESTING[self.mark] and not after.isspace():
            self.depth += 1

    def _is_nested(self, at: int, before: str, after: str) -> bool:
        """A straight mark before a word, where the marks behind it close it and the one that is open."""
        return before.isspace() and after.isalnum() and self.text.count('"', at + 1, min(self.block.end, at + NESTED_REACH)) % 2 == 0

    def _single(self, at: int, before: str, after: str) -> None:
        """‘…’ counts where it opens before a word and closes beside punctuation; every other one is an apostrophe."""
        if before.isalnum() or not (after.isalnum() or after in "[…"):
            return
        reach = min(at + SINGLE_REACH, self.block.end)
        closer = SINGLE_CLOSER.search(self.text, max(at + 2, self.unclosed_until), reach)
        if self.text[at] == "‘":
            within = CURLY_CLOSER.search(self.text, max(at + 2, self.uncurled_until), closer.start() if closer else reach)
            self.uncurled_until = within.start() if within else reach
            closer = within if within and within.group() == "’" else closer
        if closer is None:
            self.unclosed_until = reach
            return
        self.mark, self.single_until = "‘", closer.end()
        self._add(at, closer.end(), closed=True)

    def _around(self, at: int) -> tuple[str, str]:
        before = self.text[at - 1] if at > self.block.start else " "
        after = self.text[at + 1] if at + 1 < self.block.end else " "
        return before, after

    @staticmethod
    def _opens(before: str, after: str) -> bool:
        return not after.isspace() and not before.isalnum() and before not in ".,!?…;"

    def _add(self, start: int, end: int, *, closed: bool, continued: bool = False) -> None:
        inner = start if continued else start + 1
        outer = end - 1 if closed else end
        while inner < outer and self.text[inner] in LEADING:
            inner += 1
        while outer > inner and self.text[outer - 1] in TRAILING:
            outer -= 1
        if inner < outer:
            words = sum(1 for _ in WORD.finditer(self.text, inner, outer))
            mark = self.carried if continued and self.carried else self.mark
            self.found.append(Quoted(start, end, inner, outer, words, mark, closed, continued))
