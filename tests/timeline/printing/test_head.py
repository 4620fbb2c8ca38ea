"""The head of a page: what those who show a link to it are told."""

import re

import pytest
from django.conf import settings

from tests.factories import make_document, make_public_statement
from tests.timeline.pages import make_record
from timeline.printing.head import canonical, head

pytestmark = pytest.mark.django_db
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
TOLD = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')


def test_every_page_tells_what_it_is(client):
    for path in make_record().addresses():
        html = client.get(path).content.decode()
        told = dict(TOLD.findall(html))
        if "noindex" in told.get("robots", ""):
            continue
        assert 20 < len(told["description"]) <= 200, path
        assert told["og:title"], path
        assert told["og:url"] == CANONICAL.search(html)[1], path
        assert client.get(told["og:url"].removeprefix(settings.SITE_URL).replace("&amp;", "&")).status_code == 200


def test_the_title_of_a_statement_is_who_said_it_and_when(client):
    statement = make_record().statement
    told = dict(TOLD.findall(client.get(statement.get_absolute_url()).content.decode()))
    assert "Ada Moreau" in told["og:title"]
    assert "17 May 2023" in told["og:title"]
    assert "The toll stays for ever" in told["og:description"]


def test_the_one_address_of_a_page_keeps_its_place_in_the_list_and_its_filter(client):
    for number in range(51):
        make_public_statement(make_document(f"“The toll stays at {number},” she said."), f"The toll stays at {number}", said_on="2022")
    second = re.search(r'rel="next" href="\?([^"]*)"', client.get("/chronology/?kind=direct&utm_source=x").content.decode())[1]
    query = second.replace("&amp;", "&")
    cursor = query.partition("cursor=")[2].partition("&")[0]

    found = CANONICAL.search(client.get(f"/chronology/?{query}").content.decode())[1]

    assert found == f"{settings.SITE_URL}/chronology/?kind=direct&amp;cursor={cursor}"


def test_what_is_told_is_one_short_line_and_escaped():
    told = head('A "title"', "Many\nwords & " + "more " * 100, canonical("/claims/x/", "", ""), "article")
    assert "A &quot;title&quot;" in told
    assert "Many words &amp; more" in told
    assert "…" in told
