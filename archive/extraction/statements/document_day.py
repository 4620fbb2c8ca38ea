"""The day of words beside which none is told: of the whole document, by its dateline, a heading above it, or its publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.page.head import Layout
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, DatelineFound, PublishedFound, SaidOnFound

# Rules that need no other date to read a day.
FULL_DAYS = ("day, month and year", "month, day and year", "year, month and day in digits", "day, month and year in digits")


@dataclass(frozen=True, slots=True)
class OwnDays:
    """What a document tells of its own day; `heading` is the day that a heading above the text gives."""

    dateline: DatelineFound | None
    published: PublishedFound | None
    heading: DateFound | None


def day_of(page: Layout, dates: Sequence[DateFound]) -> SaidOnFound | None:
    """The day on which the words of the page were said where nothing tells another."""
    return DOCUMENT_DAY(OwnDays(page.dateline, page.published, _heading(page, dates)))


def _heading(page: Layout, dates: Sequence[DateFound]) -> DateFound | None:
    """The day in a heading above the text: "Sitting of Wednesday, 19 October 2016". One in the title counts where no day of publication
    is known."""
    first = page.body[0].start if page.body else 0
    title = range(page.title.start or 0, page.title.end or 0) if page.title and page.published else range(0)
    above = (date for date in dates if date.end <= first and date.rule in FULL_DAYS and date.edtf)
    return next((date for date in above if date.start not in title), None)


DOCUMENT_DAY = Rules[[OwnDays], SaidOnFound | None]("the day of a document", otherwise=None)


@DOCUMENT_DAY.rule("dateline", "VALMERE, 16 May (Ardpress) - Anna Hill said that the lock would open.")
def _dateline(days: OwnDays) -> SaidOnFound | None:
    line = days.dateline
    return SaidOnFound(line.edtf, line.start, line.end, "dateline") if line and line.edtf else None


@DOCUMENT_DAY.rule("heading", "Sitting of 16 May 2023\n\nBy Ann Orr\n\nAnna Hill said that the lock would open.")
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
