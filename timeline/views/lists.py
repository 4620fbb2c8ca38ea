"""What pages of lists have in common: the page that an address names, and statements as entries."""

from dataclasses import replace

from django.http import Http404, HttpRequest

from timeline import chronology
from timeline.lists.paging import CursorError, ListPage, Order, Rows, page_of


def page_at(request: HttpRequest, rows: Rows, order: Order) -> ListPage:
    """The page that the address names. A cursor that is none leads nowhere."""
    try:
        return page_of(rows, order, cursor=request.GET.get("cursor", ""))
    except CursorError as error:
        raise Http404 from error


def with_entries(page: ListPage, query: str = "") -> ListPage:
    """A page of statements by their numbers, with their entries."""
    return replace(page, rows=chronology.entries([row.id for row in page.rows], query))
