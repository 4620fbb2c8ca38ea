"""Beside the text stands who works on it; what was typed on a card outlives the page until it is saved."""

import pytest
from django.urls import reverse
from django.utils.timezone import now

from archive import review
from archive.models import DocumentHold, KeptInput
from archive.working import holds, kept_input, remarks
from tests import factories as make

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def anna(client):
    person = make.make_user("reviewer", username="anna")
    client.force_login(person)
    return person


def typed_on(client, statement, **fields):
    """As the page sends what its card holds."""
    page = client.get(reverse("desk:document", args=[statement.document.public_id]))
    form = page.context["sheet"].cards[0].form
    data = {name: "" if form.shown(name) is None else form.shown(name) for name in form.fields if name not in ("undated", "read_values")}
    return {**data, "read_values": form.marks() if not form.is_bound else form.shown("read_values"), **fields}


def test_opening_a_document_tells_others_that_it_is_reviewed(client, anna):
    statement = make.make_statement()

    page = client.get(reverse("desk:document", args=[statement.document.public_id])).text

    assert "You have been reviewing this since" in page
    assert DocumentHold.objects.current(now()).get().by == anna


def test_who_only_reads_takes_it_from_nobody(client):
    client.force_login(make.make_user("viewer"))

    page = client.get(reverse("desk:document", args=[make.make_statement().document.public_id])).text

    assert 'hx-trigger="every 60s"' not in page
    assert not DocumentHold.objects.exists()


def test_from_whom_it_was_taken_is_told_at_the_next_act(client, anna):
    statement = make.make_statement()
    typed = typed_on(client, statement)
    holds.take_over(statement.document, by=make.make_user("editor", username="boris"))

    answer = client.post(reverse("desk:judge", args=[statement.public_id]), {**typed, "act": "save"}, headers=HTMX)

    assert "boris took this over from you at" in answer.text


def test_what_was_typed_stands_on_the_card_again_until_it_is_saved(client, anna):
    statement = make.make_statement(speakers=["Anna Kovaleva"])
    typed = typed_on(client, statement, role_0="the harbour master")
    client.post(reverse("desk:keep"), {**typed, "kept": f"statement {statement.public_id}"})

    page = client.get(reverse("desk:document", args=[statement.document.public_id])).text
    assert 'value="the harbour master"' in page
    assert "You typed this on" in page

    client.post(reverse("desk:judge", args=[statement.public_id]), {**typed_on(client, statement), "act": "save"})
    assert statement.attributions.get().role == "the harbour master"
    assert not KeptInput.objects.exists()


def test_on_what_was_settled_meanwhile_nothing_is_put_back(client, anna):
    statement = make.make_statement()
    kept_input.keep(anna, f"statement {statement.public_id}", {"role_0": ["the harbour master"]})
    review.reject(statement, by=make.the_chief())

    page = client.get(reverse("desk:document", args=[statement.document.public_id])).text

    assert "the harbour master" not in page


def test_remarks_stand_on_the_card_and_on_the_document(client, anna):
    statement = make.make_statement()
    remarks.remark(statement, "Who is she?", by=anna)
    remarks.remark(statement.document, "Ask the outlet.", by=anna)

    page = client.get(reverse("desk:document", args=[statement.document.public_id])).text

    assert page.index("Ask the outlet.") < page.index("Who is she?")
