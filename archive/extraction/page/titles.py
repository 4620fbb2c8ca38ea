"""Finds the title of a text: of the lines above the article the one that looks most like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from archive.extraction.page.agencies import is_outlet
from archive.extraction.page.bylines import AUTHOR, BARE, BYLINE
from archive.extraction.page.kinds import HEAD_BLOCKS, LEAST_TITLE, Sheet, words_in
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules

LEAST_POINTS = 2.5
MOST_COUNTED = 6  # words: more of them make a line no more like a title
TOO_LONG = 30  # words
LEAST_WORDS = 4  # of a line above the best
# A head of keys and values: "title: Harbour wall to be repaired", "date: 17 May 2023".
KEY = re.compile(r"[^\W\d][\w-]{1,20}:\s{1,3}(?=\S)")
TITLE_KEY = re.compile(r"(?:title|headline|subject|заголовок|загаловак|название|назва|тема|тэма):\s{1,3}[\"'“«]?(?=\S)", re.IGNORECASE)
CLOSING = "\"'”»"
FENCE = re.compile(r"-{3,}(?:\s?[\w ]{1,40}\s?-{3,})?$")
LEAST_KEYS = 2
# "Hill (Ardo), Brandt (Lavern)": who takes part.
LISTS = re.compile(r"\([^)\n]{1,80}\).{1,80}\(")


def title_in(sheet: Sheet) -> int | None:
    """The number of the title's block; None where no line looks like one."""
    keyed = _keyed(sheet.blocks)
    if keyed is not None:
        return keyed
    first = sheet.first_paragraph
    lines = [Line(sheet, number) for number in range(min(first, HEAD_BLOCKS)) if MAY_BE_TITLE(sheet, number)]
    best = max(lines, key=_points, default=None)
    if best is None or _points(best) <= LEAST_POINTS:
        return None
    above = best.number - 1
    return above if _is_below_title(best) and any(line.number == above for line in lines) else best.number


def _keyed(blocks: Sequence[Block]) -> int | None:
    """The line of a head of keys and values whose key says that it is the title."""
    head = list(takewhile(lambda block: FENCE.match(block.text) or KEY.match(block.text), blocks[:HEAD_BLOCKS]))
    if len(head) < LEAST_KEYS:
        return None
    return next((number for number, block in enumerate(head) if TITLE_KEY.match(block.text)), None)


def without_key(block: Block) -> Block:
    """The title without the key that says so, and without the marks around its value."""
    key = TITLE_KEY.match(block.text)
    if key is None:
        return block
    text = block.text[key.end() :].rstrip(CLOSING if block.text[key.end() - 1] not in ": \t" else "")
    start = block.start + key.end()
    return Block(start, start + len(text), text, block.apart)


@dataclass(frozen=True, slots=True)
class Line:
    """A line above the article that may be its title."""

    sheet: Sheet
    number: int

    @property
    def text(self) -> str:
        return self.sheet.blocks[self.number].text

    @property
    def is_apart(self) -> bool:
        return self.sheet.blocks[self.number].apart

    @property
    def above(self) -> str:
        """The line directly above, where it is one."""
        at = self.number - 1
        return self.sheet.blocks[at].text if at >= 0 and self.sheet.kinds[at] == "line" else ""

    @property
    def below(self) -> str:
        """Whatever stands below."""
        return next((block.text for block in self.sheet.blocks[self.number + 1 : self.number + 2]), "")


# ---------------------------------------------------------------- which lines come into question

MAY_BE_TITLE = Rules[[Sheet, int], bool]("may this block be the title", otherwise=True)


@MAY_BE_TITLE.when("no line", False, "Photo: CoastWire\n\nThe bridge will open, Anna Hill said.")
def _is_no_line(sheet: Sheet, number: int) -> bool:
    return sheet.kinds[number] != "line"


@MAY_BE_TITLE.when("names the author", False, "By Ana Ruiz\n\nThe bridge will open, Anna Hill said.")
def _names_the_author(sheet: Sheet, number: int) -> bool:
    text = sheet.blocks[number].text
    return bool(AUTHOR.match(text) or BYLINE.search(text))


@MAY_BE_TITLE.when("below the author", False, "By Ana Ruiz\nStaff writer of the paper\n\nThe bridge will open, Anna Hill said.")
def _says_what_the_author_is(sheet: Sheet, number: int) -> bool:
    return number > 1 and bool(AUTHOR.match(sheet.blocks[number - 1].text)) and "line" in sheet.kinds[: number - 1]


@MAY_BE_TITLE.when(
    "who wrote, beside the day", False, "The bridge will open in May\nAna Ruiz in Ardo\n17 May 2023\n\nIt will open, Anna Hill said."
)
def _names_who_wrote(sheet: Sheet, number: int) -> bool:
    """Below a line that may be the title itself."""
    text = sheet.blocks[number].text
    is_beside = number + 1 in sheet.stamps or number - 1 in sheet.stamps or is_outlet(text.rpartition(", ")[2])
    above = [block for block, kind in zip(sheet.blocks[:number], sheet.kinds, strict=False) if kind == "line"]
    return is_beside and bool(BARE.match(text)) and any(words_in(block.text) >= LEAST_WORDS for block in above)


# ---------------------------------------------------------------- which of them looks most like a title


def _points(line: Line) -> float:
    """A point for each word up to some, and those of each sign that holds."""
    return min(words_in(line.text), MOST_COUNTED) + sum(points for sign, points in SIGNS.items() if sign(line))


def _is_beside_a_stamp(line: Line) -> bool:
    return line.number - 1 in line.sheet.stamps or line.number + 1 in line.sheet.stamps


def _leads(line: Line) -> bool:
    """To the article, its stamp or its author."""
    following = line.number + 1
    return following in line.sheet.stamps or following == line.sheet.first_paragraph or bool(AUTHOR.match(line.below))


def _opens_the_page(line: Line) -> bool:
    return line.number == 0


def _is_apart(line: Line) -> bool:
    return line.is_apart


def _is_list(line: Line) -> bool:
    return words_in(line.text) > TOO_LONG or bool(LISTS.search(line.text))


def _is_repeated(line: Line) -> bool:
    """Another line of the head begins with it: the page's title, which the site's name may follow."""
    head = line.sheet.blocks[:HEAD_BLOCKS]
    return len(line.text) > LEAST_TITLE and any(
        number != line.number and block.text.startswith(line.text) for number, block in enumerate(head)
    )


def _is_outlet(line: Line) -> bool:
    return is_outlet(line.text)


def _is_number(line: Line) -> bool:
    """Of a document, of readers, a telephone's."""
    return sum(map(str.isdigit, line.text)) > sum(map(str.isalpha, line.text))


SIGNS: dict[Callable[[Line], bool], float] = {
    _is_beside_a_stamp: 2,
    _leads: 2,
    _opens_the_page: 1,
    _is_apart: 1,
    _is_list: -4,
    _is_repeated: 5,
    _is_outlet: -4,
    _is_number: -4,
}


def _is_below_title(line: Line) -> bool:
    """A line of words directly above the best is the title, and the best its summary."""
    above = line.above
    if _is_repeated(line):
        return False
    return words_in(above) >= LEAST_WORDS and not line.is_apart and not AUTHOR.match(above) and not LISTS.search(above)
