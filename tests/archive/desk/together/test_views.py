"""Who has a document, whom it was given to, and remarks: by plain forms and by parts of a page."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from archive import linking
from archive.desk.together.beside import beside
from archive.models import Assignment, Remark, Suggestion
from archive.working import holds, remarks
from tests import factories as make
from tests.archive.desk.pairs.conftest import SAYINGS

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
PAGE = "/admin/archive/document/"


@pytest.fixture
def document():
    return make.make_document()


@pytest.fixture
def anna(client):
    person = make.make_user("reviewer", username="anna")
    client.force_login(person)
    return person


def told(answer) -> str:
    return " ".join(answer.text.split())


def test_an_open_page_says_every_minute_that_it_is(client, anna, document):
    answer = client.post(reverse("desk:hold", args=[document.public_id]), headers=HTMX)

    assert "You have been reviewing this since" in told(answer)
    assert 'hx-trigger="every 60s"' in answer.text


def test_it_is_taken_over_and_the_other_reads_so(client, anna, document):
    holds.take(document, by=make.make_user("editor", username="boris"))
    assert "boris has been reviewing this since" in told(client.post(reverse("desk:hold", args=[document.public_id]), headers=HTMX))

    answer = client.post(reverse("desk:take-over", args=[document.public_id]), {"next": PAGE})
    assert answer.url == PAGE
    client.force_login(holds.take(document, by=anna).taken_from)

    assert "anna took this over from you at" in told(client.post(reverse("desk:hold", args=[document.public_id]), headers=HTMX))


def test_a_document_is_given_and_taken_away(client, anna, document):
    boris = make.make_user("editor", username="boris")

    answer = client.post(reverse("desk:give", args=[document.public_id]), {"to": boris.pk, "note": "Check the dates."}, headers=HTMX)
    assert "Given to boris by anna. “Check the dates.”" in told(answer)
    client.post(reverse("desk:give", args=[document.public_id]), {"to": anna.pk, "next": PAGE})
    assert Assignment.objects.get().to == anna

    assert "Given to" not in told(client.post(reverse("desk:take-away", args=[document.public_id]), headers=HTMX))


@pytest.mark.parametrize("typed", ["", "x", "999999"])
def test_to_nobody_nothing_is_given(client, anna, document, typed):
    assert client.post(reverse("desk:give", args=[document.public_id]), {"to": typed}).status_code == 404


def test_who_has_no_fitting_role_is_given_nothing(client, anna, document):
    viewer = make.make_user("viewer", username="vera")

    answer = client.post(reverse("desk:give", args=[document.public_id]), {"to": viewer.pk}, headers=HTMX)

    assert "vera has no role that works on texts." in told(answer)


def test_a_remark_is_kept_done_and_opened_again(client, anna, document):
    address = reverse("desk:remark", args=["document", document.pk])
    assert "Write the remark first." in told(client.post(address, {"text": " "}, headers=HTMX))

    assert client.post(address, {"text": "Ask <the> outlet.", "next": PAGE}).url == PAGE
    noted = Remark.objects.get()
    done = client.post(reverse("desk:remark-done", args=[noted.pk]), {"done": "yes"}, headers=HTMX)
    assert "done: anna" in told(done)
    assert "Ask &lt;the&gt; outlet." in done.text

    assert "done: anna" not in told(client.post(reverse("desk:remark-done", args=[noted.pk]), {"done": "no"}, headers=HTMX))


@pytest.mark.parametrize(("table", "number"), [("user", 1), ("document", 999_999)])
def test_only_rows_of_the_record_are_remarked_on(client, anna, table, number):
    assert client.post(reverse("desk:remark", args=[table, number]), {"text": "Ask."}).status_code == 404


@pytest.mark.parametrize(("role", "holds_it"), [("reviewer", True), ("publisher", False), ("viewer", False)])
def test_beside_a_document_stands_all_of_it(document, role, holds_it):
    request = RequestFactory().get("/")
    request.user = make.make_user(role)
    noted = remarks.remark(document, "Ask.", by=make.make_user("editor"))

    found = beside(request, document)

    assert (found.hold is not None and found.hold.by == request.user) == holds_it
    assert found.remarks == [noted]
    assert bool(found.colleagues) == (role != "viewer")


@pytest.mark.parametrize("table", ["speaker", "claim", "suggestion"])
def test_remarks_stand_on_the_page_of_their_row(client, anna, table):
    """On the pages of speakers, claims and pairs as on those of documents."""
    row, page = page_of(table)
    remarks.remark(row, "Ask the outlet.", by=anna)

    assert "Ask the outlet." in client.get(page).text


def a_pair() -> Suggestion:
    linking.suggest([make.make_accepted_statement(words=words, said_on=day) for day, words in SAYINGS])
    return Suggestion.objects.open()[0]


def page_of(table: str):
    if table == "speaker":
        return (row := make.make_speaker()), reverse("desk:speaker", args=[row.slug])
    if table == "claim":
        return (row := make.make_claim()), reverse("desk:claim", args=[row.slug])
    return (row := a_pair()), reverse("desk:pair", args=[row.pk])
