"""The day of words beside which none is told: of the whole document, by its dateline, a heading above it, or its publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.extraction.languages.english import occasions as english
from archive.extraction.languages.slavic import occasions as slavic
from archive.extraction.page.head import Layout
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, DatelineFound, PublishedFound, SaidOnFound

# Rules that need no other date to read a day.
FULL_DAYS = ("day, month and year", "month, day and year", "year, month and day in digits", "day, month and year in digits")
# What people hold on a day, in the heading of its record; in a title it stands near the beginning, and the day at the end.
SITTING = re.compile(rf"\b(?:(?:{'|'.join(sorted(english.SITTINGS))})s?\b|(?:{'|'.join(slavic.SITTING_STEMS)}))", re.IGNORECASE)
MARKS = " \t,.:;|•·()—–-"
PARTS = re.compile(r"[.:;|–—]\s")
LONGEST_BEFORE = 3  # words before it
MOST_BESIDE = 5  # words beside the day of a heading
BEHIND_DAY = re.compile(r"\s?(?:года?|годзе|г\.|року|р\.)?[\s.)]*")


@dataclass(frozen=True, slots=True)
class OwnDays:
    """What a document tells of its own day; `heading` is the day that a heading above the text gives, `sitting` that of a heading which
    says what was held on it."""

    dateline: DatelineFound | None
    published: PublishedFound | None
    sitting: DateFound | None
    heading: DateFound | None


def day_of(page: Layout, dates: Sequence[DateFound]) -> SaidOnFound | None:
    """The day on which the words of the page were said where nothing tells another."""
    above = list(_above(page, dates))
    title = range(page.title.start or 0, page.title.end or 0) if page.title else range(0)
    sitting = next((date for date in above if _is_of_sitting(page.beside, date, title)), None)
    # One in the title counts where no day of publication is known.
    heading = next((date for date in above if not page.published or (date.start not in title and _is_line_of(page.beside, date))), None)
    return DOCUMENT_DAY(OwnDays(page.dateline, page.published, sitting, heading))


def _above(page: Layout, dates: Iterable[DateFound]) -> Iterable[DateFound]:
    """The full days above the text: "Sitting of Wednesday, 19 October 2016"."""
    first = page.body[0].start if page.body else 0
    return (date for date in dates if date.end <= first and date.rule in FULL_DAYS and date.edtf)


def _is_line_of(headings: Iterable[Block], date: DateFound) -> bool:
    """Its heading says little more than the day: "Valmere, 16 May 2023"."""
    block = next((block for block in headings if block.start <= date.start < block.end), None)
    return block is not None and len(block.text.split()) - len(date.text.split()) <= MOST_BESIDE


def _is_of_sitting(headings: Iterable[Block], date: DateFound, title: range) -> bool:
    """Its heading says before the day what was held on it, or right behind it."""
    for block in headings:
        if block.start <= date.start < block.end:
            before, behind = block.text[: date.start - block.start], block.text[date.end - block.start :]
            held = SITTING.search(before)
            if date.start not in title:
                return bool(held or SITTING.match(behind.lstrip(MARKS)))
            if held is None:
                return not before.strip() and bool(SITTING.match(behind.lstrip(MARKS)))
            words = PARTS.split(before[: held.start()])[-1].split()
            return len(words) <= LONGEST_BEFORE and bool(BEHIND_DAY.fullmatch(behind))
    return False


DOCUMENT_DAY = Rules[[OwnDays], SaidOnFound | None]("the day of a document", otherwise=None)


@DOCUMENT_DAY.rule("dateline", "VALMERE, 16 May (Ardpress) - Anna Hill said that the lock would open.")
def _dateline(days: OwnDays) -> SaidOnFound | None:
    line = days.dateline
    return SaidOnFound(line.edtf, line.start, line.end, "dateline") if line and line.edtf else None


@DOCUMENT_DAY.rule("day of the sitting", "Sitting of 17 May 2023\n\nBy Ann Orr\n\nAnna Hill said that the lock would open.")
def _day_of_sitting(days: OwnDays) -> SaidOnFound | None:
    """Also where it is that of publication, as a record may come out on the same day."""
    sitting, published = days.sitting, days.published
    if sitting is None or not sitting.edtf or (published and sitting.edtf > published.edtf):
        return None
    return SaidOnFound(sitting.edtf, sitting.start, sitting.end, "day of the sitting")


@DOCUMENT_DAY.rule("heading", "Valmere, 16 May 2023\n\nBy Ann Orr\n\nAnna Hill said that the lock would open.")
def _day_in_a_heading(days: OwnDays) -> SaidOnFound | None:
    heading, published = days.heading, days.published
    if heading is None or not heading.edtf or (published and heading.edtf >= published.edtf):
        return None
    return SaidOnFound(heading.edtf, heading.start, heading.end, "heading")


@DOCUMENT_DAY.rule("publication", "Anna Hill said that the lock would open.")
def _publication(days: OwnDays) -> SaidOnFound | None:
    published = days.published
    if published is None or ".." in published.edtf:
        return None
    return SaidOnFound(published.edtf.split("T")[0], published.start, published.end, "publication")
