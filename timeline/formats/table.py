"""The formats that a list can be taken away in. Each has the last part of its address, and a function that writes it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.dossiers import bundle, paper
from timeline.formats import atom, calendar_file, json_feed, lines, sheet, timeline_js
from timeline.formats.taken import Taken
from timeline.lists.listed import Listed
from timeline.lists.paging import NEWEST_FIRST, NEWEST_RECORDED, PAGE_SIZE, Order


@dataclass(frozen=True)
class Giving:
    """How much of a list one answer holds, and how it comes. `order`: in which statements are given, whatever the filter says;
    `is_streamed`: as it is written, and not once it is whole; `is_kept`: as a file, by whoever opens the address."""

    most: int
    order: Order | None = None
    is_streamed: bool = False
    is_kept: bool = False


@dataclass(frozen=True)
class Format:
    """`file`: the last part of its address; `about`: what it is good for."""

    file: str
    name: str | Promise
    about: str | Promise
    media_type: str
    write: Callable[[Taken], Iterable[bytes]]
    giving: Giving

    def order_of(self, listed: Listed) -> Order:
        return self.giving.order if self.giving.order and not listed.is_of_corrections else listed.order


FEED = Giving(PAGE_SIZE, NEWEST_RECORDED)
ROWS = Giving(10_000, is_streamed=True, is_kept=True)
DRAWN = Giving(500)
PROOF = Giving(200, is_kept=True)
DAYS = Giving(1_000, NEWEST_FIRST, is_kept=True)

ATOM, CSV, ICS, HTML = (f"{kind}; charset=utf-8" for kind in ("application/atom+xml", "text/csv", "text/calendar", "text/html"))
FORMATS = {
    one.file: one
    for one in (
        Format("feed.atom", "Atom", _("a feed of what was recorded last"), ATOM, atom.write, FEED),
        Format("feed.json", "JSON Feed", _("the same feed in JSON"), "application/feed+json", json_feed.write, FEED),
        Format("data.csv", "CSV", _("a table for a spreadsheet"), CSV, sheet.write, ROWS),
        Format("data.ndjson", "NDJSON", _("the JSON of the API, one row a line"), "application/x-ndjson", lines.write, ROWS),
        Format("timeline.json", "TimelineJS", _("a drawn timeline for a page of your own"), "application/json", timeline_js.write, DRAWN),
        Format("calendar.ics", _("Calendar"), _("what has a day, for a calendar"), ICS, calendar_file.write, DAYS),
        Format("dossier.html", _("Dossier"), _("evidence in one file, to print and to keep"), HTML, paper.write, PROOF),
        Format("dossier.zip", _("Dossier as ZIP"), _("the same with data and fingerprints"), "application/zip", bundle.write, PROOF),
    )
}
FILES = "|".join(one.replace(".", r"\.") for one in FORMATS)
