"""What the caller knows of a text: what its page says of itself comes before what is read off the text, the rest behind it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archive.extraction.page.agencies import zone_of_agency
from archive.extraction.types import Head, NameFound, Stated, TextFound

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
        """The zone of clock times that state none, in a text that names this outlet: as the caller knows it, else an agency's own."""
        return self.outlet_zone or self.outlet_zones.get(outlet.casefold()) or zone_of_agency(outlet)


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
