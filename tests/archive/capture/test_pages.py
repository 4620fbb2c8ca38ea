"""A page is fetched by its address and read; where the settings don't allow it, nothing is asked of anybody."""

import pytest

from archive.capture import AlreadyHere, take_in
from archive.capture.pages import fetched, our_visitor
from archive.errors import Refused
from archive.models import Document
from tests import factories as make
from tests.archive.fetching.serving import answer, redirect, serving
from tests.archive.pages import feed, pace_to, page

AT = "http://www.coastal.example"


def test_nothing_is_fetched_unless_the_settings_allow_it(settings):
    assert settings.FETCHING is False
    with pytest.raises(Refused, match="This site does not fetch pages"):
        fetched(f"{AT}/a")


def test_who_fetches_names_the_site_and_keeps_what_sites_allow(settings):
    settings.FETCHING = True
    visitor = our_visitor()

    visitor.robots["http://coastal.example"] = "User-agent: *"

    assert visitor.agent == "OnRecord/1.0 (+http://testserver)"
    assert our_visitor().robots.get("http://coastal.example") == "User-agent: *"
    assert our_visitor().robots.get("https://coastal.example") is None


@pytest.mark.django_db
def test_page_is_captured_under_the_address_that_it_ends_at_and_states():
    outlet = make.make_outlet("Coastal News")
    stated = '<meta property="og:site_name" content="Coastal News"><link rel="canonical" href="/2023/bridge?utm_source=x">'
    with serving({"/short": redirect("/2023/bridge?id=7"), "/2023/bridge": answer(page(head=stated))}) as site:
        found, raw = fetched(f"{AT}/short", pace_to(site))
        document = take_in(found, raw)
        with pytest.raises(AlreadyHere):
            take_in(*fetched("http://m.coastal.example/2023/bridge", pace_to(site)))

    assert Document.objects.get() == document
    assert (document.article.url, document.outlet, document.form) == (f"{AT}/2023/bridge", outlet, "html")
    assert bytes(document.raw) == page(head=stated)
    assert "Home" not in document.text


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"\x89PNG", "image/png", "no text but image/png"),
        (feed(("http://a.example/", "A")), "application/rss+xml", "the address of a feed"),
        (b"", "text/html", "No article text is found"),
    ],
)
def test_what_is_no_page_is_refused(body, kind, words):
    with serving({"/a": answer(body, kind=kind)}) as site, pytest.raises(Refused, match=words):
        fetched(f"{AT}/a", pace_to(site))


def test_charset_of_the_head_is_believed():
    with serving({"/a": answer("Мост откроют весной.".encode("cp1251"), kind="text/html; charset=windows-1251")}) as site:
        found, _ = fetched(f"{AT}/a", pace_to(site))

    assert (found.text.strip(), found.encoding, found.encoding_source) == ("Мост откроют весной.", "cp1251", "header")
