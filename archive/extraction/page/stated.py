"""What the caller knows of a text: what its page says of itself comes before what is read off the text, the rest behind it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from archive.extraction.page.zones import offset_in
from archive.extraction.types import Head, NameFound, PublishedFound, Stated, TextFound

CLOCK_AND_OFFSET = re.compile(r"T\d\d:\d\d(?::\d\d)?(?P<offset>Z|[+-]\d\d:\d\d)?$")
HEAD = 3000  # characters within which a title is looked for


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows of a text before it is read.

    `published` is the EDTF of its date, for a text that has none; `outlet_zones` are the zones of outlets by their case-folded names, and
    `outlet_zone` that of the outlet itself; `stated` is what the page says beside its text.
    """

    published: str | None = None
    outlet_zones: Mapping[str, str] = field(default_factory=dict)
    outlet_zone: str | None = None
    stated: Stated = field(default_factory=Stated)

    def zone_of(self, outlet: str) -> str | None:
        """The zone of clock times that state none, in a text that names this outlet."""
        return self.outlet_zone or self.outlet_zones.get(outlet.casefold())

    def publication(self, printed: PublishedFound | None) -> PublishedFound | None:
        """What the page states; what is printed where it says the same, or where the page states nothing; then what the caller gave."""
        stated = stated_publication(self.stated, self.zone_of(self.stated.outlet))
        if printed and stated and printed.edtf == stated.edtf:
            return printed
        given = Stated(published=self.published or "")
        return stated or printed or stated_publication(given, self.outlet_zone)


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


def with_stated(head: Head, stated: Stated, text: str) -> Head:
    """What was read off the text, with title, outlet, author and language as the page states them."""
    return replace(
        head,
        title=_title(stated.title, text) if stated.title else head.title,
        outlet=NameFound(stated.outlet, None, None) if stated.outlet else head.outlet,
        author=NameFound(stated.author, None, None) if stated.author else head.author,
        language=head.language or stated.language or None,
    )


def _title(title: str, text: str) -> TextFound:
    title = unicodedata.normalize("NFC", title)  # as the text is read
    at = text.find(title, 0, HEAD)
    return TextFound(title, at, at + len(title)) if at >= 0 else TextFound(title, None, None)
