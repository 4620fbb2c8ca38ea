"""The parameters of a list, and the envelope that its pages come in."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from archive.models import Statement
from tests.factories import make_public_statement, make_speaker
from timeline.api.pagination import check, envelope, link_header, read_page, total
from timeline.api.problems import BadParameters
from timeline.filters import StatementFilter
from timeline.lists.paging import OLDEST_FIRST, Count, ListPage
from timeline.lists.walks import Walk


@pytest.mark.parametrize(
    ("query", "faults"),
    [
        ("colour=red", {("colour", "unknown")}),
        ("page_size=0", {("page_size", "range")}),
        ("page_size=201", {("page_size", "range")}),
        ("page_size=2&page_size=3", {("page_size", "repeated")}),
        ("count=yes", {("count", "choice")}),
        ("said_from=whenever&colour=red", {("said_from", "date"), ("colour", "unknown")}),
    ],
)
def test_everything_wrong_is_named(query, faults):
    params = QueryDict(query)

    with pytest.raises(BadParameters) as refused:
        check(StatementFilter(params), params)

    assert {(fault.parameter, fault.code) for fault in refused.value.faults} == faults


@pytest.mark.django_db
def test_cursor_that_is_none_of_ours_is_refused():
    with pytest.raises(BadParameters):
        read_page(Statement.objects.public(), OLDEST_FIRST, QueryDict("cursor=abc"))


def test_envelope_has_addresses_and_a_count_on_request_alone(settings):
    settings.SITE_URL = "https://record.example"
    request = RequestFactory().get("/api/v1/statements/?page_size=2")

    body = envelope(request, ListPage([], next="n"), [], Count(7))

    assert body == {
        "next": "https://record.example/api/v1/statements/?page_size=2&cursor=n", "previous": None, "results": [],
        "count": 7, "count_is_exact": True,
    }  # fmt: skip
    assert link_header(body) == {"Link": f'<{body["next"]}>; rel="next"'}
    assert link_header(envelope(request, ListPage([]), [], None)) == {}


@pytest.mark.django_db
def test_total_comes_from_the_rollups():
    speaker = make_speaker("Anna Hill")
    for speakers in ([speaker], [make_speaker("Peter Marsh")]):
        make_public_statement(speakers=speakers)

    def counted(query):
        chosen = StatementFilter(QueryDict(query))
        return total(chosen, chosen.apply(Walk())).number

    assert (counted(""), counted(f"speaker={speaker.slug}")) == (2, 1)
