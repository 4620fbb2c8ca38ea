"""Finds what stands between quotation marks, in blocks and across blocks.

Marks of several conventions are paired: “…”, "…", «…», „…“, ‘…’, also where one was typed the wrong way round. A quotation inside a
quotation stays part of the outer one. A quotation that runs over paragraphs gives one value a paragraph, whether or not the later
paragraphs open with a mark again; where these were run together to one, it is one value. One that is never closed ends at the reporter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.extraction.languages import sentence_ends
from archive.extraction.text.blocks import Block

MARK = re.compile(r"[“”\"«»„‟‘’']")
WORD = re.compile(r"\w++(?:[’'-]\w++)*+")
SINGLE = "‘’'"
FAMILIES = ('“”"„‟', "«»", SINGLE)
CLOSERS = {"“": '”"', "«": "»", "„": '“”"', '"': '"”', "”": '”"', "‟": "”", "»": "«"}
OPENERS = "“„‟«"  # and others where they stand before a word
BEFORE_OPENING = "([{—–-*:“„«‘’'\"”"
BEHIND_CLOSING = ",!?;:)"
SENTENCE_BEFORE = re.compile(r"[.!?…]\s{1,2}$")
GOES_ON = re.compile(r"\s\(?\w")
# A measure: 12" wide, 5'6".
MEASURE = re.compile(r"(?<!\d)\d{1,3}$")
# After a curly opening mark also where a word follows: ‘the game is up’ during the flight.
CURLY_CLOSER = re.compile(r"(?<=[^\W_])’(?=\s)(?<!s’)|[.!?…](?=\s)")
SINGLE_CLOSER = re.compile(r"(?<=[,.!?…])[’'](?![^\W_])|[’'](?=[,.;:!?—–]|\s[—–-]\s)")
# How far a single quotation mark is looked for; keeps apostrophes cheap in long blocks.
SINGLE_REACH = 2000
LEADING, TRAILING = " \t\n\r\xa0\u2009\u202f", " \t\n\r\xa0\u2009\u202f,"
_ENGLISH, _SLAVIC = ("|".join(sorted(verbs)) for verbs in (sentence_ends.REPORTING, sentence_ends.TURN_REPORTING))
# The reporter behind a quotation whose closing mark was forgotten; between two dashes he only interrupts it.
REPORTER = re.compile(
    rf"(?P<stop>[,!?…])(?:\s{{1,2}}(?:(?:{_ENGLISH})\s[^\W\d_a-z]|(?:[^\W\d_a-z][\w.’'-]{{0,24}}\s){{1,4}}(?:{_ENGLISH})\b"
    rf"|(?:he|she|they)\s(?:{_ENGLISH})[.:])|\s?[—–-]\s(?:{_SLAVIC})\b(?![^\n—–]{{0,80}}[—–]\s))"
)


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


@dataclass(frozen=True, slots=True)
class Mark:
    """A double mark with the letters beside it."""

    at: int
    sign: str
    before: str
    after: str

    @property
    def opens(self) -> bool:
        """By what stands beside it: before a word, behind a space or a mark."""
        return (self.before.isspace() or self.before in BEFORE_OPENING) and not (self.after.isspace() or self.after in BEHIND_CLOSING)

    @property
    def closes(self) -> bool:
        return not self.opens and (self.sign in "”»" or not self.before.isspace())

    @property
    def begins(self) -> bool:
        """Whether it can begin a quotation where none is open."""
        if self.sign in OPENERS:
            return not (self.before.isalnum() or self.before in BEHIND_CLOSING) or self.after.isalnum()
        return self.opens and (self.sign in '"”' or self.after.isalnum())


@dataclass(frozen=True, slots=True)
class Behind:
    """How many marks of its family follow a mark that open and that close, by what stands beside them, and which is the next."""

    opening: int
    closing: int
    following: Mark | None


def quotes_of(text: str, blocks: Sequence[Block]) -> list[Quoted]:
    """Every quotation of the blocks, in order."""
    found: list[Quoted] = []
    open_mark: str | None = None
    for number, block in enumerate(blocks):
        here = _Pairing(text, block, open_mark).run()
        found += here
        last = here[-1] if here else None
        open_mark = last.mark if last and not last.closed and number + 1 < len(blocks) else None
    return found


class _Pairing:
    """Walks over the marks of one block. `carried` is the mark of a quotation that the block before left open."""

    def __init__(self, text: str, block: Block, carried: str | None) -> None:
        self.text, self.block, self.carried = text, block, carried
        self.found: list[Quoted] = []
        self.opened: Mark | None = None
        self.depth = 0
        self.closes_two = False  # the mark that closes closes words within as well: «Мы едем в «Зарю»
        self.single_until = -1
        # No single closing mark stands before these places, so a search need not begin earlier.
        self.unclosed_until = self.uncurled_until = -1
        self.marks = [self._mark(match) for match in MARK.finditer(text, block.start, block.end)]
        self.behind = _behind(self.marks)

    def run(self) -> list[Quoted]:
        for number, mark in enumerate(self.marks):
            if mark.at < self.single_until:
                continue
            if self.opened is None:
                self._outside(mark)
            elif mark.sign not in SINGLE and not self._is_measure(number):
                self._inside(self.opened, mark, number)
        if self.opened is not None:
            self._leave_open(self.opened, self.block.end)
        return self.found

    def _mark(self, match: re.Match[str]) -> Mark:
        at = match.start()
        before = self.text[at - 1] if at > self.block.start else " "
        return Mark(at, match[0], before, self.text[at + 1] if at + 1 < self.block.end else " ")

    def _outside(self, mark: Mark) -> None:
        if mark.sign in SINGLE:
            self._single(mark)
        elif self.carried and mark.sign in CLOSERS[self.carried] and not self.found and not mark.opens:
            self._add(Quoted(self.block.start, mark.at + 1, self.block.start, mark.at, 0, self.carried, continued=True))
        elif mark.begins:
            self.opened, self.depth, self.closes_two = mark, 0, False

    def _inside(self, opened: Mark, mark: Mark, number: int) -> None:
        if _family(mark) != _family(opened):
            return
        if mark.opens and mark.sign != opened.sign and mark.sign in CLOSERS[opened.sign] and opened.sign in OPENERS:
            self._close(opened, mark)  # a closing mark glued to the next word
        elif mark.opens:
            self._open_again(opened, mark, number)
        elif mark.sign in CLOSERS[opened.sign] or mark.closes:
            self._close(opened, mark)

    def _close(self, opened: Mark, mark: Mark) -> None:
        if self.depth:
            self.depth -= 1
            return
        self._add(Quoted(opened.at, mark.at + 1, opened.at + 1, mark.at + self.closes_two, 0, opened.sign))
        self.opened = None

    def _open_again(self, opened: Mark, mark: Mark, number: int) -> None:
        """Inside a quotation: one within it, or a paragraph of its run, or a new quotation behind one that was never closed."""
        if self._is_within(mark, self.behind[number]):
            self.depth += 1
        elif self.depth == 0 and (reporter := REPORTER.search(self.text, opened.at, mark.at)):
            self._add_open(opened, reporter)
            self.opened = mark
        elif not self._begins_sentence(mark):
            self.closes_two = True

    def _is_within(self, mark: Mark, behind: Behind) -> bool:
        """Enough marks follow that close, or it is some words within a sentence that goes on behind them."""
        following = behind.following
        goes_on = following is not None and following.closes and GOES_ON.match(self.text, following.at + 1)
        return behind.closing >= behind.opening + 2 or (bool(goes_on) and not self._begins_sentence(mark))

    def _begins_sentence(self, mark: Mark) -> bool:
        return bool(SENTENCE_BEFORE.search(self.text, max(self.block.start, mark.at - 3), mark.at))

    def _is_measure(self, number: int) -> bool:
        """Inches or seconds: behind a number, where the next mark closes as well."""
        mark = self.marks[number]
        if mark.sign not in '"”' or not mark.before.isdigit() or not MEASURE.search(self.text, max(0, mark.at - 4), mark.at):
            return False
        following = self.behind[number].following
        return following is not None and following.closes

    def _single(self, mark: Mark) -> None:
        """‘…’ counts where it opens before a word and closes beside punctuation; every other one is an apostrophe."""
        if mark.before.isalnum() or not (mark.after.isalnum() or mark.after in "[…"):
            return
        reach = min(mark.at + SINGLE_REACH, self.block.end)
        closer = SINGLE_CLOSER.search(self.text, max(mark.at + 2, self.unclosed_until), reach)
        if mark.sign == "‘":
            within = CURLY_CLOSER.search(self.text, max(mark.at + 2, self.uncurled_until), closer.start() if closer else reach)
            self.uncurled_until = within.start() if within else reach
            closer = within if within and within.group() == "’" else closer
        if closer is None:
            self.unclosed_until = reach
            return
        self.single_until = closer.end()
        self._add(Quoted(mark.at, closer.end(), mark.at + 1, closer.end() - 1, 0, "‘"))

    def _leave_open(self, opened: Mark, end: int) -> None:
        reporter = REPORTER.search(self.text, opened.at, end)
        if reporter:
            self._add_open(opened, reporter)
        else:
            self._add(Quoted(opened.at, end, opened.at + 1, end, 0, opened.sign, closed=False))

    def _add_open(self, opened: Mark, reporter: re.Match[str]) -> None:
        """A quotation whose closing mark is missing before the reporter."""
        end = reporter.end("stop")
        self._add(Quoted(opened.at, end, opened.at + 1, end, 0, opened.sign))

    def _add(self, quoted: Quoted) -> None:
        inner, outer = quoted.inner, quoted.outer
        while inner < outer and self.text[inner] in LEADING:
            inner += 1
        while outer > inner and self.text[outer - 1] in TRAILING:
            outer -= 1
        if inner < outer:
            words = sum(1 for _ in WORD.finditer(self.text, inner, outer))
            self.found.append(replace(quoted, inner=inner, outer=outer, words=words))


def _family(mark: Mark) -> str:
    return next(family for family in FAMILIES if mark.sign in family)


def _behind(marks: Sequence[Mark]) -> list[Behind]:
    """What follows each mark, in one walk from the last."""
    found, following = list[Behind](), dict.fromkeys(FAMILIES, Behind(0, 0, None))
    for mark in reversed(marks):
        behind = following[_family(mark)]
        found.append(behind)
        following[_family(mark)] = Behind(behind.opening + mark.opens, behind.closing + mark.closes, mark)
    return found[::-1]
