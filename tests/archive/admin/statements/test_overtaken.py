"""Who publishes is told that an accepted statement was changed since."""

import pytest
from django.urls import reverse

from archive import review
from archive.models import Statement
from tests.archive.admin.base.test_acting import LIST
from tests.archive.admin.forms import save
from tests.factories import accept, make_accepted_statement, make_statement, the_chief

TOLD = "changed after acceptance"


def page_of(statement: Statement) -> str:
    return reverse("admin:archive_statement_change", args=[statement.pk])


def told(client, statement: Statement) -> tuple[bool, bool]:
    """In the list, on its page."""
    return TOLD in client.get(LIST).content.decode(), TOLD in client.get(page_of(statement)).content.decode().lower()


def test_change_after_acceptance_is_shown(editor, publisher):
    statement = make_accepted_statement()
    before = told(publisher, statement)

    save(editor, page_of(statement), locator="page 7")

    assert (before, told(publisher, statement)) == ((False, False), (True, True))


def test_change_before_acceptance_is_not_shown(editor, publisher):
    statement = make_statement()

    save(editor, page_of(statement), locator="page 7")
    accept(statement)

    assert told(publisher, statement) == (False, False)


@pytest.mark.parametrize("again", [False, True])
def test_returned_statement_is_shown_no_more(editor, publisher, again):
    statement = make_accepted_statement()
    save(editor, page_of(statement), locator="page 7")

    review.return_to_draft(statement, by=the_chief(), reason="Another date.")
    if again:
        accept(statement)

    assert told(publisher, statement) == (False, False)
