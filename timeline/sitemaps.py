"""Every public address for those that index the web: a list of lists, each of as many addresses as are printed in an instant.

Django's sitemaps, each list in the order of an index and with the counts that are kept, so that the last file costs what the first does.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from archive.models import Claim, Document, Occasion, Outlet, Revision, Speaker, Statement
from archive.models.history import type_of
from timeline.lists import periods
from timeline.printing.addresses import address, period_address
from timeline.record import overview

AT_ONCE = 5_000  # addresses a file; 50,000 may stand in one


class Ours(Sitemap):
    """Addresses of this site, wherever a request says that it came to."""

    limit = AT_ONCE

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_latest_lastmod(self) -> None:
        """Of all files of a list together nothing is told: each address tells its own."""


class Lists(Ours):
    """The pages that stand for themselves."""

    lists = "home", "chronology", "new", "undated", "claims", "speakers", "outlets", "occasions", "corrections", "dossier"
    names = *lists, "about", "coverage", "data", "keys", "method"

    def items(self) -> list[str]:
        return list(self.names)

    def location(self, name: str) -> str:
        return reverse(name)


class Years(Ours):
    """Those of which something is on record."""

    def items(self) -> list[str]:
        return [year for year, count in periods.years() if count]

    def location(self, year: str) -> str:
        return period_address("year", year)


class Files(Paginator):
    """Rows by their numbers, which an index alone tells: only those of one file are looked up."""

    told: Callable[[QuerySet[Any]], QuerySet[Any]]

    def _get_page(self, object_list: Any, number: int, paginator: Paginator) -> Page:
        return Page(self.told(object_list), number, paginator)


class Rows(Ours):
    """The pages of all public rows of one kind, each with the time of its last version where it has versions."""

    rows: QuerySet[Any]
    route: str
    name = "slug"  # the column that its address names it by
    figure = ""  # of `overview.figures`, where it tells how many they are

    @property
    def paginator(self) -> Paginator:
        pages = Files(self.rows.values("pk"), self.limit)
        pages.told = self.told
        if self.figure:
            pages.count = getattr(overview.figures(), self.figure)
        return pages

    def told(self, numbers: QuerySet[Any]) -> QuerySet[Any]:
        """The names and the times of the last versions of some rows."""
        last = Revision.objects.filter(object_type=type_of(self.rows.model), object_id=OuterRef("pk")).order_by("-version").values("at")[:1]
        return self.rows.model.objects.filter(pk__in=numbers).annotate(changed=Subquery(last)).values_list(self.name, "changed")

    def location(self, row: tuple[str, datetime | None]) -> str:
        return address(self.route, row[0])

    def lastmod(self, row: tuple[str, datetime | None]) -> datetime | None:
        return row[1]


class Claims(Rows):
    rows, route, figure = Claim.objects.public().order_by("id"), "claim", "claims"


class Speakers(Rows):
    rows, route, figure = Speaker.objects.public().order_by("id"), "speaker", "speakers"


class Outlets(Rows):
    rows, route, figure = Outlet.objects.public().order_by("id"), "outlet", "outlets"


class Occasions(Rows):
    rows, route, name = Occasion.objects.public().order_by("id"), "occasion", "public_id"


class Documents(Rows):
    rows, route, name = Document.objects.public().order_by("id"), "document", "public_id"


class Statements(Rows):
    rows, route, name, figure = Statement.objects.public().order_by("said_sort", "id"), "statement", "public_id", "statements"


SITEMAPS: dict[str, type[Ours]] = {
    "lists": Lists,
    "years": Years,
    "claims": Claims,
    "speakers": Speakers,
    "outlets": Outlets,
    "occasions": Occasions,
    "documents": Documents,
    "statements": Statements,
}
