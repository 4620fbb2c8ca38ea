"""Filling in the desk's forms as a browser does: what the page shows is what is posted, but for what a test types."""

from html.parser import HTMLParser

from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_user


def signed_in(*roles: str) -> Client:
    client = Client()
    client.user = make_user(*roles)
    client.force_login(client.user)
    return client


class Fields(HTMLParser):
    """The fields of the form that a page sends to itself, with their values."""

    def __init__(self, html: str):
        super().__init__()
        self.values: dict[str, str] = {}
        self.chooses = self.types = ""
        self.is_inside = False
        self.feed(html.partition("<main")[2].partition("</main>")[0])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.is_inside = given.get("method") == "post" and "action" not in given and given.get("id") != "undo"
        if self.is_inside:
            self.take(tag, given)

    def take(self, tag: str, given: dict[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "input" and name and (kind not in ("checkbox", "radio") or "checked" in given):
            self.values[name] = given.get("value", "") or ""
        elif tag == "textarea":
            self.types, self.values[name] = name, ""
        elif tag == "select":
            self.chooses = name
        elif tag == "option" and "selected" in given:
            self.values[self.chooses] = given["value"]

    def handle_endtag(self, tag):
        self.types = "" if tag == "textarea" else self.types

    def handle_data(self, data):
        if self.types:
            self.values[self.types] += data.removeprefix("\n")


def filled(page: HttpResponse, **typed: str | None) -> dict[str, str]:
    """What the page shows, with what is typed; None for a box that is not sent. `a__b` for a name with hyphens."""
    values = Fields(page.text).values | {name.replace("__", "-"): value for name, value in typed.items()}
    return {name: value for name, value in values.items() if value is not None}


def cost(client: Client, address: str, **asked: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, asked).status_code == 200
    return len(queries)


def told(answer: HttpResponse) -> list[str]:
    return [str(one) for one in get_messages(answer.wsgi_request)]
