"""The review screen: a document's text with every statement marked, its cards, and what their buttons do."""

import re
from html import unescape

import pytest
from django.urls import reverse

from archive.enums import StatementStatus
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = "\n“The bridge will open in spring,” Anna Kovaleva said.\n“It costs 5 < 6 million & more,” 🎭 she added. “No,” he said."


@pytest.fixture
def reviewer(client):
    person = make.make_user("reviewer")
    client.force_login(person)
    return person


def page_of(document):
    return reverse("desk:document", args=[document.public_id])


def press(client, statement, act="accept", *, htmx=False, **typed):
    """As a browser sends the card, with what is typed in place of what stands there."""
    shown = {
        "act": act, "read_version": statement.lock_version, "start": statement.start, "end": statement.end, "kind": statement.kind,
        "force": statement.force, "said_on": statement.said_on, "occasion": str(statement.occasion or ""),
    }  # fmt: skip
    for place, one in enumerate(statement.attributions.all()):
        shown |= {f"who_{place}": str(one.speaker or one.name), f"name_{place}": one.name, f"role_{place}": one.role}
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(reverse("desk:judge", args=[statement.public_id]), shown | typed, headers=headers)


def test_text_of_the_page_is_the_text_to_the_letter(client, reviewer):
    document = make.make_document(TEXT)
    statement = make.make_statement(document, "The bridge will open in spring")
    make.make_rejected_statement(document, "will open")

    page = client.get(page_of(document)).content.decode()

    source = re.search(r'<section class="source".*?</section>', page, re.DOTALL)[0]
    assert unescape(re.sub(r"<[^>]*>", "", source)) == TEXT
    assert f'href="#card-{statement.public_id}"' in source


def test_accepting_goes_on_to_the_next_that_waits(client, reviewer):
    document = make.make_document(TEXT)
    first = make.make_statement(document, "The bridge will open in spring")
    second = make.make_statement(document, "No")

    answer = press(client, first, htmx=True)

    first.refresh_from_db()
    assert first.status == StatementStatus.ACCEPTED
    assert f'data-focus="card-{second.public_id}"' in answer.content.decode()
    assert "1 of 2 left" in answer.content.decode()


def test_without_script_the_page_comes_back_at_the_next(client, reviewer):
    document = make.make_document(TEXT)
    first = make.make_statement(document, "The bridge will open in spring")
    second = make.make_statement(document, "No")

    answer = press(client, first, "reject")

    first.refresh_from_db()
    assert first.status == StatementStatus.REJECTED
    assert answer.url == f"{page_of(document)}?from={second.start}-{second.end}#card-{second.public_id}"


def test_doubts_are_asked_beside_their_field_and_confirmed_as_they_were_shown(client, reviewer):
    statement = make.make_statement(make.make_document(TEXT), "No", said_on="", undated=False, speakers=["Anna Kovaleva"])

    asked = press(client, statement, htmx=True).content.decode()

    statement.refresh_from_db()
    assert statement.status == StatementStatus.DRAFT
    assert "It has no date" in asked
    seen = re.findall(r'name="confirmed" value="([^"]*)"', asked)
    press(client, statement, confirmed=seen)
    statement.refresh_from_db()
    assert (statement.status, len(statement.confirmed)) == (StatementStatus.ACCEPTED, 2)
