"""A page is fetched by its address and read; where the settings don't allow it, nothing is asked of anybody."""

import pytest

from archive.capture import AlreadyHere, take_in
from archive.capture.pages import fetched, our_visitor
from archive.capture.provenance import Provenance
from archive.errors import Refused
from archive.models import Document, Event
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


# What a page says of itself

REAL = f"{AT}/real"
CLAIMS = ['<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">']


def other_page(head: str) -> bytes:
    told = "Minister Anna Kovaleva admitted that the bridge had been sold, and that she had known of it since the autumn of last year."
    return f"<html lang=en><head><title>Sold</title>{head}</head><body><article><h1>Sold</h1><p>{told}</p></article></body></html>".encode()


@pytest.fixture
def real() -> Document:
    """An article that is public, as it was captured."""
    with serving({"/real": answer(page())}) as site:
        document = take_in(*fetched(REAL, pace_to(site)), Provenance(outlet=make.make_outlet("Coastal News")))
    make.make_public_statement(document, "The bridge over the Veyra will be opened to trains in spring")
    return document


def taken(address: str, body: bytes) -> Document:
    with serving({"/x": answer(body)}) as site:
        return take_in(*fetched(address, pace_to(site)))


def captures(document: Document) -> list[Document]:
    return list(Document.objects.filter(article=document.article))


@pytest.mark.django_db
@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("host", ["http://evil.example", "http://coastal.evil.example", "http://news.coastal.example", AT])
def test_other_words_never_take_the_place_of_an_article(real, host, claim):
    document = taken(f"{host}/x", other_page(claim.format(REAL)))

    assert (document.article.url, document.supersedes) == (f"{host}/x", None)
    assert captures(real) == [real]


@pytest.mark.django_db
@pytest.mark.parametrize("claim", CLAIMS)
def test_the_same_words_of_another_owner_never_take_the_place_of_an_article(real, claim):
    document = taken("http://evil.example/x", page(words="The bridge over the Veyra will never be opened", head=claim.format(REAL)))

    assert document.article.url == "http://evil.example/x"
    assert captures(real) == [real]


@pytest.mark.django_db
def test_another_address_of_one_page_is_another_capture_of_it(real):
    document = taken(f"{AT}/x", page(words="The bridge over the Veyra will be opened to trains in summer", head=CLAIMS[0].format(REAL)))

    assert (document.article, document.supersedes) == (real.article, real)
    assert Event.objects.filter(verb="captured").first().detail["fetched"] == f"{AT}/x"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("homepage", "outlet"), [("http://coastal.example/", None), ("http://evil.example/", "Coastal News"), ("", "Coastal News")]
)
def test_page_of_another_site_is_not_believed_about_its_outlet(homepage, outlet):
    make.make_outlet("Coastal News", homepage=homepage)

    document = taken("http://www.evil.example/x", page(head='<meta property="og:site_name" content="Coastal News">'))

    assert (document.outlet and document.outlet.name) == outlet
