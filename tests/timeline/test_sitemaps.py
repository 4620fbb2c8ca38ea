"""Sitemaps: every public address stands in one, and none that answers otherwise than with a page."""

import re

import pytest
from django.conf import settings

from tests.timeline.pages import make_record
from timeline import sitemaps, urls

pytestmark = pytest.mark.django_db
NOT_TOLD = {"compare", "report", "search", "oembed", "robots", "sitemap", "checkpoint", "log-key", "verifier"}
LOCATION = re.compile(r"<loc>([^<]+)</loc>")


def locations(client, path: str) -> list[str]:
    found = LOCATION.findall(client.get(path).content.decode())
    assert all(one.startswith(settings.SITE_URL) for one in found)
    return [one.removeprefix(settings.SITE_URL).replace("&amp;", "&") for one in found]


def test_every_public_address_is_told_once(client, monkeypatch):
    record = make_record()
    for kind in sitemaps.SITEMAPS.values():
        monkeypatch.setattr(kind, "limit", 2)

    files = locations(client, "/sitemap.xml")
    told = [path for file in files for path in locations(client, file)]

    assert any("?p=2" in file for file in files)
    rows = record.statement, record.document, record.claim, record.speaker, record.outlet, record.occasion
    assert {row.get_absolute_url() for row in rows} <= set(told)
    assert len(told) == len(set(told))
    assert {client.get(path).status_code for path in told} == {200}
    assert record.withdrawn.get_absolute_url() not in told


def test_a_statement_has_the_day_of_its_last_version(client):
    record = make_record()
    assert f"{record.statement.recorded_at:%Y-%m-%d}" in client.get("/sitemap-statements.xml").content.decode()


@pytest.mark.parametrize("path", ["/sitemap-none.xml", "/sitemap-claims.xml?p=9", "/sitemap-claims.xml?p=x"])
def test_a_file_that_is_none_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_robots_are_told_what_is_closed_and_where_the_lists_are(client):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"].startswith("text/plain")
    assert "Disallow: /desk/\n" in answer.content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml\n" in answer.content.decode()


def test_every_page_that_stands_for_itself_is_told():
    """Of those without a parameter all but what is asked for: a search, a form, a file."""
    alone = {route.name for route in urls.pages if not route.pattern.regex.groups and route.name}
    assert alone - set(sitemaps.Lists.names) == NOT_TOLD
