"""What somebody did last, and Undo beside each."""

import pytest
from django.urls import reverse

from archive import review
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(client):
    person = make.make_user("reviewer")
    client.force_login(person)
    return person


def done(client):
    return client.get(reverse("desk:home")).context["done"]


def test_the_last_acts_stand_there_newest_first_with_their_words(client, reviewer):
    first, second = make.make_statement(), make.make_statement()
    make.accept(first, by=reviewer)
    review.reject(second, by=reviewer)
    make.accept(make.make_statement())

    assert [(one.what, one.words) for one in done(client)] == [("rejected", str(second)), ("accepted", str(first))]


def test_an_answer_on_a_pair_is_told_with_the_words_of_its_statement(client, reviewer):
    link = make.make_occurrence(make.make_accepted_statement(), by=reviewer)

    assert [(one.what, one.words) for one in done(client)] == [("answered", str(link.statement))]


def test_what_was_done_at_once_stands_there_once(client, reviewer):
    review.change_all([make.make_statement(), make.make_statement()], {"locator": "page 3"}, by=reviewer)

    (one,) = done(client)
    assert one.many


def test_undo_takes_it_back_and_says_so(client, reviewer):
    statement = make.accept(make.make_statement(), by=reviewer)
    (one,) = done(client)

    answer = client.post(reverse("desk:undo", args=[one.event.pk]), follow=True)

    statement.refresh_from_db()
    assert statement.status == "draft"
    assert b"Not accepted any more" in answer.content


def test_what_others_did_is_not_taken_back(client, reviewer):
    statement = make.accept(make.make_statement(), by=make.make_user("reviewer", username="colleague"))
    event = review.last_acts(statement.accepted_by)[0]

    answer = client.post(reverse("desk:undo", args=[event.pk]), follow=True)

    assert b"colleague did this" in answer.content


def test_an_act_that_is_gone_has_no_undo(client, reviewer):
    assert client.post(reverse("desk:undo", args=[7])).status_code == 404
