"""Changes that somebody proposes of what is public."""

import pytest
from django.urls import reverse

from archive import publication
from archive.errors import NeedsConfirmation
from archive.models import Document
from tests import factories as make

pytestmark = pytest.mark.django_db
TAKEN = {"act": "take", "take-revision_class": "correction", "take-reason": "It was misread."}


@pytest.fixture
def publisher(client):
    person = make.make_user("publisher")
    client.force_login(person)
    return person


def address(proposal):
    return reverse("desk:change", args=[proposal.pk])


def test_the_first_that_waits_is_shown_word_by_word(client, publisher):
    document = make.make_public_statement(make.make_document(title="The bridge is open")).document
    proposal = make.make_change_proposal(document, title="The bridge is closed")
    make.make_change_proposal()

    answer = client.get(reverse("desk:changes"), follow=True)

    assert answer.context["proposal"] == proposal
    (change,) = answer.context["changes"]
    assert [(step.op, step.words) for step in change.words] == [("same", "The bridge is"), ("removed", "open"), ("added", "closed")]


def test_where_none_waits_the_page_says_so(client, publisher):
    assert b"No change waits" in client.get(reverse("desk:changes")).content


def test_a_change_is_taken_and_the_next_comes(client, publisher):
    proposal, other = make.make_change_proposal(title="As it should be"), make.make_change_proposal()

    answer = client.post(address(proposal), TAKEN)

    proposal.refresh_from_db()
    assert (answer.url, proposal.answer) == (address(other), "taken")
    assert client.post(address(other), TAKEN).url == reverse("desk:changes")


def test_a_change_is_declined_with_a_reason(client, publisher):
    proposal = make.make_change_proposal()

    without = client.post(address(proposal), {"act": "decline", "decline-reason": ""})
    assert without.context["declining"].errors

    client.post(address(proposal), {"act": "decline", "decline-reason": "The page says so."})
    proposal.refresh_from_db()
    assert (proposal.answer, proposal.answer_reason) == ("declined", "The page says so.")


def test_an_answered_change_shows_its_answer_and_takes_no_other(client, publisher):
    proposal = make.make_change_proposal()
    publication.decline(proposal, by=publisher, reason="The page says so.")

    assert b"The page says so." in client.get(address(proposal)).content
    for given in (TAKEN, {"act": "decline", "decline-reason": "Again."}):
        assert b"answered this already" in client.post(address(proposal), given).content


def test_a_reason_is_needed(client, publisher):
    answer = client.post(address(make.make_change_proposal()), TAKEN | {"take-reason": ""})

    assert "reason" in answer.context["taking"].errors


def test_what_speaks_against_it_has_to_be_ticked(client, publisher):
    statement = make.make_public_statement(make.make_document(published="2023-05-20"))
    editor = make.make_user("editor")
    doubts = _doubts_of(statement, editor)
    proposal = publication.propose(statement, by=editor, changes={"said_on": "2024-05-17", "confirmed": doubts}, reason="Misread.")

    refused = client.post(address(proposal), TAKEN)
    assert [seen for seen, _told in refused.context["taking"].doubts] == doubts

    client.post(address(proposal), TAKEN | {"looked_at": doubts})
    proposal.refresh_from_db()
    assert proposal.answer == "taken"


def _doubts_of(statement, by):
    with pytest.raises(NeedsConfirmation) as refusal:
        publication.propose(statement, by=by, changes={"said_on": "2024-05-17"}, reason="Misread.")
    return [one.seen for one in refusal.value.doubts]


def test_a_new_day_of_a_document_moves_its_drafts(client, publisher):
    document = make.make_public_statement().document

    client.post(address(make.make_change_proposal(document, published="2023-06-01")), TAKEN)

    assert Document.objects.get(pk=document.pk).published == "2023-06-01"


def test_a_change_of_what_is_gone_can_only_be_declined(client, publisher):
    proposal = make.make_change_proposal()
    type(proposal).objects.filter(pk=proposal.pk).update(object_id=0)

    answer = client.get(address(proposal))

    assert answer.context["is_gone"]
    assert b'value="take"' not in answer.content


def test_another_act_has_no_page(client, publisher):
    assert client.post(address(make.make_change_proposal()), {"act": "x"}).status_code == 404
