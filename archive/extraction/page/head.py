"""Reads the head of a page: which blocks are the article, and its title, outlet, author, dateline and publication."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.page.chrome import is_caption, is_chrome
from archive.extraction.page.datelines import Opening, opening_of
from archive.extraction.page.published import from_dateline, published_of
from archive.extraction.page.stamps import Stamp, stamp_of
from archive.extraction.page.turns import LABEL
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.types import DatelineFound, NameFound, PublishedFound, TextFound

HEAD_BLOCKS = 15
AUTHOR = re.compile(
    r"(?:[Bb]y|BY|[Aa]uthor:|[Tt]ext:|[Ww]ritten by|Автор:|Текст:|Аўтар:)\s"
    r"(?P<name>[^\W\d_][\w.’'-]{0,30}(?:\s[^\W\d_a-zа-я][\w.’'-]{0,30}){1,3})"
    r"(?:,\s[\w ]{2,40})?(?:\s?[|•].{0,60})?$"
)
BYLINE = re.compile(
    r"(?:^|[|•]\s?)(?:[Bb]y|BY):?\s(?:[^\W\d_][\w.’'-]*+\s?){2,8}$|^(?:By|BY)\s[A-Z][\w.’'-]+\s[A-Z][\w.’'-]+\s(?:[A-Z]|and\s[A-Z])"
)
LEARNED = re.compile(r",\s(?P<name>[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?)\shas\slearn(?:ed|t)\b")
SOURCE = re.compile(r"(?:Source|Источник|Крыніца|Джерело):\s(?P<name>[^\n|]{2,60})$")
ENDED = re.compile(r"[.…][\"”’'»)\]]{0,2}$")
CLOSED = re.compile(r"[.…!?:,;][\"”’'»)\]]{0,2}$|[\"”»]$")
SIGNED = re.compile(r"[\"“«„][^\n]{10,300}[\"”»“]\s[-–—―]\s?\w|[—–―]\s?\w")
LEAST_TITLE = 15  # characters
LONGEST_TITLE = 20  # words
LEAST_WORDS = 4
LISTS = re.compile(r"\([^)\n]{1,80}\).{1,80}\(")
# Of one's own words, outside quotation marks.
SELF = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y|[Yy]ou|[Мм]ы|[Яя]|[Нн]аш\w{0,3}|[Вв]ы|[Мм]и)\b")
MARKED = re.compile('["“«„]')
REACH = 600
WORD = re.compile(r"\w[\w’'-]*+")


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page. `body` are the blocks of the article; `beside` the lines, captions and the
    title, which may tell names though their words are nobody's."""

    title: TextFound | None
    outlet: NameFound | None
    author: NameFound | None
    published: PublishedFound | None
    dateline: DatelineFound | None
    body: tuple[Block, ...]
    beside: tuple[Block, ...]
    read: tuple[Block, ...]


def page_of(
    blocks: Sequence[Block], language: str | None, published: PublishedFound | None, zones: Mapping[str, str], zone: str | None,
    stated: PublishedFound | None = None,
) -> Page:  # fmt: skip
    """Sorts the blocks and reads the header. `published` and `zone` are what the caller knows, used where the text states nothing;
    `stated` is what the page says beside its text, and comes first."""
    stamps = {number: stamp for number, block in enumerate(blocks) if (stamp := _stamp(block, language))}
    kinds = _kinds(blocks, stamps)
    colons = _have_no_turns(blocks)
    opening_at, opening = _opening(blocks, kinds, language, None, colons=colons)
    first = opening_at if opening else next((n for n, kind in enumerate(kinds) if kind == "prose"), len(blocks))
    title_at = _title(blocks, kinds, stamps, next((n for n, kind in enumerate(kinds) if kind == "prose"), len(blocks)))
    outlet = (opening.outlet if opening else None) or _outlet(blocks)
    zone = zone or (zones.get(outlet.name.casefold()) if outlet else None)
    printed = published_of(stamps, kinds, title_at, first, opening, zone)
    agree = printed is not None and stated is not None and printed.edtf == stated.edtf
    when = (printed if agree else stated or printed) or published or from_dateline(opening)
    if opening:
        opening = _opening_of(blocks[opening_at], language, reference_of(when), colons=colons) or opening
    author_at, author = _author(blocks, kinds)
    skipped = {title_at, author_at}
    body = [
        _without(block, opening if n == opening_at else None) for n, block in enumerate(blocks) if kinds[n] == "prose" and n not in skipped
    ]
    beside = [block for n, block in enumerate(blocks) if kinds[n] in ("caption", "line")]
    read = [_without(b, opening if n == opening_at else None) for n, b in enumerate(blocks) if kinds[n] not in ("chrome", "stamp")]
    title = TextFound(blocks[title_at].text, blocks[title_at].start, blocks[title_at].end) if title_at is not None else None
    return Page(title, outlet, author, when, opening.found if opening else None, tuple(body), tuple(beside), tuple(read))


def _stamp(block: Block, language: str | None) -> Stamp | None:
    return attempt(f"The line at {block.start}", partial(stamp_of, block, language), None)


def _opening_of(block: Block, language: str | None, reference: datetime.date | None, *, colons: bool) -> Opening | None:
    return attempt(f"The dateline at {block.start}", partial(opening_of, block, language, reference, colons=colons), None)


