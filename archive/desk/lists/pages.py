"""Statements page by page, in the order of their places: each page begins where the one before ended, so that the last costs what the first
does."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from archive.models import Attribution, Document, Statement
from archive.models.statement import StatementQuerySet

PAGE = 50
TAKEN_AT_ONCE = 500
MOST_COUNTED = 1000
KEY = ("document", "start", "end")


@dataclass(frozen=True)
class Order:
    """In reading order, the oldest document first or the newest."""

    newest: bool = False

    def fields(self, *, back: bool = False) -> tuple[str, ...]:
        document = self.newest != back
        return f"{'-' * document}document_id", f"{'-' * back}start", f"{'-' * back}end"

    def beyond(self, row: Statement, *, back: bool = False) -> Q:
        """What follows this place, or comes before it. The first bound, on the document alone, is what an index is read from."""
        document, place = ("lt" if self.newest != back else "gt"), ("lt" if back else "gt")
        same = Q(document=row.document_id)
        further = Q(**{f"start__{place}": row.start}) | Q(**{"start": row.start, f"end__{place}": row.end})
        return Q(**{f"document__{document}e": row.document_id}) & (Q(**{f"document__{document}": row.document_id}) | (same & further))


@dataclass(frozen=True)
class Page:
    """Rows, and the places from which the pages before and after it are read: the numbers of statements; None where there is no page."""

    rows: list[Statement]
    before: int | None = None
    after: int | None = None


def page_of(rows: StatementQuerySet, order: Order, *, after: str = "", before: str = "", size: int = PAGE) -> Page:
    """The page after a statement, or before one; the first where neither is a statement."""
    back = bool(before)
    place = Statement.objects.only(*KEY).filter(pk=int(after or before)).first() if (after or before).isdecimal() else None
    found = read(rows, order, place, size + 1, back=back)
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
    if not found:
        return Page([])
    has_before, has_after = (more, True) if back else (place is not None, more)
    return Page(found, before=found[0].pk if has_before else None, after=found[-1].pk if has_after else None)


def read(rows: StatementQuerySet, order: Order, place: Statement | None, size: int, *, back: bool = False) -> list[Statement]:
    """So many from a place on, with all that a table tells of them."""
    if place:
        rows = rows.filter(order.beyond(place, back=back))
    return list(with_all_beside(rows).order_by(*order.fields(back=back))[:size])


def with_all_beside(rows: StatementQuerySet) -> StatementQuerySet:
    """Each with speakers, source and occasion, and whether it was changed after it was accepted; a source is read once for all its rows."""
    sources = Document.objects.select_related("article__outlet").defer("raw")
    speakers = Attribution.objects.select_related("speaker")
    beside = rows.select_related("occasion").prefetch_related(Prefetch("document", sources), Prefetch("attributions", speakers))
    return beside.telling_changes()


def walk(rows: StatementQuerySet, order: Order) -> Iterator[Statement]:
    """All of them, some hundreds at a time: no more is held, and no query runs for long."""
    found = read(rows, order, None, TAKEN_AT_ONCE)
    while found:
        yield from found
        found = read(rows, order, found[-1], TAKEN_AT_ONCE) if len(found) == TAKEN_AT_ONCE else []


def how_many(rows: StatementQuerySet) -> tuple[int, bool]:
    """Their number, counted up to a thousand, and whether there are more. In the order of the index that a page is read by."""
    number = rows.order_by(*Order().fields())[: MOST_COUNTED + 1].count()
    return min(number, MOST_COUNTED), number > MOST_COUNTED
