"""The first page of the desk: what waits for whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive import publication, review
from archive.acts import Signature, record
from archive.desk.home import queues
from archive.enums import SightingOutcome, Verb
from tests import factories as make
from tests.archive.models import rows

pytestmark = pytest.mark.django_db


def page_of(client, person):
    client.force_login(person)
    return client.get(reverse("desk:home"))


def waiting(client, *roles):
    """Label and count of what waits, for a new person of these roles."""
    return counts(client, make.make_user(*roles))


def counts(client, person):
    return {one.label: one.count for one in page_of(client, person).context["waiting"]}


def send_back(statement, reason="Who says this?"):
    return review.return_to_draft(make.accept(statement), by=make.the_chief(), reason=reason)


def test_drafts_wait_for_who_mends_and_accepts_them_and_accepted_ones_for_a_publisher(client):
    make.make_statement()
    make.make_accepted_statement()
    make.make_public_statement()

    assert waiting(client, "editor") == waiting(client, "reviewer") == {"Drafts to check": 1}
    assert waiting(client, "publisher") == {"Accepted, to publish": 1}
    assert waiting(client, "viewer") == {}


def test_what_was_sent_back_waits_with_the_reason_for_who_entered_or_edited_it_until_he_edits_it(client):
    editor = make.make_user("editor")
    entered, edited = send_back(make.make_statement(drafted_by=editor)), make.make_statement()
    record(Verb.EDITED, edited, by=editor)
    send_back(edited, "Which day?")
    send_back(make.make_statement())

    assert counts(client, editor) == {"Returned to you": 2, "Drafts to check": 3}
    assert b"Which day?" in page_of(client, editor).content

    record(Verb.EDITED, entered, by=editor)
    make.accept(edited)
    assert counts(client, editor) == {"Drafts to check": 2}


def test_who_sends_his_own_words_back_is_not_told_of_it(client):
    chief = make.the_chief()
    send_back(make.make_statement(drafted_by=chief))

    assert "Returned to you" not in counts(client, chief)


def test_what_was_changed_after_acceptance_waits_until_it_is_accepted_again(client):
    reviewer, statement = make.make_user("reviewer"), make.make_accepted_statement()
    with review.editing(statement, Signature(reviewer, timezone.now())):
        type(statement).objects.filter(pk=statement.pk).update(kind="indirect")

    assert counts(client, reviewer) == {"Drafts to check": 1, "Changed after acceptance": 1}

    statement.refresh_from_db()
    make.accept(statement)
    assert counts(client, reviewer) == {}


def test_a_capture_in_which_words_changed_waits_until_somebody_did_something_on_the_statement(client):
    later, statement = make.make_document(), make.make_statement()
    rows.sighting(statement=statement, outcome=SightingOutcome.GONE, document=later)

    assert counts(client, make.make_user("editor"))["Captures that changed"] == 1

    record(Verb.EDITED, statement, by=make.the_chief())
    assert "Captures that changed" not in counts(client, make.make_user("editor"))


def test_documents_are_told_in_which_little_was_read_for_their_length(client):
    sentence = "The ferry to the island leaves at noon, said the mayor. "
    _nothing_read, long, short = (make.make_document(sentence * times + str(times)) for times in (2, 200, 3))
    for document in (long, short):
        make.make_statement(document, sentence.strip())

    assert counts(client, make.make_user("editor"))["Documents in which little was read"] == 2


def test_a_text_printed_elsewhere_or_captured_before_may_have_few_statements(client):
    first = make.make_document()
    make.make_statement(first)
    make.make_document(wire_copy_of=first)
    make.make_document(article=first.article, supersedes=first)

    assert counts(client, make.make_user("editor")) == {"Drafts to check": 1}


def test_the_machines_questions_wait_for_who_may_answer_them(client):
    rows.suggestion()
    occasion = [make.make_accepted_statement() for _ in "ab"]
    rows.occasion_suggestion(other=occasion[0], statement=occasion[1])
    rows.copy_suggestion()
    make.make_notice_suggestion()

    for_reviewers = {"Said again?": 1, "One occasion?": 1}
    for_editors = for_reviewers | {"Copies?": 1, "Corrections by an outlet?": 1}
    assert [told for told in waiting(client, "reviewer").items() if told[0][-1] == "?"] == list(for_reviewers.items())
    assert [told for told in waiting(client, "editor").items() if told[0][-1] == "?"] == list(for_editors.items())
    assert waiting(client, "publisher") == {"Accepted, to publish": 2}


def test_links_and_changes_of_what_is_public_wait_for_a_publisher(client):
    statement = make.make_public_statement()
    link = make.make_occurrence(statement)
    make.make_change_proposal(statement.document)

    assert waiting(client, "publisher") == {"Links to publish": 1, "Proposed changes": 1}

    publication.publish(link, by=make.the_chief())
    assert waiting(client, "publisher") == {"Proposed changes": 1}


def test_beyond_the_most_that_are_counted_it_says_more(client, monkeypatch):
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)
    for _ in range(4):
        make.make_statement()

    assert b"more than 1,000" in page_of(client, make.make_user("editor")).content


def test_each_queue_leads_to_its_first_and_to_all_of_it(client):
    for _ in range(2):
        make.make_accepted_statement()
    publisher = make.make_user("publisher")
    (one,) = page_of(client, publisher).context["waiting"]

    assert [client.get(address).status_code for address in (one.first, one.all)] == [200, 200]


@pytest.mark.parametrize(
    ("roles", "beginnings"),
    [
        (["editor"], ["Add a source"]),
        (["reviewer", "publisher"], ["Look through all statements", "See what is public"]),
        (["viewer"], ["Read the record"]),
    ],
)
def test_an_empty_desk_says_what_to_do_next(client, roles, beginnings):
    shown = page_of(client, make.make_user(*roles)).context["beginnings"]

    assert [str(one.label) for one in shown] == beginnings
    assert all(client.get(one.href).status_code == 200 for one in shown)


def test_the_page_costs_as_many_queries_with_ten_rows_as_with_one(client):
    person = make.make_user(*make.CONTENT_ROLES)
    client.force_login(person)
    costs = []
    for more in (1, 9):
        for _ in range(more):
            rows.suggestion()
            make.make_occurrence(make.make_public_statement())
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("desk:home"))
        costs.append(len(asked))

    assert costs[0] == costs[1]
