"""Links that wait on public statements."""

import pytest
from django.urls import reverse

from archive.desk.publishing import links
from archive.working.two_people import need_two_people
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    person = make.make_user("publisher")
    client.force_login(person)
    return person


def cards():
    return reverse("desk:publish-links")


def shown(statement):
    statement.refresh_from_db()
    return f"{statement.pk}-{statement.lock_version}"


def test_links_are_published_from_their_statement(client, publisher):
    statement = make.make_public_statement()
    link = make.make_occurrence(statement, "The bridge is finished.")
    make.make_accepted_statement()
    (card,) = client.get(cards()).context["sheet"].cards
    assert [str(one.claim) for one in card.links] == ["The bridge is finished."]

    answer = client.post(cards(), {"act": "links", "shown": shown(statement)})

    link.refresh_from_db()
    assert (answer.url, link.is_public) == (cards(), True)
    assert b"No link waits" in client.get(cards()).content


def test_ones_own_link_stays_where_two_people_are_needed(client, publisher):
    statement = make.make_public_statement()
    make.make_occurrence(statement, "The bridge is finished.")
    mine = make.make_user("editor", "publisher")
    own = make.make_occurrence(statement, "The bridge is closed.", by=mine)
    client.force_login(mine)
    need_two_people(True)
    (card,) = client.get(cards()).context["sheet"].cards
    assert card.kept_back == [own]

    client.post(cards(), {"act": "links", "shown": shown(statement)})

    assert [str(one.claim) for one in statement.occurrences.public()] == ["The bridge is finished."]


def test_with_htmx_the_cards_come_in_their_place(client, publisher):
    statement = make.make_public_statement()
    make.make_occurrence(statement)

    answer = client.post(cards(), {"act": "links", "shown": shown(statement)}, headers={"HX-Request": "true"})

    assert b"<html" not in answer.content
    assert b"1 link published" in answer.content


def test_a_statement_without_links_is_refused(client, publisher):
    statement = make.make_public_statement()

    answer = client.post(cards(), {"act": "links", "shown": shown(statement)})

    assert "None of its links waits" in str(next(iter(answer.context["messages"])))


def test_the_list_goes_on_behind_its_last_statement(client, publisher, monkeypatch):
    monkeypatch.setattr(links, "PAGE", 1)
    first, second = (make.make_occurrence(make.make_public_statement()).statement for _ in "ab")

    assert client.get(cards()).context["sheet"].following == first.pk
    (card,) = client.get(cards(), {"after": first.pk}).context["sheet"].cards
    assert card.statement == second
