"""A link judged on a statement that is public already is told of, found in the list and published from its statement."""

import pytest
from django.urls import reverse

from archive import linking
from archive.models import Event, Occurrence, Statement, Suggestion
from tests.archive.admin.base.test_acting import LIST, press
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import messages
from tests.factories import make_accepted_statement, make_document, make_occurrence, make_public_statement

WORDS = "The northern bridge over the river Veyra will be opened to freight trains."
TOLD = "Public already, with a link that waits to be published:"


def page_of(statement: Statement) -> str:
    return reverse("admin:archive_statement_change", args=[statement.pk])


@pytest.fixture
def public(db) -> Statement:
    """Public, with a link that was judged afterwards."""
    statement = make_public_statement(make_document(f"First: {WORDS}"), WORDS)
    make_occurrence(statement)
    return statement


def test_button_publishes_every_waiting_link(publisher, public):
    second = make_occurrence(public, "Freight is carried.")
    public.refresh_from_db()
    shown = [act.name for act, _address in publisher.get(page_of(public)).context["buttons"]]

    answer = press(publisher, public, "publish-links")

    event = Event.objects.filter(verb="published").first()
    assert shown == ["publish-links", "withdraw"]
    assert messages(answer)[0].startswith("2 links published: “")
    assert set(public.occurrences.values_list("status", flat=True)) == {"public"}
    assert (event.by, event.object_id, second.claim.is_public) == (publisher.user, public.pk, True)


def test_statement_without_a_waiting_link_has_no_such_button(publisher, public):
    press(publisher, public, "publish-links")

    assert [act.name for act, _address in publisher.get(page_of(public)).context["buttons"]] == ["withdraw"]


def test_list_finds_them_and_publishes_their_links(publisher, public):
    other = make_public_statement()
    found = publisher.get(LIST, {"links": "waiting"}).context["cl"].result_list

    answer = publisher.post(LIST, {"action": "publish-links", "_selected_action": [public.pk, other.pk], "confirm": "yes"})

    assert list(found) == [public]
    assert messages(answer)[1:] == [
        "1 statement given the links that were answered.",
        "1 statement left out: “Publish its links” has nothing to do there.",
    ]
    assert Occurrence.objects.get().status == "public"


def test_publishing_tells_of_the_other_side_that_waits(publisher, public):
    later = make_accepted_statement(make_document(f"Second: {WORDS}"), WORDS)
    make_occurrence(later, public.occurrences.get().claim)
    later.refresh_from_db()

    answer = press(publisher, later, "publish")

    assert [told for told in messages(answer) if told.startswith(TOLD) and page_of(public) in told]


def test_judging_a_pair_tells_of_the_side_that_is_public(db):
    first = make_public_statement(make_document(f"First: {WORDS}"), WORDS, said_on="2019-05")
    later = [make_accepted_statement(make_document(f"{day}: {WORDS}"), WORDS, said_on=day) for day in ("2021-03-02", "2023-05-17")]
    linking.suggest(later)
    pair = Suggestion.objects.filter(other__statement=first).earliest("pk")
    editor = signed_in("editor")

    reply = editor.post(reverse("admin:archive_suggestion_judge", args=[pair.pk]), {"answer": "same", "claim_text": "Trains run."})

    assert first.occurrences.get().status == "judged"
    told = editor.get(reply.url).content.decode()
    assert (TOLD in told, page_of(first) in told) == (True, True)


def test_last_pair_of_the_queue_tells_of_the_side_that_is_public(editor):
    first = make_public_statement(make_document(f"First: {WORDS}"), WORDS, said_on="2019-05")
    linking.suggest([make_accepted_statement(make_document(f"Later: {WORDS}"), WORDS, said_on="2021-03-02")])

    reply = editor.post(
        reverse("admin:archive_suggestion_judge", args=[Suggestion.objects.get().pk]), {"answer": "same", "claim_text": "Trains run."}
    )

    assert [told for told in messages(reply) if told.startswith(TOLD) and page_of(first) in told]
