"""Stage 1 from the web: a page is fetched by its address and read, where the settings allow it, and by the rules of `archive.fetching`."""

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext

from archive.capture import read_file
from archive.capture.provenance import Provenance
from archive.enums import DocumentForm
from archive.errors import Refused
from archive.fetching import Pace, Page, Unfetched, Visitor
from archive.fetching.pace import LONGEST
from archive.fetching.spellings import canonical, named_by_page
from archive.reading import ReadText, Refusal

NAME = "OnRecord"  # what a site may call us in its robots.txt
A_PERSONS_PATIENCE = 5.0  # seconds that a page of ours may take longer, so that a host is not visited twice at once
RULES_KEPT = 24 * 3600  # seconds; RFC 9309 wants robots.txt read again after a day
PAGES = ("text/html", "application/xhtml+xml")
WITHOUT_WORDS = ("image/", "video/", "audio/", "font/")


class KeptRules:
    """What sites allow, in the cache that all processes share."""

    def get(self, origin: str) -> str | None:
        rules: str | None = cache.get(self._key(origin))
        return rules

    def __setitem__(self, origin: str, rules: str) -> None:
        cache.set(self._key(origin), rules, RULES_KEPT)

    def _key(self, origin: str) -> str:
        return f"robots-{hashlib.sha256(origin.encode()).hexdigest()}"


class KeptVisits:
    """When each host was last visited by any process of this site."""

    def get(self, host: str) -> float | None:
        at: float | None = cache.get(self._key(host))
        return at

    def __setitem__(self, host: str, at: float) -> None:
        cache.set(self._key(host), at, 2 * LONGEST)

    def _key(self, host: str) -> str:
        return f"visit-{hashlib.sha256(host.encode()).hexdigest()}"


def our_pace(patience: float = LONGEST) -> Pace:
    """Who fetches for this site and keeps the distance that each host wants, whoever of us was there before."""
    return Pace(our_visitor(), visits=KeptVisits(), patience=patience)


def our_visitor() -> Visitor:
    """Who fetches for this site, for whoever may. Refuses where the settings don't allow it."""
    if not settings.FETCHING:
        raise Refused(
            gettext("This site does not fetch pages. Save the page in a browser and capture the file, or have FETCHING set to true.")
        )
    return Visitor(NAME, settings.SITE_URL, robots=KeptRules())


def fetched(url: str, pace: Pace | None = None, *, at: datetime | None = None) -> tuple[ReadText, bytes]:
    """What is read in the page, with the address that it is known under, and its bytes. Without a `pace`, somebody waits for it."""
    try:
        page = (pace or our_pace(A_PERSONS_PATIENCE)).visit(url)
    except Unfetched as refusal:
        raise Refused(str(refusal)) from refusal
    return page_read(page, at=at), page.body


def page_read(page: Page, *, at: datetime | None = None) -> ReadText:
    """The one document of a page."""
    found = documents_of(page, at=at)
    if len(found) != 1 or isinstance(found[0], Refusal) or found[0].form == DocumentForm.FEED:
        raise Refused(
            gettext("This is the address of a feed or of an archive of pages. Follow a feed under Feeds, or with capture --feed.")
        )
    return replace(found[0], address=named_by_page(found[0].address, page.url), fetched=canonical(page.url))


def documents_of(page: Page, *, form: str = "", at: datetime | None = None) -> list[ReadText | Refusal]:
    """What is read in what was fetched; a feed's entries are several."""
    if page.content_type.startswith(WITHOUT_WORDS):
        raise Refused(gettext("At this address is no text but %(content_type)s.") % {"content_type": page.content_type[:60]})
    is_page = page.content_type in PAGES and not page.body.startswith(b"%PDF-")
    known = Provenance(
        url=page.url, file_name=PurePosixPath(urlsplit(page.url).path).name, form=form or (DocumentForm.HTML if is_page else "")
    )
    return list(read_file(page.body, known, charset=page.charset, at=at))
