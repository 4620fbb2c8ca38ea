"""The table of statements: looked through, narrowed, taken out."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from archive.desk.access import desk_page, may
from archive.desk.lists.acts import ACTS
from archive.desk.lists.cells import cells_of, headings
from archive.desk.lists.filters import StatementFilter, statements_of
from archive.desk.lists.pages import Order, Page, how_many, page_of, walk
from archive.desk.lists.sheet import RowForm, save_all
from archive.desk.lists.ticked import ticked_in
from archive.desk.shell import page
from archive.doubts.statements import left_of_each
from archive.models import Statement
from archive.models.lists.formulas import guarded

BOM = "\ufeff"  # by which a spreadsheet knows the letters


@desk_page()
def statements(request: HttpRequest) -> HttpResponse:
    """As a table, or as a sheet that one can type into."""
    chosen, rows = statements_of(request.GET)
    shown = page_of(rows, _order(chosen), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    if "sheet" in request.GET and may(request, "change_statement"):
        return _sheet(request, shown, [RowForm(one) for one in shown.rows])
    found = {"rows": with_warnings(shown.rows), "acts": [one for one in ACTS.values() if may(request, one.permission)]}
    return _listed(request, "statements", shown, found)


@desk_page("change_statement")
@require_POST
def save_sheet(request: HttpRequest) -> HttpResponse:
    forms = save_all(request.POST, request.user)
    rows = [one.statement for one in forms]
    return _sheet(request, Page(rows, rows[0].pk, rows[-1].pk) if rows else Page([]), forms)


def _sheet(request: HttpRequest, shown: Page, forms: list[RowForm]) -> HttpResponse:
    return _listed(request, "sheet", shown, {"forms": forms})


def _listed(request: HttpRequest, template: str, shown: Page, found: dict[str, Any]) -> HttpResponse:
    chosen, rows = statements_of(request.GET)
    counted = _counted(*(how_many(rows) if shown.before or shown.after else (len(shown.rows), False)))
    around = {"chosen": chosen, "counted": counted, "pages": _pages(chosen, shown), "place": _place(request)}
    return page(request, f"desk/lists/{template}.html", around | found, title=_("Statements"))


def _place(request: HttpRequest) -> str:
    """The address' query of this page of the list, for its other view."""
    query = request.GET.copy()
    query.pop("sheet", None)
    return query.urlencode()


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
    chosen, rows = statements_of(request.GET)
    if ticked := ticked_in(request.POST):
        rows = Statement.objects.filter(pk__in=[one.statement.pk for one in ticked])
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