def _have_no_turns(blocks: Sequence[Block]) -> bool:
    """One paragraph alone begins with a label, and nobody speaks of himself in it: the label may be the place of a report."""
    labelled = [(match["name"].split(), block.text) for block in blocks if (match := LABEL.match(block.text))]
    if len(labelled) != 1:
        return False
    (words, text), *_ = labelled
    return words[0].title() not in FIRST_NAMES and not SELF.search(MARKED.split(text[:REACH], maxsplit=1)[0])


def reference_of(published: PublishedFound | None) -> datetime.date | None:
    """The day from which other dates are counted, where the publication's day is known."""
    if published is None or len(published.edtf) < 10:
        return None
    try:
        return datetime.date.fromisoformat(published.edtf[:10])
    except ValueError:
        return None


def _kinds(blocks: Sequence[Block], stamps: Mapping[int, Stamp]) -> list[str]:
    """stamp, chrome, caption, prose, or "line" for a short line without an end: a title, a heading, an item of a menu."""
    kinds: list[str] = []
    titled = False
    for number, block in enumerate(blocks):
        if number in stamps:
            kinds.append("stamp")
        elif is_chrome(block.text):
            kinds.append("chrome")
        elif is_caption(block.text):
            kinds.append("caption")
        else:
            headed = number + 1 in stamps and "prose" not in kinds and _is_short(block.text)
            prose = not headed and _is_prose(block.text, number, may_be_title=number < 3 and not titled)
            kinds.append("prose" if prose else "line")
            titled = titled or len(block.text) > LEAST_TITLE
    return kinds


def _is_short(text: str) -> bool:
    """Short and without a full stop, as a title is."""
    return len(WORD.findall(text[:600])) <= LONGEST_TITLE and not ENDED.search(text)


def _is_prose(text: str, number: int, *, may_be_title: bool) -> bool:
    """A paragraph ends like a sentence; a line at the head that ends in a question or in quotation marks may still be the title."""
    if SIGNED.match(text) or (LABEL.match(text) and (ENDED if may_be_title else CLOSED).search(text)):
        return True
    if may_be_title and _is_short(text):
        return text[-1] in ":," and number > 0
    return bool(CLOSED.search(text)) or len(WORD.findall(text[:600])) > 25 or text[0] in '—–―"“«„'


def _opening(
    blocks: Sequence[Block], kinds: Sequence[str], language: str | None, reference: datetime.date | None, *, colons: bool
) -> tuple[int, Opening | None]:
    for number, block in enumerate(blocks[: 2 * HEAD_BLOCKS]):
        if kinds[number] == "prose":
            opening = _opening_of(block, language, reference, colons=colons)
            if opening:
                return number, opening
    return -1, None


def _without(block: Block, opening: Opening | None) -> Block:
    if opening is None:
        return block
    return Block(opening.body, block.end, block.text[opening.body - block.start :], block.apart)


def _title(blocks: Sequence[Block], kinds: Sequence[str], stamps: Mapping[int, Stamp], first: int) -> int | None:
    """The line before the article that looks most like a title: some words, near a stamp, no menu."""
    best, at = 2.5, None
    for number in range(min(first, len(blocks), HEAD_BLOCKS)):
        signed = number > 1 and AUTHOR.match(blocks[number - 1].text)  # below the author's name: what he is
        byline = AUTHOR.match(blocks[number].text) or BYLINE.search(blocks[number].text)
        if kinds[number] != "line" or byline or (signed and "line" in kinds[: number - 1]):
            continue
        words = len(WORD.findall(blocks[number].text))
        beside = any(abs(n - number) == 1 for n in stamps)
        leads = number + 1 in stamps or number + 1 == first or (number + 1 < len(blocks) and bool(AUTHOR.match(blocks[number + 1].text)))
        score = (
            min(words, 6)
            + 2 * beside
            + 2 * leads
            + (number == 0)
            + blocks[number].apart
            - (4 if words > 30 or LISTS.search(blocks[number].text) else 0)
        )
        if score > best:
            best, at = score, number
    return at if at is None or not _is_below_title(blocks, kinds, at) else at - 1


def _is_below_title(blocks: Sequence[Block], kinds: Sequence[str], at: int) -> bool:
    """A line of words directly above the best is the title, and the best its summary."""
    above = blocks[at - 1].text if at > 0 and kinds[at - 1] == "line" else ""
    return len(WORD.findall(above)) >= LEAST_WORDS and not blocks[at].apart and not AUTHOR.match(above) and not LISTS.search(above)


def _outlet(blocks: Sequence[Block]) -> NameFound | None:
    for pattern in (LEARNED, SOURCE):
        for block in blocks:
            match = pattern.search(block.text)
            if match:
                return NameFound(match["name"].strip(), block.start + match.start("name"), block.start + match.end("name"))
    return None


def _author(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[int, NameFound | None]:
    for number, block in enumerate(blocks):
        match = AUTHOR.match(block.text) if kinds[number] in ("line", "stamp") else None
        if match:
            return number, NameFound(match["name"], block.start + match.start("name"), block.start + match.end("name"))
    return -1, None
