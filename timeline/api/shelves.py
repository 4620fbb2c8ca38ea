"""What all lists and all single records of the API have in common; `views` says of each which rows, which filter and which shape."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from timeline.api import pagination
from timeline.api.answers import PublicView, answer
from timeline.api.shapes import Shape
from timeline.field_types import moved_slug
from timeline.filter_forms import Filter
from timeline.filters import HolderFilter
from timeline.lists import paging


class ListView(PublicView):
    """A list: `rows` that pass the filter, in pages by the order, each made into JSON by `shapes`, one page at a time."""

    filter_class: ClassVar[type[Filter]] = HolderFilter
    order: ClassVar[paging.Order]

    def get(self, request: HttpRequest) -> HttpResponse:
        params = request.GET
        chosen = self.filter_class.of(params)
        pagination.check(chosen, params)
        passing = chosen.apply(self.listed())
        page = pagination.read_page(self.shown(passing), self.ordering(chosen), params)
        count = pagination.total(chosen, passing) if params.get("count") == "1" else None
        body = pagination.envelope(request._request, page, self.shapes(page.rows), count)
        return answer(body, pagination.link_header(body))

    def ordering(self, chosen: Filter) -> paging.Order:
        return self.order

    def rows(self) -> QuerySet:
        raise Http404

    def listed(self) -> paging.Rows:
        """What the list is of, where that is read otherwise than single records."""
        return self.rows()

    def shown(self, rows: Any) -> Any:
        """With what the shape needs, in a fixed number of queries."""
        return rows

    def shapes(self, rows: list[Any]) -> list[Shape]:
        raise Http404


class DetailView(PublicView):
    """One record, in the shape that its list gives it."""

    list_view: ClassVar[type[ListView]]

    def get(self, request: HttpRequest, **key: str) -> HttpResponse:
        shelf = self.list_view()
        row = shelf.shown(shelf.rows()).filter(**key).first()
        return answer(self.shape(shelf, row)) if row else self.missing(**key)

    def shape(self, shelf: ListView, row: Any) -> Shape:
        return shelf.shapes([row])[0]

    def missing(self, **key: str) -> HttpResponse:
        raise Http404


class Moving(DetailView):
    """One that may have been merged into another or got a new address: its old one leads on."""

    route: ClassVar[str]

    def missing(self, **key: str) -> HttpResponse:
        return moved(self.route, key["slug"], f"api-{self.route}")


def moved(route: str, slug: str, api_route: str) -> HttpResponse:
    """To where the old address of a public page leads."""
    new = moved_slug(route, slug)
    if new is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(api_route, args=[new]))
