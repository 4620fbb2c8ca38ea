"""The table of statements: looked through, narrowed, taken out."""

import csv
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.access import desk_page
from archive.desk.lists.cells import cells_of, guarded, headings
from archive.desk.lists.filters import StatementFilter, statements_of
from archive.desk.lists.pages import Order, Page, how_many, page_of, walk
from archive.desk.shell import page
from archive.doubts.statements import left_of_each
from archive.models import Statement

MOST_TICKED = 1000  # in one post
BOM = "\ufeff"  # by which a spreadsheet knows the letters


@desk_page()
def statements(request: HttpRequest) -> HttpResponse:
    chosen, rows = statements_of(request.GET)
    order = _order(chosen)
    shown = page_of(rows, order, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return page(
        request,
        "desk/lists/statements.html",
        {
            "chosen": chosen,
            "shown": shown,
            "rows": with_warnings(shown.rows),
            "counted": _counted(*how_many(rows)),
            "pages": _pages(chosen, shown),
        },
        title=_("Statements"),
    )


def _order(chosen: StatementFilter) -> Order:
    return Order(newest=chosen.given.get("order") == "newest")


def with_warnings(rows: list[Statement]) -> list[Statement]:
    """Each with what a person would be asked before it is accepted or made public."""
    left = left_of_each([one for one in rows if one.is_in_work])
    for one in rows:
        one.warnings = left.get(one.pk, [])
    return rows


def _counted(number: int, more: bool) -> str:
    if more:
        return _("More than %(number)s statements") % {"number": f"{number:,}"}
    return ngettext("%(number)s statement", "%(number)s statements", number) % {"number": f"{number:,}"}


def _pages(chosen: StatementFilter, shown: Page) -> dict[str, str]:
    places = {"before": shown.before, "after": shown.after}
    return {name: f"?{chosen.query_with(**{name: str(place)})}" for name, place in places.items() if place}


@desk_page()
def taken_out(request: HttpRequest) -> StreamingHttpResponse:
    """What is ticked as a sheet, or all that the filter finds where nothing is."""
    given = request.POST or request.GET
    chosen, rows = statements_of(request.GET)
    if ticked := [key for key in given.getlist("row")[:MOST_TICKED] if key.isdecimal()]:
        rows = Statement.objects.filter(pk__in=ticked)
    answer = StreamingHttpResponse(_csv(walk(rows, _order(chosen))), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="statements.csv"'
    return answer


class Echo:
    """A file for the csv module that hands back what is written."""

    def write(self, line: str) -> str:
        return line


def _csv(rows: Iterable[Statement]) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield BOM
    yield writer.writerow(headings())
    for one in rows:
        yield writer.writerow([guarded(cell) for cell in cells_of(one)])
