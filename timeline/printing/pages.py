"""The links from a page of a list to the pages before and after it."""

from typing import Any

from django.http import QueryDict
from django.utils.dates import MONTHS
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive.models import Revision
from timeline.lists.claims import ClaimRow
from timeline.lists.names import Line
from timeline.lists.paging import ListPage
from timeline.printing.markup import NOTHING, part

PAGES = part('<nav class="pages" aria-label="%s">\n%s\n%s\n</nav>')
PREVIOUS = part('<a rel="prev" href="%s">%s</a>')
NEXT = part('<a class="next" rel="next" href="%s">%s</a>')


def pages(page: ListPage, query: QueryDict, *, names_place: bool) -> SafeString:
    """`query`: of this page, which others keep but for their place. `names_place`: whether the links tell where they lead, as they can
    where a list goes by what its rows show."""
    if not (page.next or page.previous):
        return NOTHING
    before, after = _("Previous page"), _("Next page")
    if names_place:
        before = _("Previous page, up to %(place)s") % {"place": place_of(page.rows[0])}
        after = _("Next page, on from %(place)s") % {"place": place_of(page.rows[-1])}
    return PAGES(
        _("Pages"),
        PREVIOUS(_at(query, page.previous), before) if page.previous else NOTHING,
        NEXT(_at(query, page.next), after) if page.next else NOTHING,
    )


def place_of(row: Any) -> str:
    """Where a row stands in its list."""
    if isinstance(row, Revision):
        return f"{row.at.day} {MONTHS[row.at.month]} {row.at.year}"
    if isinstance(row, ClaimRow):
        return f"“{row}”"
    if isinstance(row, Line):
        return f"“{row.full_name}”"
    return row.said_in_words or _("the undated")


def _at(query: QueryDict, cursor: str) -> str:
    return f"?{urlencode({**dict(query.lists()), 'cursor': cursor}, doseq=True)}"
