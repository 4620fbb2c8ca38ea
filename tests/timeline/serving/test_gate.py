"""What no part of the site looks at: unknown methods, addresses that nobody can type; and what stands on every answer."""

import pytest
from django.test import Client

from tests.factories import make_public_statement, make_speaker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "TRACK", "PROPFIND", "GET2"])
@pytest.mark.parametrize("address", ["/", "/desk/", "/admin/", "/api/v1/claims/", "/nowhere/"])
def test_unknown_method_is_refused(client, method, address):
    answer = client.generic(method, address)

    assert answer.status_code == 405
    assert answer["Allow"].startswith("GET, HEAD, ")
    assert answer["Content-Type"] == ("application/problem+json" if address.startswith("/api") else "text/html; charset=utf-8")


def test_address_with_signs_that_nobody_types_has_one_answer():
    speaker = make_speaker("Ada Moreau")
    make_public_statement(speakers=[speaker])
    client, places = Client(raise_request_exception=False), ["/speakers/ada-moreau{}/", "/speakers/ada-moreau/{}", "/{}", "/admin/{}/"]
    places += ["/api/v1/speakers/{}", "/statements/{}", "/embed/claims/a{}/", "/chronology/data.csv{}", "/desk/sign-in/{}"]
    signs = ["%0A", "%0D", "%0D%0A", "%00", "%09", "%7F", "%C2%85"]

    assert client.get("/speakers/ada-moreau/").status_code == 200
    assert {client.get(place.format(sign)).status_code for place in places for sign in signs} == {400}
    assert "the end of a line" in client.get("/speakers/%0A").content.decode()


def test_old_address_with_an_end_of_line_leads_nowhere():
    assert Client(raise_request_exception=False).get("/statements%0A").status_code == 400


@pytest.mark.parametrize("address", ["/", "/speakers/", "/desk/sign-in/", "/admin/login/", "/nowhere/", "/%0A"])
def test_browser_is_told_what_no_page_needs(client, address):
    answer = client.get(address)

    assert "camera=(), " in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_any_page_may_read_says_so(client):
    assert client.get("/api/v1/claims/")["Cross-Origin-Resource-Policy"] == "cross-origin"
