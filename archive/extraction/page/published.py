"""Chooses the publication among the stamps of a page.

It is the stamp that fits best: beside the title, with a clock time, in agreement with the dateline. A date among menus and weather is the
site's clock; one below the article is another article's. The latest date is never preferred for being the latest.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import accumulate

from archive.extraction.dates.civil import OPEN, near_year
from archive.extraction.page.datelines import Opening
from archive.extraction.page.stamps import Stamp
from archive.extraction.page.zones import offset_in
from archive.extraction.types import PublishedFound

HEAD = 15  # blocks
FEW = 3  # paragraphs: a summary may stand above the stamp


def published_of(
    stamps: Mapping[int, Stamp], kinds: Sequence[str], title_at: int | None, first: int, opening: Opening | None, zone: str | None
) -> PublishedFound | None:
    """The publication; `stamps` by their place among the blocks, whose sorts are `kinds`, and `zone` the outlet's, for a bare clock."""
    return _placed(_best(stamps, kinds, title_at, first, opening), zone)


def _best(stamps: Mapping[int, Stamp], kinds: Sequence[str], title_at: int | None, first: int, opening: Opening | None) -> Stamp | None:
    """The stamp that fits best; of equals the first."""
    written = opening.month_and_day if opening else None

    def score(number: int) -> float:
        stamp = stamps[number]
        points = 3.0 * (stamp.clock is not None) + {"published": 3, "updated": -4}.get(stamp.label or "", 0)
        if title_at is not None:
            points += 2 * (abs(number - title_at) == 1) + (number > title_at)
        beside = [kinds[n] for n in (number - 1, number + 1) if 0 <= n < len(kinds)]
        points -= 2 * (beside.count("chrome") and stamp.clock is None)
        return points + _agreement(stamp, written) - 4 * (number > max(first, HEAD))

    before = list(accumulate((kind == "prose" for kind in kinds), initial=0))
    own = [number for number in stamps if _is_own(number, stamps[number], kinds, before)]
    return stamps[max(own, key=lambda number: (score(number), -number))] if own else None


def _is_own(number: int, stamp: Stamp, kinds: Sequence[str], paragraphs: Sequence[int]) -> bool:
    """A date below the first paragraphs belongs to another article, but for one that says what it is, or stands as the last line.

    `paragraphs` are how many stand above each block, and at the end how many there are."""
    before, after = paragraphs[number], paragraphs[-1] - paragraphs[number + 1]
    signed = kinds[number - 1] == "prose" and number == len(kinds) - 1
    return stamp.label == "published" or before == 0 or (before < FEW and after > 0) or signed


def _agreement(stamp: Stamp, written: tuple[int, int] | None) -> float:
    """A report is published on the day of its dateline or in the days after."""
    year = near_year(stamp.day, *written, OPEN) if written else None
    if not written or not year:
        return 0
    behind = (stamp.day - datetime.date(year, *written)).days
    return 4 if 0 <= behind <= 2 else -4


def _placed(stamp: Stamp | None, outlet_zone: str | None) -> PublishedFound | None:
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


def from_dateline(opening: Opening | None) -> PublishedFound | None:
    """Without a stamp a dateline with its year is the best that is known."""
    if opening is None or opening.found.edtf is None:
        return None
    return PublishedFound(opening.found.edtf, None, "unknown", opening.found.start, opening.found.end)
