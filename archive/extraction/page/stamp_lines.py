"""Finds the publication stamps among the lines of a text, with what else may stand in such a line: who wrote, another stamp, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from archive.extraction.page.agencies import is_outlet
from archive.extraction.page.chrome import is_kind_of_text
from archive.extraction.page.stamps import CLOCK, PUBLISHED, UPDATED, Stamp, is_time_alone, label_of, read_stamp, with_clock
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.types import Span

LONGEST = 120  # characters of a stamp
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d\d")  # without one there is no full date to look for
# Between the parts of a line: a stroke, or the label of the second of two stamps, behind a comma, in brackets or with a capital.
LABELLED = rf"(?i:(?:{PUBLISHED}|{UPDATED})\b)"
BETWEEN = re.compile(
    rf"\s[|•·/–—]\s|(?<=\S)[|](?=\S)|\s?\((?={LABELLED})|[,;]\s(?={LABELLED})|(?<=[^\s(])\s{{1,3}}(?=[A-ZА-ЯЁІЎ])(?={LABELLED})"
    r"|(?<=\S)\s{1,3}(?=(?:[Bb][Yy]|Source:|Источник:|Крыніца:|Джерело:)\s)"
)
# What may stand beside a stamp in its line: who wrote, how long it takes to read.
BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Aa]uthor:|[Tt]ext:|Source:|Аўтар:|Автор:|Текст:|Источник:|Крыніца:|Джерело:)\s\w.{1,60}|[\w@(][^|]{0,40}"
)
WRITER = re.compile(r"\b[Bb]y\s(?:[^\W\d_a-z][\w.’'-]{0,30}\s){1,4}(?=(?:on|at)\s)")  # "Posted by Ana Ruiz on 3 March"
# Behind the stamp: the clock of another place, the page of the paper, how many have read it, the zone's name behind its offset.
ELSEWHERE = r"(?<=[A-Z]{3})\s\d\d:\d\d\s(?:UK|local\stime)$"
ON_PAPER = r"[;,]\sPage\s[A-Z]{0,2}-?\d{1,3}$"
READERS = r"(?:views|comments|просмотр\w{1,3}|перегляд\w{1,3}|прагляд\w{1,3}|комментари\w{1,3})"
COUNTED = rf"[\s|•·,]{{1,3}}(?:{READERS}\s?:?\s?\d[\d\s]{{0,8}}|\d[\d\s]{{0,8}}{READERS})$|(?<=:\d\d)\s\d[\d\s]{{0,6}}$"
NAMED_ZONE = r"(?<=[+-]\d{4})\s\([A-Z]{2,5}\)$"
TRAILER = re.compile(f"{ELSEWHERE}|{ON_PAPER}|{COUNTED}|{NAMED_ZONE}", re.IGNORECASE)
SHORT = 30  # characters of a line with a clock time alone
FEW_WORDS = 3  # beside a stamp, such as the name of a section
PLACE = re.compile(r"[,\s]{1,3}(?:(?:[^\W\d_a-zа-яёіїєґў][\w.’'-]{0,30}|of|the|and|in|at)[,\s]{0,2}){1,10}")


def stamps_of(blocks: Sequence[Block], language: str | None) -> dict[int, Stamp]:
    """The stamps by the number of their block. One whose reading fails is none. A label or a clock time may stand on a line of its own."""
    found: dict[int, Stamp] = {}
    for number, block in enumerate(blocks):
        stamp = attempt(f"The line at {block.start}", partial(stamp_of, block, language), None)
        if stamp:
            found[number] = _with_neighbours(stamp, block, *blocks[number - 1 : number] if number else (), *blocks[number + 1 : number + 2])
    return found


def _with_neighbours(stamp: Stamp, block: Block, *beside: Block) -> Stamp:
    """With what stands directly above and below: a label, which may be apart, and a clock time, which may not."""
    for one in beside:
        if one.start < block.start and stamp.label is None:
            stamp = replace(stamp, label=label_of(one.text))
        is_apart = block.apart if one.start < block.start else one.apart
        if stamp.clock is None and not is_apart and len(one.text) <= SHORT:
            stamp = with_clock(stamp, one.start, one.text)
    return stamp


def stamp_of(block: Block, language: str | None) -> Stamp | None:
    """The stamp that the block is, or None where it holds anything else.

    A line may hold several ("Published 3 March | Updated 4 March", "By Ana Ruiz | 3 March"), or name an outlet or a place beside it.
    """
    if len(block.text) > LONGEST or not YEAR.search(block.text):
        return None
    text = WRITER.sub(_blanks, TRAILER.sub(_blanks, block.text)).rstrip()
    return (
        read_stamp(block.start, text, language)
        or _beside_others(block.start, text, language)
        or _before_place(block.start, text, language)
        or _beside_name(block.start, text, language)
        or _behind_kind(block.start, text, language)
    )


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _beside_others(start: int, text: str, language: str | None) -> Stamp | None:
    """The first stamp of a line whose other parts are stamps, times, a byline or a few words; one that says "updated" comes last.

    The clock time may be a part of its own.
    """
    found: list[Stamp] = []
    parts = list(_parts(text))
    for at, (begin, end) in enumerate(parts):
        further = parts[at + 1][1] if at + 1 < len(parts) and CLOCK.search(text, end) else end
        stamp = read_stamp(start + begin, text[begin:further], language) or read_stamp(start + begin, text[begin:end], language)
        if stamp:
            found.append(stamp)
        elif not _may_stand_beside(text[begin:end]):
            return None
    return min(found, key=lambda stamp: stamp.label == "updated", default=None)


def _may_stand_beside(words: str) -> bool:
    if is_time_alone(words) or is_outlet(words):
        return True
    return bool(BYLINE.fullmatch(words)) and (len(words.split()) <= FEW_WORDS or words.lower().startswith("by "))


def _parts(text: str) -> Iterator[Span]:
    cuts = [match.span() for match in BETWEEN.finditer(text)]
    if not cuts:
        return
    for begin, end in zip([0, *(end for _, end in cuts)], [*(begin for begin, _ in cuts), len(text)], strict=True):
        if text[begin:end].strip():
            yield begin, end


def _before_place(start: int, text: str, language: str | None) -> Stamp | None:
    """The stamp, with a clock time, before the place where words were said: "Monday, 16 September 2019, 9 p.m. Great Hall, Ardo"."""
    clock = CLOCK.search(text)
    if clock is None or not PLACE.fullmatch(text, clock.end()):
        return None
    return read_stamp(start, text[: clock.end()], language)


def _beside_name(start: int, text: str, language: str | None) -> Stamp | None:
    """The stamp behind or before the name of an outlet and a comma, or with a clock time behind a few words: "Ana Ruiz, 3 March, 9:30"."""
    first, last = text.find(","), text.rfind(",")
    for name, begin, end in ((text[:first], first + 1, len(text)), (text[last + 1 :], 0, last)):
        stamp = read_stamp(start + begin, text[begin:end], language) if begin < end else None
        if stamp and (is_outlet(name.strip()) or (stamp.clock and begin and len(name.split()) <= FEW_WORDS)):
            return stamp
    return None


def _behind_kind(start: int, text: str, language: str | None) -> Stamp | None:
    """ "Press release 17 May 2023"."""
    for gap in islice(re.finditer(r"\s", text), FEW_WORDS):
        if is_kind_of_text(text[: gap.start()]):
            return read_stamp(start + gap.end(), text[gap.end() :], language)
    return None
