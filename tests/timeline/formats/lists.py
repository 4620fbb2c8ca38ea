"""A small record for the tests of formats, and what readers of our formats find in it."""

import csv
import io
import json
from typing import Any
from zipfile import ZipFile

import feedparser
import html5lib
from django.test import Client
from icalendar import Calendar

from archive.models import Statement
from tests.factories import (
    make_claim,
    make_document,
    make_occasion,
    make_outlet,
    make_public_statement,
    make_speaker,
    make_withdrawn_statement,
)

TEXT = "=Ferries sail & “sing”. They sail\nin May.\u2028Tolls fell. Tolls rose. Nobody paid. The mayor left. It was hushed up."


def make_list() -> None:
    """Statements of every precision, with whatever signs a format has of its own."""
    ann, bo = make_speaker("Ann Okafor"), make_speaker("Бо Линд")
    ferry, toll = make_claim("The ferry sails."), make_claim("The toll <stays>.")
    document = make_document(TEXT, outlet=make_outlet("Telexa"), url="https://telexa.example/a?b=1&c=2", title="Ferries; tolls, “fell”")
    held = make_occasion("Council & mayor", place="Ostrowin", held_on="2023-05-17")
    for words, said_on, beside in [
        ("=Ferries sail & “sing”", "2023-05-17", {"speakers": [(ann, "A. Okafor", "the mayor")], "claims": [ferry], "occasion": held}),
        ("They sail\nin May.\u2028Tolls fell", "2023-05", {"speakers": [ann, bo], "claims": [ferry, toll], "kind": "indirect"}),
        ("Tolls rose", "2022-07/2022-09", {"speakers": [bo], "force": "denied"}),
        ("Nobody paid", "2021-12~", {"speakers": ["a source, unnamed"]}),
        ("The mayor left", "", {"language": "ru"}),
    ]:
        make_public_statement(document, words, said_on=said_on, **beside)
    make_withdrawn_statement(document, "It was hushed up", said_on="2023-05-17", speakers=[ann], claims=[ferry], reason="It never was.")


def body_of(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def parts_of(client: Client, address: str) -> list[bytes]:
    """An answer and those that its `Link: rel=next` leads to, as a program follows it."""
    found = []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.content
        found.append(b"".join(answer.streaming_content) if answer.streaming else answer.content)
        link = answer.headers.get("Link", "")
        assert link.endswith('>; rel="next"') or not link
        address = link[1:].partition(">")[0]
    return found


def rows_of_csv(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8"), newline=""), strict=True))


def ids_in(client: Client, file: str, lists: str, query: str = "") -> list[str]:
    """The public ids of the statements of a list, as a reader of this format finds them."""
    read = READERS[file]
    return [one for part in parts_of(client, f"{lists}{file}{query and '?'}{query}") for one in read(part)]


def _of_url(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]


def _atom(body: bytes) -> list[str]:
    feed = feedparser.parse(body)
    assert not feed.bozo, feed.bozo_exception
    return [_of_url(entry.link) for entry in feed.entries]


def _json_feed(body: bytes) -> list[str]:
    return [_of_url(item["url"]) for item in json.loads(body)["items"]]


def _lines(body: bytes) -> list[str]:
    return [json.loads(line)["id"] for line in body.decode().splitlines()]


def _slides(body: bytes) -> list[str]:
    return [slide["unique_id"].removeprefix("st-") for slide in json.loads(body)["events"]]


def _events(body: bytes) -> list[str]:
    return [_of_url(str(event["url"])) for event in Calendar.from_ical(body).walk("VEVENT")]


def _articles(body: bytes) -> list[str]:
    return [one.get("id").removeprefix("s-") for one in html5lib.parse(body, namespaceHTMLElements=False).iter("article") if one.get("id")]


def _zipped(body: bytes) -> list[str]:
    with ZipFile(io.BytesIO(body)) as archive, archive.open("dossier/list.ndjson") as lines:
        return [json.loads(line)["id"] for line in lines]


READERS: dict[str, Any] = {
    "feed.atom": _atom,
    "feed.json": _json_feed,
    "data.csv": lambda body: [row["id"] for row in rows_of_csv(body)],
    "data.ndjson": _lines,
    "timeline.json": _slides,
    "calendar.ics": _events,
    "dossier.html": _articles,
    "dossier.zip": _zipped,
}


def public_ids(**which: Any) -> list[str]:
    return list(Statement.objects.public().filter(**which).order_by("said_sort", "id").values_list("public_id", flat=True))
