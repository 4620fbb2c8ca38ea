"""The page of a proposed change: what stands there, what is wanted, and the buttons that take or decline it."""

import pytest
from django.urls import reverse

from archive import publication, removal
from archive.errors import NeedsConfirmation
from archive.models import ChangeProposal, Occurrence, Statement
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import messages
from tests.factories import make_change_proposal, make_occasion, make_public_statement, make_speaker, make_user, the_chief

pytestmark = pytest.mark.django_db
TAKEN = {"take-revision_class": "clarification", "take-reason": "The agency said so."}


def address(proposal, page: str = "change") -> str:
    return reverse(f"admin:archive_changeproposal_{page}", args=[proposal.pk])


def shown(client, proposal) -> list[tuple]:
    return [(one.label, one.now, one.becomes, one.is_stale) for one in client.get(address(proposal)).context["changes"]]


def test_page_shows_what_is_and_what_would_be_in_words(publisher):
    statement = make_public_statement(speakers=[(None, "a source", "")])
    other = make_speaker("Pavel Lorne")
    wanted = {
        "span": (statement.start, statement.start + 10),
        "speakers": [(other, "Lorne", "Mayor")],
        "kind": "mixed",
        "said_on": "2019-05",
        "occasion": make_occasion("Talks"),
    }

    proposal = make_change_proposal(statement, **wanted)

    assert shown(publisher, proposal) == [
        ("kind", "direct speech", "mixed speech", False),
        ("occasion", "nothing", "Talks", False),
        ("said on", "17 May 2023", "May 2019", False),
        ("words", statement.text, statement.text[:10], False),
        ("speakers", "nobody known, “a source”", "Pavel Lorne, “Lorne”, Mayor", False),
    ]


def test_page_shows_names_and_roles_in_words(publisher):
    speaker = make_public_statement().attributions.get().speaker
    proposal = make_change_proposal(speaker, aliases=["A", "B"], roles=[("Mayor", "2019-05", "2020"), ("Minister", "2021", "")])

    assert shown(publisher, proposal) == [
        ("other names", "nothing", "A, B", False),
        ("roles", "nothing", "Mayor from May 2019 until 2020; Minister from 2021", False),
    ]


def test_page_says_what_was_changed_since(publisher):
    document = make_public_statement().document
    was, proposal = document.title, make_change_proposal(document, title="Second")
    publication.correct(document, by=the_chief(), changes={"title": "First"}, revision_class="typo", reason="A letter.")

    assert shown(publisher, proposal) == [("title", "First", "Second", True)]
    page = publisher.get(address(proposal)).content.decode()
    assert f"Changed since this was proposed. It was: {was}" in page
    answer = publisher.post(address(proposal, "take"), TAKEN)
    assert "Changed since this was proposed: title" in answer.content.decode()


def test_publisher_takes_it(publisher):
    proposal = make_change_proposal()

    answer = publisher.post(address(proposal, "take"), TAKEN)

    proposal.refresh_from_db()
    assert (answer.status_code, answer.url, messages(answer)) == (302, address(proposal), ["Taken: it is public now."])
    assert (proposal.answer, proposal.answered_by, proposal.answer_reason) == ("taken", publisher.user, "The agency said so.")
    assert "The agency said so." in publisher.get(address(proposal)).content.decode()


def test_publisher_is_asked_what_speaks_against_it_and_takes_it_once_it_is_checked(publisher):
    statement = make_public_statement()
    with pytest.raises(NeedsConfirmation) as asked:
        make_change_proposal(statement, said_on="2099-05")
    seen = [one.seen for one in asked.value.doubts]
    proposal = make_change_proposal(statement, said_on="2099-05", confirmed=seen)

    answer = publisher.post(address(proposal, "take"), TAKEN)
    assert "I have checked: The day of saying is still to come: May 2099." in answer.content.decode()
    assert Statement.objects.get().said_on == "2023-05-17"

    publisher.post(address(proposal, "take"), TAKEN | {"looked_at": seen})
    assert Statement.objects.get().said_on == "2099-05"


def test_publisher_declines_it_with_a_reason(publisher):
    proposal = make_change_proposal()

    without = publisher.post(address(proposal, "decline"), {"decline-reason": " "})
    answer = publisher.post(address(proposal, "decline"), {"decline-reason": "It is right."})

    proposal.refresh_from_db()
    assert (without.status_code, answer.status_code, messages(answer)) == (200, 302, ["Declined."])
    assert (proposal.answer, proposal.answer_reason) == ("declined", "It is right.")


def test_form_begins_with_the_class_and_the_reason_that_were_proposed(publisher):
    page = publisher.get(address(make_change_proposal()))

    assert page.context["taking"].initial == {"revision_class": "correction", "reason": "It was misread."}


def test_list_shows_what_waits_unless_asked_for_more(publisher):
    waits, done = make_change_proposal(), make_change_proposal()
    publication.decline(done, by=the_chief(), reason="No.")

    lists = [
        list(publisher.get(reverse("admin:archive_changeproposal_changelist"), asked).context["cl"].result_list)
        for asked in ({}, {"state": "answered"}, {"state": "all"})
    ]

    assert lists == [[waits], [done], [done, waits]]


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer"])
def test_others_see_it_and_answer_nothing(role):
    client, proposal = signed_in(role), make_change_proposal()

    page = client.get(address(proposal)).content.decode()

    assert "It waits for a publisher." in page
    assert address(proposal, "take") not in page
    assert [client.post(address(proposal, act), TAKEN).status_code for act in ("take", "decline")] == [403, 403]
    assert ChangeProposal.objects.open().exists()


def test_page_of_a_row_that_is_gone_offers_to_decline_alone(publisher):
    statement = make_public_statement(claims=["The bridge will be opened."])
    proposal = make_change_proposal(statement.occurrences.get(), likeness="narrower")
    was, becomes = shown(publisher, proposal)[0][1:3]
    Occurrence.objects.all().delete()

    page = publisher.get(address(proposal)).content.decode()
    taken = publisher.post(address(proposal, "take"), TAKEN)
    standing = shown(publisher, proposal)
    declined = publisher.post(address(proposal, "decline"), {"decline-reason": "The link is gone."})

    assert ("This is gone" in page, address(proposal, "take") in page, address(proposal, "decline") in page) == (True, False, True)
    assert (taken.status_code, declined.status_code) == (200, 302)
    assert [row[1:] for row in standing] == [(was, becomes, False)]
    assert publisher.get(address(proposal)).status_code == 200


def test_page_says_of_a_span_that_is_gone_where_it_stood(publisher):
    statement = make_public_statement()
    proposal = make_change_proposal(statement, span=(statement.start, statement.start + 10))
    ChangeProposal.objects.update(object_id=0)

    assert shown(publisher, proposal) == [
        ("words", f"{statement.start}–{statement.end}", f"{statement.start}–{statement.start + 10}", False)
    ]


def test_value_that_is_gone_is_told_on_the_page(publisher):
    occasion = make_occasion("Talks in town")
    proposal = make_change_proposal(make_public_statement(), occasion=occasion)
    removal.remove(occasion, by=make_user("editor"), reason="Entered twice.")

    answer = publisher.post(address(proposal, "take"), TAKEN)

    assert (answer.status_code, answer.context["taking"].non_field_errors()) == (
        200, ["The occasion that is wanted here is gone. Decline this, and propose another."],
    )  # fmt: skip
