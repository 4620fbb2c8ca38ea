"""Reads the head of a page: which blocks are the article, and its title, outlet, author, dateline and publication.

The publication is the stamp that fits best: beside the title, with a clock time, in agreement with the dateline. A date among menus and
weather is the site's clock. The latest date is never preferred for being the latest.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.extraction.blocks import Block
from archive.extraction.chrome import is_caption, is_chrome
from archive.extraction.datelines import Opening, opening_of
from archive.extraction.dates.civil import OPEN, near_year
from archive.extraction.stamps import Stamp, stamp_of
from archive.extraction.turns import LABEL
from archive.extraction.types import DatelineFound, NameFound, PublishedFound, TextFound
from archive.extraction.zones import offset_in

HEAD_BLOCKS = 15
AUTHOR = re.compile(
    r"(?:[Bb]y|BY|[Aa]uthor:|[Tt]ext:|[Ww]ritten by|Автор:|Текст:|Аўтар:)\s"
    r"(?P<name>[^\W\d_][\w.’'-]{0,30}(?:\s[^\W\d_a-zа-я][\w.’'-]{0,30}){1,3})"
    r"(?:,\s[\w ]{2,40})?(?:\s?[|•].{0,60})?$"
)
LEARNED = re.compile(r",\s(?P<name>[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?)\shas\slearn(?:ed|t)\b")
SOURCE = re.compile(r"(?:Source|Источник|Крыніца|Джерело):\s(?P<name>[^\n|]{2,60})$")
ENDED = re.compile(r"[.…][\"”’'»)\]]{0,2}$")
CLOSED = re.compile(r"[.…!?:,;][\"”’'»)\]]{0,2}$|[\"”»]$")
SIGNED = re.compile(r"[\"“«„][^\n]{10,300}[\"”»“]\s[-–—―]\s?\w|[—–―]\s?\w")
LEAST_TITLE = 15
LISTS = re.compile(r"\([^)\n]{1,80}\).{1,80}\(")
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
    stamps = {number: stamp for number, block in enumerate(blocks) if (stamp := stamp_of(block, language))}
    kinds = _kinds(blocks, stamps)
    opening_at, opening = _opening(blocks, kinds, language, None)
    first = opening_at if opening else next((n for n, kind in enumerate(kinds) if kind == "prose"), len(blocks))
    title_at = _title(blocks, kinds, stamps, next((n for n, kind in enumerate(kinds) if kind == "prose"), len(blocks)))
    stamp = _best(stamps, kinds, title_at, first, opening)
    outlet = (opening.outlet if opening else None) or _outlet(blocks)
    when = (
        stated or _published(stamp, zone or (zones.get(outlet.name.casefold()) if outlet else None)) or published or _from_dateline(opening)
    )
    if opening:
        opening = (
            opening_of(blocks[opening_at], language, datetime.date.fromisoformat(when.edtf[:10]) if when and len(when.edtf) >= 10 else None)
            or opening
        )
    author_at, author = _author(blocks, kinds)
    skipped = {title_at, author_at}
    body = [
        _without(block, opening if n == opening_at else None) for n, block in enumerate(blocks) if kinds[n] == "prose" and n not in skipped
    ]
    beside = [block for n, block in enumerate(blocks) if kinds[n] in ("caption", "line")]
    read = [_without(b, opening if n == opening_at else None) for n, b in enumerate(blocks) if kinds[n] not in ("chrome", "stamp")]
    title = TextFound(blocks[title_at].text, blocks[title_at].start, blocks[title_at].end) if title_at is not None else None
    return Page(title, outlet, author, when, opening.found if opening else None, tuple(body), tuple(beside), tuple(read))


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
            kinds.append("prose" if _is_prose(block.text, number, may_be_title=number < 3 and not titled) else "line")
            titled = titled or len(block.text) > LEAST_TITLE
    return kinds


def _is_prose(text: str, number: int, *, may_be_title: bool) -> bool:
    """A paragraph ends like a sentence; a line at the head that ends in a question or in quotation marks may still be the title."""
    words = len(WORD.findall(text[:600]))
    if SIGNED.match(text) or (LABEL.match(text) and CLOSED.search(text)):
        return True
    if may_be_title and words <= 20 and not ENDED.search(text):
        return text[-1] in ":," and number > 0
    return bool(CLOSED.search(text)) or words > 25 or text[0] in '—–―"“«„'


def _opening(
    blocks: Sequence[Block], kinds: Sequence[str], language: str | None, reference: datetime.date | None
) -> tuple[int, Opening | None]:
    for number, block in enumerate(blocks[: 2 * HEAD_BLOCKS]):
        if kinds[number] == "prose":
            opening = opening_of(block, language, reference)
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
        if kinds[number] != "line" or AUTHOR.match(blocks[number].text):
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
    return at


def _best(stamps: Mapping[int, Stamp], kinds: Sequence[str], title_at: int | None, first: int, opening: Opening | None) -> Stamp | None:
    """The stamp that is the publication's; of equals the first."""
    written = opening.month_and_day if opening else None

    def score(number: int) -> float:
        stamp = stamps[number]
        points = 3.0 * (stamp.clock is not None) + {"published": 3, "updated": -4}.get(stamp.label or "", 0)
        if title_at is not None:
            points += 2 * (abs(number - title_at) == 1) + (number > title_at)
        beside = [kinds[n] for n in (number - 1, number + 1) if 0 <= n < len(kinds)]
        points -= 2 * (beside.count("chrome") and stamp.clock is None)
        return points + _agreement(stamp, written) - 4 * (number > max(first, HEAD_BLOCKS))

    return stamps[max(stamps, key=lambda number: (score(number), -number))] if stamps else None


