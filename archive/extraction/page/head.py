"""Lays out the page that a text is: what its head says, and which of its blocks are the article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from archive.extraction.languages.detection import language_of
from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.page.bylines import author_in, outlet_in
from archive.extraction.page.datelines import Opening, opening_of
from archive.extraction.page.kinds import HEAD_BLOCKS, Sheet, sheet_of
from archive.extraction.page.printed_day import Printed, printed_publication
from archive.extraction.page.publication import publication_of, reference_of
from archive.extraction.page.stated import Known, with_stated
from archive.extraction.page.titles import title_in, without_key
from archive.extraction.page.transcripts.label_shapes import printed_in
from archive.extraction.text.blocks import Block, blocks_of
from archive.extraction.text.faults import attempt
from archive.extraction.types import DatelineFound, Head, NameFound, PublishedFound, TextFound

# Of one's own words, outside quotation marks.
SELF = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y|[Yy]ou|[Мм]ы|[Яя]|[Нн]аш(?:[аеиіуы]\w{0,3})?|[Вв]ы|[Мм]и)\b")
MARKED = re.compile('["“«„]')
REACH = 600  # characters within which one speaks of oneself


@dataclass(frozen=True, slots=True)
class Layout:
    """A text laid out as the page it is, with what is printed in its head.

    `body` are the blocks of the article; `beside` the lines, captions and the title, which may tell names though their words are
    nobody's; `read` all but the site's own lines and the stamps. `stated_title` is told beside the text and may name people too.
    """

    language: str | None
    title: TextFound | None
    outlet: NameFound | None
    author: NameFound | None
    published: PublishedFound | None
    dateline: DatelineFound | None
    body: tuple[Block, ...]
    beside: tuple[Block, ...]
    read: tuple[Block, ...]
    stated_title: str = ""


NO_AUTHOR: tuple[int | None, NameFound | None] = (None, None)


def head_of(text: str, known: Known) -> tuple[Head, Layout]:
    """The head with what the page states beside its text, and the layout with what the text prints."""
    page = layout_of(blocks_of(text), language_of(text), known)
    head = Head(len(text), page.language, page.title, page.outlet, page.author, page.published, page.dateline)
    return with_stated(head, known.stated, text), page


def layout_of(blocks: Sequence[Block], language: str | None, known: Known) -> Layout:
    """Sorts the blocks and reads the head. The publication is told as `publication_of` has it."""
    sheet = sheet_of(blocks, language)
    reader = _Datelines(sheet, language, has_colons=_have_no_turns(blocks))
    opens, opening = reader.first()
    title_at = attempt("The title", partial(title_in, sheet), None)
    author_at, author = attempt("The author", partial(author_in, sheet), NO_AUTHOR)
    outlet = (opening.outlet if opening else None) or attempt("The outlet", partial(outlet_in, sheet, title_at), None)
    zone = known.zone_of(outlet.name) if outlet else known.outlet_zone
    printed = attempt("The publication", partial(printed_publication, Printed(sheet, title_at, opens, opening), zone), None)
    published = attempt("The publication", partial(publication_of, known, printed, opening), printed)
    if opening:  # once more, for the year that it leaves out
        opening = reader.opening_at(opens, reference_of(published)) or opening
    title = _found(without_key(blocks[title_at])) if title_at is not None else None
    parts = _parts(_without(sheet, opens, opening), {title_at, author_at})
    return Layout(language, title, outlet, author, published, opening.found if opening else None, *parts, known.stated.title)


def _found(block: Block) -> TextFound:
    return TextFound(block.text, block.start, block.end)


@dataclass(frozen=True, slots=True)
class _Datelines:
    """Reads the datelines of a sheet; `has_colons` where a name and a colon is nobody's turn."""

    sheet: Sheet
    language: str | None
    has_colons: bool

    def first(self) -> tuple[int, Opening | None]:
        """The first of the head with the number of its block; without one, where the article begins."""
        for number in range(min(2 * HEAD_BLOCKS, len(self.sheet.blocks))):
            opening = self.opening_at(number, None) if self.sheet.kinds[number] == "prose" else None
            if opening:
                return number, opening
        return self.sheet.first_paragraph, None

    def opening_at(self, number: int, reference: datetime.date | None) -> Opening | None:
        """A dateline whose reading fails is none."""
        block = self.sheet.blocks[number]
        read = partial(opening_of, block, self.language, reference, has_colons=self.has_colons)
        return attempt(f"The dateline at {block.start}", read, None)


def _have_no_turns(blocks: Sequence[Block]) -> bool:
    """One paragraph alone begins with a label, and nobody speaks of himself in it: the label may be the place of a report."""
    read = ((printed_in(block), block.text) for block in blocks)
    labelled = [(printed.name.split(), text) for printed, text in read if printed and printed.shape == "colon"]
    if len(labelled) != 1:
        return False
    (words, text), *_ = labelled
    return words[0].title() not in FIRST_NAMES and not SELF.search(MARKED.split(text[:REACH], maxsplit=1)[0])


def _without(sheet: Sheet, number: int, opening: Opening | None) -> Sheet:
    """The sheet with the article's first block from behind its dateline on."""
    if opening is None:
        return sheet
    whole = sheet.blocks[number]
    rest = Block(opening.body, whole.end, whole.text[opening.body - whole.start :], whole.apart)
    return Sheet([*sheet.blocks[:number], rest, *sheet.blocks[number + 1 :]], sheet.kinds, sheet.stamps)


def _parts(sheet: Sheet, of_the_head: Collection[int | None]) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """The body, what stands beside it, and what is read; the title and the author are no part of the body."""
    sorted_blocks = list(zip(range(len(sheet.blocks)), sheet.blocks, sheet.kinds, strict=True))
    body = tuple(block for number, block, kind in sorted_blocks if kind == "prose" and number not in of_the_head)
    beside = tuple(block for _, block, kind in sorted_blocks if kind in ("caption", "line"))
    return body, beside, tuple(block for number, block, kind in sorted_blocks if kind != "chrome" and not _is_settled_stamp(sheet, number))


def _is_settled_stamp(sheet: Sheet, number: int) -> bool:
    """A stamp that tells one day. Digits that may be two are listed with both."""
    stamp = sheet.stamps.get(number)
    return stamp is not None and stamp.other is None
