"""All that the site says, sentence by sentence: pages, what is spoken of their charts, citations, JSON."""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.test import Client
from lxml import html

from archive.models import Claim, Document, Outlet, Speaker, Statement

BESIDE = 600  # characters of the source shown either side of a statement
SPOKEN = ("aria-label", "title", "content", "alt")
BLOCKS = "//title|//h1|//h2|//h3|//p|//li|//dt|//dd|//pre|//blockquote|//td|//figcaption|//text|//script[@type='application/ld+json']"


def drawn(chooser: random.Random, count: int) -> Iterator[dict[str, Any]]:
    """Sentences, each kind of place as often as another: a page is chosen first, then a place on it."""
    by_kind = defaultdict(list)
    for one in everything_shown():
        by_kind[one["kind"]].append(one)
    kinds = sorted(by_kind)
    seen = set()
    while len(seen) < count:
        one = chooser.choice(by_kind[chooser.choice(kinds)])
        if one["sentence"] not in seen:
            seen.add(one["sentence"])
            yield one


def everything_shown() -> Iterator[dict[str, Any]]:

    client = Client(headers={"host": "testserver"})
    for kind, address in addresses():
        answer = client.get(address, follow=True, secure=True)
        if answer.headers["Content-Type"].startswith("text/html"):
            yield from of_a_page(kind, address, answer.content)
        else:
            yield from of_json(kind, address, answer.json())


def addresses() -> Iterator[tuple[str, str]]:

    yield from (("list", one) for one in ("/", "/chronology/", "/search/?q=bridge", "/corrections/", "/claims/", "/speakers/", "/outlets/"))
    for statement in Statement.objects.public():
        yield "statement", statement.get_absolute_url()
        yield "statement JSON", f"/api/v1/statements/{statement.public_id}/"
    for model, kind in ((Claim, "claim"), (Speaker, "speaker"), (Outlet, "outlet"), (Document, "document")):
        for row in model.objects.public():
            yield kind, row.get_absolute_url()
            yield f"{kind} JSON", f"/api/v1/{kind}s/{getattr(row, 'slug', None) or row.public_id}/"
    for year in sorted({day.year for day in Statement.objects.public().dated().values_list("said_earliest", flat=True)}):
        yield "year", f"/chronology/{year:04}/"


def of_a_page(kind: str, address: str, content: bytes) -> Iterator[dict[str, Any]]:

    for element in html.fromstring(content).xpath(BLOCKS):
        sentence = " ".join("".join(element.itertext()).split())
        is_citation = element.tag == "pre"
        if sentence and not element.xpath("ancestor::nav|ancestor::header|ancestor::footer"):
            yield told("citation" if is_citation else kind, address, element.tag, sentence)
        for name in SPOKEN:
            if element.get(name):
                yield told(kind, address, f"{element.tag}@{name}", element.get(name))


def of_json(kind: str, address: str, body: Any, path: str = "") -> Iterator[dict[str, Any]]:
    if isinstance(body, dict):
        for name, value in body.items():
            yield from of_json(kind, address, value, f"{path}.{name}")
    elif isinstance(body, list):
        for place, value in enumerate(body):
            yield from of_json(kind, address, value, f"{path}[{place}]")
    elif body not in (None, ""):
        yield told(kind, address, path, str(body))


def told(kind: str, address: str, place: str, sentence: str) -> dict[str, Any]:
    return {"kind": kind, "address": address, "place": place, "sentence": sentence, "source": source_of(address)}


def source_of(address: str) -> str:
    """The document's own words about a statement; of other pages, the address alone leads there."""

    public_id = address.strip("/").split("/")[-1]
    statement = Statement.objects.filter(public_id=public_id).select_related("document").first()
    if statement is None:
        return ""
    text = statement.document.text
    start, end = max(0, statement.start - BESIDE), statement.end + BESIDE
    return f"[{statement.document.title}; published {statement.document.published}] …{text[start:end]}…"
