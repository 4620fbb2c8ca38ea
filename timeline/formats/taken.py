"""What one request takes of a list: some of its rows, in the order of the format, and where the rest stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.models import Revision
from timeline.api.shapes import site_url
from timeline.lists.listed import Listed, revisions_at, told_at
from timeline.lists.named import Told
from timeline.lists.paging import ListPage


@dataclass(frozen=True)
class Taken:
    """`page`: the places of the rows; `file`: the last part of the address; `cursor`: where it begins."""

    listed: Listed
    page: ListPage
    file: str
    cursor: str = ""

    @property
    def url(self) -> str:
        return site_url(self.listed.url_of(self.file, self.cursor))

    @property
    def next_url(self) -> str:
        """What follows; empty at the end."""
        return site_url(self.listed.url_of(self.file, self.page.next)) if self.page.next else ""

    @property
    def page_url(self) -> str:
        """The same list for people."""
        return site_url(self.listed.url)

    def told(self) -> Iterator[Told]:
        """Its statements, read as they are asked for."""
        return told_at(self.page)

    def revisions(self) -> Iterator[list[Revision]]:
        """Those of the log of corrections, a few at a time."""
        return revisions_at(self.page)
