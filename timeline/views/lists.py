"""What pages of lists have in common: the page that an address names, and statements as entries."""

from dataclasses import replace

from django.http import Http404, HttpRequest

from timeline import chronology
from timeline.folding import folded_at
from timeline.lists.listed import Listed
from timeline.lists.paging import NEWEST_RECORDED, ON_A_PAGE, CursorError, ListPage, Order, Rows, page_of


def page_at(request: HttpRequest, rows: Rows, order: Order, size: int = ON_A_PAGE) -> ListPage:
    """The page that the address names. A cursor that is none leads nowhere."""
    try:
        return page_of(rows, order, cursor=request.GET.get("cursor", ""), size=size)
    except CursorError as error:
        raise Http404 from error


def with_entries(page: ListPage, query: str = "") -> ListPage:
    """A page of statements by their numbers, with their entries."""
    return replace(page, rows=chronology.entries([row.id for row in page.rows], query))


def folded_page_at(request: HttpRequest, shown: Listed) -> ListPage:
    """The page that the address names, on which occasions of many rows are folded: not where they were asked for by words or one by one,
    nor in the order in which they were recorded."""
    chosen = shown.filter
    if {"q", "occasion", "statements"} & chosen.given.keys() or shown.order == NEWEST_RECORDED:
        return with_entries(page_at(request, shown.rows, shown.order), chosen.given.get("q", ""))
    try:
        folded = folded_at(shown.rows, shown.order, request.GET.get("cursor", ""))
    except CursorError as error:
        raise Http404 from error
    return replace(folded.page, rows=folded.rows)
