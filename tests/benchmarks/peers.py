"""The addresses of the site, and beside them how others would show as many statements, in the same process and middleware.

`ready/` answers with bytes that stand ready: what a page costs at least. The others are Django's and Django REST Framework's own, as their
manuals have it, with everything fetched beforehand that a row shows.
"""

from functools import cache

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.generic import ListView
from rest_framework.pagination import CursorPagination, PageNumberPagination
from rest_framework.routers import SimpleRouter
from rest_framework.serializers import CharField, ModelSerializer, StringRelatedField
from rest_framework.viewsets import ModelViewSet

from archive.models import Attribution, Occurrence, Statement
from timeline.lists.paging import ON_A_PAGE
from timeline.urls import handler404  # noqa: F401 - Django looks for it beside the addresses
from timeline.urls import urlpatterns as own

FLAT = ("public_id", "text", "kind", "force", "language", "said_on", "said_earliest", "said_latest", "said_rule", "version", "recorded_at")


@cache
def chronology() -> bytes:
    return Client(headers={"host": "localhost"}).get("/chronology/").content


def ready(request: HttpRequest) -> HttpResponse:
    return HttpResponse(chronology())


def with_what_it_shows() -> QuerySet[Statement]:
    rows = Statement.objects.public().select_related("document__article__outlet").order_by("said_sort", "id")
    return rows.defer("document__text", "document__raw").prefetch_related("attributions__speaker", "occurrences__claim")


class Statements(ListView):
    template_name, paginate_by = "plain_list.html", ON_A_PAGE

    def get_queryset(self) -> QuerySet[Statement]:
        return with_what_it_shows()


class Spoken(ModelSerializer):
    speaker = StringRelatedField()

    class Meta:
        model, fields = Attribution, ("speaker", "name", "role")


class Linked(ModelSerializer):
    claim = CharField(source="claim.slug")
    text = CharField(source="claim.text")

    class Meta:
        model, fields = Occurrence, ("claim", "text", "start", "end", "stance", "likeness")


class Flat(ModelSerializer):
    class Meta:
        model, fields = Statement, FLAT


class Full(ModelSerializer):
    attributions, occurrences = Spoken(many=True), Linked(many=True)
    document = CharField(source="document.public_id")
    title = CharField(source="document.title")
    outlet = CharField(source="document.article.outlet.name")
    url = CharField(source="document.article.url")

    class Meta:
        model, fields = Statement, (*FLAT, "attributions", "occurrences", "document", "title", "outlet", "url")


class Pages(PageNumberPagination):
    page_size = 50


class Cursors(CursorPagination):
    page_size, ordering = 50, ("said_sort", "id")


class FlatSet(ModelViewSet):
    queryset, serializer_class, pagination_class = Statement.objects.public().order_by("said_sort", "id"), Flat, Pages


class FullSet(ModelViewSet):
    queryset, serializer_class, pagination_class = with_what_it_shows(), Full, Pages


class CursorSet(FullSet):
    pagination_class = Cursors


router = SimpleRouter()
for name, viewset in (("flat", FlatSet), ("full", FullSet), ("cursor", CursorSet)):
    router.register(name, viewset, basename=name)

urlpatterns = [
    path("peers/ready/", ready),
    path("peers/listview/", Statements.as_view()),
    path("peers/rest/", include(router.urls)),
    *own,
]
PEERS = {
    "ready-made": "/peers/ready/",
    "ready-made, again": "/peers/ready/?again",  # the control
    "ListView": "/peers/listview/",
    "DRF, prefetched": "/peers/rest/full/",
    "DRF, prefetched, by cursor": "/peers/rest/cursor/",
    "DRF, flat": "/peers/rest/flat/",
}
