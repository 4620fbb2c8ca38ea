"""The shapes in which transcripts print who speaks: “Anna Hill: …”, “Q  …”, “Mr. HILL. …”, “Mr Hill (Ardo)—…”, a name on a line of its own.

What has such a shape may still be the heading of something else; `labels` tells that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from archive.extraction.text.blocks import Block

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЎЇЄҐ"
TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Sen|Rep|Gov|Gen|Hon|MR|MRS|MS|DR|SEN|REP|GOV|GEN|ADM|AMB|SEC|COL|CAPT|LT|PROF)\b\.?\s)"
# A sign that somebody else speaks, and the time at which: ">> ", "— ", "[00:12:40] ".
LEAD = r"(?:(?:>{2,3}|»|[-–—•*]{1,2})\s{0,3})?(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s{1,3}(?:[-–—]\s)?)?\*{0,2}"
NAME = r"(?P<name>[^\W\d_a-zа-яёіїєґў][\w.’'-]{0,30}(?:\s[\w.’'()&-]{1,30}){0,10}?)"
BESIDE = r"(?:\s\((?P<beside>[^)\n]{1,60})\))?"
ROLE = r"(?P<role>(?:,\s[^:,.!?\n]{3,80}){1,2})?"
TIME = r"(?:\s{1,3}[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?)?"
# "HILL", "Mr. HILL", "The SPEAKER", and «Хилл А. П.».
LOUD = (
    rf"(?:The\s|{TITLE})?[{UPPER}][{UPPER}’'-]{{2,25}}(?:\s[{UPPER}][{UPPER}’'-]{{1,25}}){{0,3}}"
    rf"|(?!The\b)[{UPPER}][\w’'-]{{2,25}}\s[{UPPER}]\.\s?(?:[{UPPER}]\.?)?"
    rf"|{TITLE}[{UPPER}][\w’'-]{{1,25}}(?:\s[{UPPER}][\w’'-]{{1,25}})?"
    rf"|[{UPPER}]\.\s?(?:[{UPPER}]\.\s?)?[{UPPER}][\w’'-]{{2,25}}"
)
OFFICE = rf"(?:(?:The\s)?[{UPPER}][\w-]{{5,30}})"
LABEL = re.compile(rf"{LEAD}{NAME}{BESIDE}{ROLE}{TIME}\*{{0,2}}:\*{{0,2}}\s{{1,8}}(?:[-–—]\s)?(?=\S)")
SHAPES: Mapping[str, re.Pattern[str]] = {
    "colon": LABEL,
    "letter": re.compile(rf"{LEAD}(?P<name>[QA])(?:\.|\s?[-–—])?\*{{0,2}}\s{{1,8}}(?=[^\W_a-z]|[\"“(\[—])"),
    "dash": re.compile(rf"{LEAD}(?P<name>{LOUD}){BESIDE}(?:\.\s{{0,2}}|\s)?[—–]\s{{0,2}}(?=\S)"),
    "stop": re.compile(
        rf"{LEAD}(?P<name>{LOUD}|{OFFICE}){BESIDE}(?P<role>,\s[^\W\d_a-zа-яёіїєґў]?[^:,.!?\n]{{3,80}})?\.\s{{1,3}}(?=[^\W_a-zа-я]|[\"“«(])"
    ),
    "line": re.compile(rf"{LEAD}{NAME}{BESIDE}{ROLE}{TIME}\*{{0,2}}(?P<colon>:)?\*{{0,2}}"),
}
LONGEST = 160  # characters of a label
LONGEST_LINE = 90  # of one on a line of its own


@dataclass(frozen=True, slots=True)
class Printed:
    """What may be a label: `name` from `start` to `end`, what stands `beside` it in brackets, the `role` behind a comma. The words begin
    at `words`, which is the end of the block where the label has a line of its own. `shape` is one of `SHAPES`."""

    name: str
    start: int
    end: int
    words: int
    shape: str
    beside: str = ""
    role: str = ""
    is_closed: bool = True

    @property
    def key(self) -> str:
        """What comes back where the same one speaks again, however his name is printed."""
        return self.name.casefold().removeprefix("the ")


def printed_in(block: Block) -> Printed | None:
    """What may be the label of a block, by the first shape that it has."""
    head = block.text[:LONGEST]
    for shape, pattern in SHAPES.items():
        match = pattern.match(head) if shape != "line" else _whole(pattern, block.text)
        if match:
            return _printed(block, match, shape)
    return None


def _whole(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return pattern.fullmatch(text) if len(text) <= LONGEST_LINE else None


def _printed(block: Block, match: re.Match[str], shape: str) -> Printed:
    told = match.groupdict()
    start, end = (block.start + at for at in match.span("name"))
    is_closed = shape != "line" or bool(told["colon"])
    return Printed(match["name"], start, end, block.start + match.end(), shape, told.get("beside") or "", told.get("role") or "", is_closed)