def _agreement(stamp: Stamp, written: tuple[int, int] | None) -> float:
    """A report is published on the day of its dateline or in the days after."""
    year = near_year(stamp.day, *written, OPEN) if written else None
    if not written or not year:
        return 0
    behind = (stamp.day - datetime.date(year, *written)).days
    return 4 if 0 <= behind <= 2 else -4


def _published(stamp: Stamp | None, outlet_zone: str | None) -> PublishedFound | None:
    if stamp is None:
        return None
    if stamp.clock is None:
        return PublishedFound(stamp.day.isoformat(), None, "unknown", stamp.start, stamp.end)
    local = stamp.moment.isoformat()
    if stamp.offset is not None:
        return PublishedFound(local + _offset(stamp.offset), stamp.zone, "stated", stamp.start, stamp.end)
    zone = outlet_zone if stamp.zone is None else None
    offset = offset_in(zone, stamp.moment) if zone else None
    if zone and offset:
        return PublishedFound(local + _offset(offset), zone, "inferred", stamp.start, stamp.end)
    return PublishedFound(local, None, "unknown", stamp.start, stamp.end)


def _offset(offset: datetime.timezone) -> str:
    written = datetime.datetime(2000, 1, 1, tzinfo=offset).isoformat()[19:]
    return "Z" if written == "+00:00" else written


def _from_dateline(opening: Opening | None) -> PublishedFound | None:
    """Without a stamp a dateline with its year is the best that is known."""
    if opening is None or opening.found.edtf is None:
        return None
    return PublishedFound(opening.found.edtf, None, "unknown", opening.found.start, opening.found.end)


def _outlet(blocks: Sequence[Block]) -> NameFound | None:
    for pattern in (LEARNED, SOURCE):
        for block in blocks:
            match = pattern.search(block.text)
            if match:
                return NameFound(match["name"].strip(), block.start + match.start("name"), block.start + match.end("name"))
    return None


def _author(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[int, NameFound | None]:
    for number, block in enumerate(blocks):
        match = AUTHOR.match(block.text) if kinds[number] == "line" else None
        if match:
            return number, NameFound(match["name"], block.start + match.start("name"), block.start + match.end("name"))
    return -1, None
