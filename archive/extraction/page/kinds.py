"""Sorts the blocks of a text: what is a publication stamp, the site's own, a caption, a paragraph, or a line such as a title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from archive.extraction.languages.families import is_cyrillic
from archive.extraction.page.chrome import is_caption, is_chrome
from archive.extraction.page.stamp_lines import stamps_of
from archive.extraction.page.stamps import Stamp
from archive.extraction.page.transcripts.labels import SPEAKING
from archive.extraction.text.blocks import BULLETS, Block
from archive.extraction.text.faults import attempt
from archive.extraction.text.rules import Rules

HEAD_BLOCKS = 15  # of a page, within which its title and its stamp are looked for
TITLE_BLOCKS = 3  # within which a line that ends like a sentence may be the title
LEAST_TITLE = 15  # characters: what is shorter is no title, and the title is still to come
LONGEST_TITLE = 20  # words
LONGEST_SENTENCE = 16  # words of a title that ends in a full stop
LONGEST_LINE = 25  # words: what is longer is a paragraph, however it ends
COUNTED = 600  # characters of a block in which words are counted
WORD = re.compile(r"\w[\w’'-]*+")
FULL_STOP = re.compile(r"^[^.!?]++\.$")
STOPPED = re.compile(r"[.…][\"”’'»)\]]{0,2}$")
CLOSED = re.compile(r"[.…!?:,;][\"”’'»)\]]{0,2}$|[\"”»]$")
LEADING = ":,"  # behind a line that leads to what stands below it
LEAST_ITEM = 4  # words: what is shorter is an item of a menu
OF_SPEECH = '—–―"“«„'
# Words in quotation marks with who said them, and words behind a dash.
SIGNED = re.compile(r"[\"“«„][^\n]{10,300}[\"”»“]\s[-–—―]\s?\w|[—–―]\s?\w")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The blocks of a text in order with what each is, and the stamps by the number of their block.

    A block is a "stamp", "chrome" (the site's own), a "caption", "prose", or a "line": a short one without an end, such as a title, a
    heading, an item of a menu.
    """

    blocks: Sequence[Block]
    kinds: Sequence[str]
    stamps: Mapping[int, Stamp]

    @property
    def first_paragraph(self) -> int:
        """Its number; where there is none, that behind the last block."""
        return next((number for number, kind in enumerate(self.kinds) if kind == "prose"), len(self.blocks))


def sheet_of(blocks: Sequence[Block], language: str | None) -> Sheet:
    """The blocks, sorted."""
    stamps = stamps_of(blocks, language)
    kinds: list[str] = []
    is_titled = False
    for number, block in enumerate(blocks):
        own = "stamp" if number in stamps else attempt(f"The block at {block.start}", partial(_own_kind, blocks, number), None)
        if own:
            kinds.append(own)
            continue
        heads = number + 1 in stamps and "prose" not in kinds and is_short(block.text)
        written = partial(is_prose, block.text, number, may_be_title=number < TITLE_BLOCKS and not is_titled)
        is_paragraph = not heads and attempt(f"The block at {block.start}", written, True)
        kinds.append("prose" if is_paragraph else "line")
        is_titled = is_titled or len(block.text) > LEAST_TITLE
    return Sheet(blocks, tuple(kinds), stamps)


def _own_kind(blocks: Sequence[Block], number: int) -> str | None:
    """What a block is by its words alone, or as the first of all."""
    text = blocks[number].text
    if is_chrome(text):
        return "chrome"
    return "caption" if is_caption(text) else "line" if number == 0 and is_title_with_a_stop(blocks) else None


def is_title_with_a_stop(blocks: Sequence[Block]) -> bool:
    """A Cyrillic text may open with a title that ends in a full stop: a short sentence apart from longer ones, in which nobody speaks."""
    first, *others = blocks[:3]
    if len(others) < 2 or not others[0].apart or not is_cyrillic(first.text) or not FULL_STOP.search(first.text):
        return False
    words = WORD.findall(first.text[:COUNTED].casefold())
    told = any(word in SPEAKING for word in words) or any(mark in first.text for mark in OF_SPEECH)
    return len(words) <= LONGEST_SENTENCE and not told and len(first.text) < max(len(block.text) for block in others)


def words_in(text: str) -> int:
    return len(WORD.findall(text[:COUNTED]))


def is_short(text: str) -> bool:
    """Short and without a full stop, as a title is."""
    return words_in(text) <= LONGEST_TITLE and not STOPPED.search(text)


def is_prose(text: str, number: int, *, may_be_title: bool) -> bool:
    """A paragraph ends like a sentence; a line at the head that ends in a question or in quotation marks may still be the title."""
    if may_be_title and is_short(text) and not SIGNED.match(text):
        return text[-1] == ":" or (text[-1] in LEADING and number > 0)
    return IS_PARAGRAPH(text)


IS_PARAGRAPH = Rules[[str], bool]("is this block a paragraph", otherwise=False)


@IS_PARAGRAPH.when("ends like a sentence", True, "The bridge will open, Anna Hill said.")
def _ends(text: str) -> bool:
    return bool(CLOSED.search(text))


@IS_PARAGRAPH.when(
    "many words", True, "The bridge will open, Anna Hill said, " + "and the road to it too, " * 6 + "before the end of the year"
)
def _is_long(text: str) -> bool:
    return words_in(text) > LONGEST_LINE


@IS_PARAGRAPH.when("item of a list", True, "- The bridge will open in May")
def _is_item(text: str) -> bool:
    return text[0] in BULLETS and text[1:2] == " " and words_in(text) >= LEAST_ITEM


@IS_PARAGRAPH.when("opens as speech", True, "“The bridge will open,” Anna Hill said")
def _opens_as_speech(text: str) -> bool:
    return text[0] in OF_SPEECH
