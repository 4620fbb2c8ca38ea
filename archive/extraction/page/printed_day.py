"""The day and clock time that a page prints for its publication, chosen among its stamps.

It is the stamp that fits best: beside the title, with a clock time, in agreement with the dateline. A date among menus and weather is the
site's clock; one below the article is another article's. The latest date is never preferred for being the latest.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from archive.extraction.dates.civil import OPEN, near_year
from archive.extraction.page.datelines import Opening
from archive.extraction.page.kinds import HEAD_BLOCKS, Sheet
from archive.extraction.page.stamps import Stamp
from archive.extraction.page.zones import offset_in
from archive.extraction.text.rules import Rules
from archive.extraction.types import PublishedFound

SUMMARY = 3  # paragraphs: a summary may stand above the stamp
SOON = range(3)  # days behind its dateline in which a report is published
# What a stamp that says what it is, has a clock time, or stands in a place gains or loses by it.
BY_LABEL = {"published": 3, "updated": -4}
WITH_CLOCK, AMONG_CHROME, BELOW_THE_HEAD = 3, -2, -4
BESIDE_THE_TITLE, BELOW_THE_TITLE = 2, 1
AGREES, DISAGREES = 4, -4


@dataclass(frozen=True, slots=True)
class Printed:
    """Where on the page a stamp stands; `opens` is the block with which the article begins, `opening` the dateline there."""

    sheet: Sheet
    title: int | None
    opens: int
    opening: Opening | None = None


def printed_publication(page: Printed, zone: str | None) -> PublishedFound | None:
    """The publication that the page prints; `zone` is the outlet's, for a bare clock."""
    return _placed(_best(page), zone)


def _best(page: Printed) -> Stamp | None:
    """The stamp that fits best; of equals the first."""
    above = list(accumulate((kind == "prose" for kind in page.sheet.kinds), initial=0))
    own = {
        number: stamp
        for number, read in page.sheet.stamps.items()
        if (stamp := _settled(read, page.opening)) and IS_OWN(page.sheet, number, above[number], above[-1] - above[number + 1])
    }
    return own[max(own, key=lambda number: (_points(page, number, own[number]), -number))] if own else None


def _settled(stamp: Stamp, opening: Opening | None) -> Stamp | None:
    """Of digits that may be two days, the one that agrees with the dateline; where it doesn't tell, none."""
    if stamp.other is None:
        return stamp
    found = [one for one in (stamp, replace(stamp, day=stamp.other)) if _points_by_dateline(one, opening) > 0]
    return found[0] if len(found) == 1 else None


def _points(page: Printed, number: int, stamp: Stamp) -> int:
    points = BY_LABEL.get(stamp.label or "", 0)
    points += WITH_CLOCK if stamp.clock is not None else AMONG_CHROME * _is_among_chrome(page.sheet.kinds, number)
    points += BELOW_THE_HEAD * (number > max(page.opens, HEAD_BLOCKS))
    return points + _points_by_title(number, page.title) + _points_by_dateline(stamp, page.opening)


def _is_among_chrome(kinds: Sequence[str], number: int) -> bool:
    return "chrome" in (*kinds[max(number - 1, 0) : number], *kinds[number + 1 : number + 2])


def _points_by_title(number: int, title: int | None) -> int:
    if title is None:
        return 0
    return BESIDE_THE_TITLE * (abs(number - title) == 1) + BELOW_THE_TITLE * (number > title)


def _points_by_dateline(stamp: Stamp, opening: Opening | None) -> int:
    """A report is published on the day of its dateline or in the days after."""
    written = opening.month_and_day if opening else None
    year = near_year(stamp.day, *written, OPEN) if written else None
    if not written or not year:
        return 0
    return AGREES if (stamp.day - datetime.date(year, *written)).days in SOON else DISAGREES


# A date below the first paragraphs belongs to another article, but for one of these. Asked with the number of the stamp's block and how
# many paragraphs stand above and below it.
IS_OWN = Rules[[Sheet, int, int, int], bool]("may this stamp be the article's own", otherwise=False)


@IS_OWN.when(
    "says that it is", True, "The bridge will open, Anna Hill said.\nIt was closed, Ana Ruiz said.\n\nPublished 18 May 2023\n\nMore news"
)
def _says_so(sheet: Sheet, number: int, above: int, below: int) -> bool:
    return sheet.stamps[number].label == "published"


@IS_OWN.when("above the article", True, "Updated 18 May 2023\n\nThe bridge will open, Anna Hill said.")
def _is_above(sheet: Sheet, number: int, above: int, below: int) -> bool:
    return above == 0


@IS_OWN.when("below a summary", True, "The bridge will open, Anna Hill said.\n18 May 2023, 9:00\n\nAna Ruiz said so too.")
def _is_below_a_summary(sheet: Sheet, number: int, above: int, below: int) -> bool:
    return above < SUMMARY and below > 0


@IS_OWN.when("signs the text", True, "The bridge will open, Anna Hill said.\n\n18 May 2023")
def _signs_the_text(sheet: Sheet, number: int, above: int, below: int) -> bool:
    return sheet.kinds[number - 1] == "prose" and number == len(sheet.kinds) - 1


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
