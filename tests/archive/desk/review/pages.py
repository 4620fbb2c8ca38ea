"""What the tests of the review screen share: its text, its addresses, and its buttons as a browser presses them."""

import re

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from archive.models import Document, Statement

TEXT = "\n“The bridge will open in spring,” Anna Kovaleva said.\n“It costs 5 < 6 million & more,” 🎭 she added. “No,” he said."


def page_of(document: Document) -> str:
    return reverse("desk:document", args=[document.public_id])


def sent(statement: Statement, **typed: object) -> dict[str, object]:
    """What a browser sends of a card, with what is typed in place of what stands there."""
    shown = {
        "read_version": statement.lock_version, "start": statement.start, "end": statement.end, "kind": statement.kind,
        "force": statement.force, "said_on": statement.said_on, "occasion": str(statement.occasion or ""),
    }  # fmt: skip
    shown |= {"undated": "on"} if statement.undated else {}
    for place, one in enumerate(statement.attributions.all()):
        shown |= {f"who_{place}": str(one.speaker or one.name), f"name_{place}": one.name, f"role_{place}": one.role}
    return shown | typed


def press(client: Client, statement: Statement, act: str = "accept", *, htmx: bool = True, **typed: object) -> HttpResponse:
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(reverse("desk:judge", args=[statement.public_id]), {"act": act, **sent(statement, **typed)}, headers=headers)


def words_of(answer: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def confirmable(answer: HttpResponse) -> list[str]:
    """The doubts that the page lets the person confirm."""
    return re.findall(r'name="confirmed" value="([^"]*)"', answer.content.decode())
