"""When a text was published: what its page states, what is printed on it, what the caller knows, and its dateline, in this order."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from archive.extraction.page.datelines import Opening
from archive.extraction.page.stated import Known
from archive.extraction.page.zones import offset_in
from archive.extraction.types import PublishedFound, Stated

DAY = 10  # characters of a day in EDTF
CLOCK_AND_OFFSET = re.compile(r"T\d\d:\d\d(?::\d\d)?(?P<offset>Z|[+-]\d\d:\d\d)?$")


def publication_of(known: Known, printed: PublishedFound | None, opening: Opening | None) -> PublishedFound | None:
    """What the page states; what is printed where it says the same, or where the page states nothing; then the rest."""
    stated = stated_publication(known.stated, known.zone_of(known.stated.outlet))
    if printed and stated and printed.edtf == stated.edtf:
        return printed
    given = Stated(published=known.published or "")
    return stated or printed or stated_publication(given, known.outlet_zone) or from_dateline(opening)


def stated_publication(stated: Stated, outlet_zone: str | None) -> PublishedFound | None:
    """The stated publication. A clock time without a zone is placed in the outlet's, which is then inferred."""
    if not stated.published:
        return None
    found = PublishedFound(stated.published, None, "unknown", readings=stated.readings)
    match = CLOCK_AND_OFFSET.search(stated.published)
    if match is None:
        return _brought_home(found, outlet_zone) if outlet_zone else found
    if match["offset"]:
        return replace(found, zone="UTC" if match["offset"] == "Z" else match["offset"], zone_source="stated")
    offset = offset_in(outlet_zone, datetime.datetime.fromisoformat(stated.published)) if outlet_zone else None
    if offset is None:
        return found
    placed = datetime.datetime.fromisoformat(stated.published).replace(tzinfo=offset).isoformat()
    return replace(found, edtf=placed.replace("+00:00", "Z"), zone=outlet_zone, zone_source="inferred")


def _brought_home(found: PublishedFound, outlet_zone: str) -> PublishedFound:
    """A day alone, told beside a moment in UTC that is this day where the outlet is: the moment, as the outlet's clock shows it."""
    for reading in found.readings:
        if reading.endswith("Z") and "T" in reading:
            local = datetime.datetime.fromisoformat(reading).astimezone(ZoneInfo(outlet_zone)).replace(microsecond=0)
            if local.date().isoformat() == found.edtf:
                return replace(found, edtf=local.isoformat().replace("+00:00", "Z"), zone=outlet_zone, zone_source="stated")
    return found


def from_dateline(opening: Opening | None) -> PublishedFound | None:
    """Without a stamp a dateline with its year is the best that is known."""
    dateline = opening.found if opening else None
    if dateline is None or dateline.edtf is None:
        return None
    return PublishedFound(dateline.edtf, None, "unknown", dateline.start, dateline.end)


def reference_of(published: PublishedFound | None) -> datetime.date | None:
    """The day from which other dates are counted, where the publication's day is known."""
    if published is None or len(published.edtf) < DAY:
        return None
    try:
        return datetime.date.fromisoformat(published.edtf[:DAY])
    except ValueError:
        return None
