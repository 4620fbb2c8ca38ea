"""Joins the lines of hand-wrapped text (an e-mail, an old press release, a PDF) to the paragraphs that they were.

What tells a wrapped line is the next one: it goes on in lower case, or in a quotation, where no sentence has ended. One such pair
tells it of the lines around it, up to the next empty ones; several tell it of the whole text. How long other lines are, a title or an
address, is no matter. A line goes on in the next where that one's first word had no place left in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.extraction.types import Span

WIDTHS, LOUD_WIDTHS = range(30, 201), range(45, 201)  # characters of a line that may be wrapped; of one in capitals
SURE = 2  # lines that go on in lower case: the whole text is wrapped
WIDER = 1.3  # hands and printed letters are uneven: how much longer than the others a wrapped line may be
# Of the width, where the next line begins with a capital: behind a full stop where nothing parts the paragraphs; among lines of which
# none goes on in lower case; elsewhere behind a full stop, and without one.
FULL, NEARLY_FULL, SHORT, HALF = 0.9, 0.8, 0.6, 0.5
SHARE = 0.25  # of the lines that are as long as wrapped ones: where fewer go on, each is a paragraph, and some were broken by chance
NEVER = 1_000_000  # a width that no line has
LONGEST_PARAGRAPH = 15  # lines: more without an empty one between them are several
STOPPED = re.compile(r"[.…!?:;][\"”’'»)\]]{0,2}$")
OPENING, CLOSING = '“«„"', re.compile(r"[”»\"]")
SPOKEN = re.compile(r"[,.!?…][”»\"],?\s(?:[-–—]\s)?\w")
ADDRESS = "://"
LISTED = re.compile(r"(?:[•▪●◦*]|[-–—](?=\s\s)|\d{1,2}[.)])\s{1,4}|(?:https?://|www\.)")
KEY = re.compile(r"[^\W\d]{3,20}:(?:\s|$)")  # of a head of keys and values
# A day, a clock time or a byline of its own under a title: "mercredi 3 mai 2023", "by Ana Ruiz".
STAMP = re.compile(r"by\s[A-Z].{0,40}+$|(?=.{0,50}$).{0,40}?(?:\d{4}|\d:\d\d|\d\s[a-z]{3,7}\sago)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; `indent` is what stood before it. `apart` where an empty line does."""

    start: int
    end: int
    text: str
    indent: int
    apart: bool

    @property
    def width(self) -> int:
        return len(self.text)

    def width_with(self, below: Line) -> int:
        """How wide it would be with the first word of the next line."""
        return self.width + 1 + len(below.text.split(maxsplit=1)[0])

    @property
    def depth(self) -> int:
        """How far in its words begin: those of a list stand behind their mark."""
        mark = LISTED.match(self.text)
        return self.indent + (mark.end() if mark else 0)

    @property
    def is_stopped(self) -> bool:
        return bool(STOPPED.search(self.text))

    def goes_on_in(self, below: Line) -> bool:
        """In the middle of a sentence, as nobody but a wrapping hand leaves it."""
        if below.apart or self.is_stopped or self.width not in WIDTHS:
            return False
        if _opens(self, below) or (STAMP.match(below.text) and not below.is_stopped):
            return False
        is_loud = self.text.isupper() and below.text.isupper() and self.width in LOUD_WIDTHS
        return below.text[0].islower() or is_loud or self._quotes_on_in(below)

    def _quotes_on_in(self, below: Line) -> bool:
        """A quotation is open that the next line closes; or behind one it is not told yet who spoke, and the next line ends a sentence."""
        if below.text[0] in OPENING:
            return False
        is_open = (
            self.text.count("“") > self.text.count("”") or self.text.count("«") > self.text.count("»") or self.text.count('"') % 2 == 1
        )
        return bool(is_open and CLOSING.search(below.text)) or (below.is_stopped and bool(SPOKEN.search(self.text)))


def unwrapped(lines: Sequence[Line]) -> list[Span]:
    """The spans of the paragraphs: a line each, or the lines that were one."""
    longest = WIDER * max(_broken(lines), default=0)
    everywhere = _width_of(lines, SURE)
    found: list[Span] = []
    for run in _runs(lines):
        own = _width_of(run, 1)
        at_stop = FULL if len(run) > LONGEST_PARAGRAPH else SHORT if own else NEARLY_FULL
        found += _joined(run, own or everywhere or NEVER, longest, at_stop, HALF if own else NEARLY_FULL)
    return found


def _width_of(lines: Sequence[Line], least: int) -> int:
    """How wide the lines are wrapped; 0 where fewer than so many go on in the next, or few of those that are as long."""
    broken = _broken(lines)
    if len(broken) < least:
        return 0
    width = max(broken)
    full = sum(above.width >= HALF * width for above, below in pairwise(lines) if not below.apart)
    return width if len(broken) >= SHARE * full else 0


def _broken(lines: Sequence[Line]) -> list[int]:
    """How wide the lines are that go on in the next; one with an address is longer than it should be."""
    return [above.width for above, below in pairwise(lines) if ADDRESS not in above.text and above.goes_on_in(below)]


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines without an empty one between them."""
    run: list[Line] = []
    for line in lines:
        if line.apart and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _joined(run: Sequence[Line], width: int, longest: float, at_stop: float, elsewhere: float) -> list[Span]:
    """The run's paragraphs; the last two say how full of its width a line must be to go on, behind a full stop and without one."""
    found = [(run[0].start, run[0].end)]
    for above, below, behind in zip(run, run[1:], [*run[2:], None], strict=False):
        needed = width * (at_stop if above.is_stopped else elsewhere)
        is_long = any(line.width > longest and ADDRESS not in line.text for line in (above, below))
        is_apart = is_long or _opens(above, below) or _is_own(below, behind, width * HALF)
        if above.goes_on_in(below) or (not is_apart and above.width_with(below) > needed):
            found[-1] = (found[-1][0], below.end)
        else:
            found.append((below.start, below.end))
    return found


def _opens(above: Line, below: Line) -> bool:
    """A line further in than the one above opens a paragraph, unless it is in small letters; so does an address, an item of a list or of
    a head of keys and values. A line of dashes is none."""
    is_further = below.indent > above.depth + 1 and not below.text[0].islower()
    is_item = LISTED.match(below.text) or (KEY.match(above.text) and KEY.match(below.text))
    return is_further or bool(is_item) or not any(map(str.isalnum, below.text))


def _is_own(line: Line, below: Line | None, short: float) -> bool:
    """A short line in the midst of others that ends without a full stop, such as a byline or a day."""
    if below is None or LISTED.match(below.text):
        return False
    return line.width < short and not line.is_stopped and not line.goes_on_in(below)
