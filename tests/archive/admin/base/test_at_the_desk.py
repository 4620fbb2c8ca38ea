"""From the tables to the desk: every row that has a page there leads to it."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from archive.admin.base.at_the_desk import PAGES, at_the_desk
from tests import factories as make
from tests.archive.models import rows

pytestmark = pytest.mark.django_db


def reports():
    statements = [make.make_accepted_statement() for _ in "ab"]
    return rows.occasion_suggestion(other=statements[0], statement=statements[1])


MADE = {
    "statement": make.make_statement,
    "document": make.make_document,
    "speaker": make.make_speaker,
    "claim": make.make_claim,
    "suggestion": rows.suggestion,
    "occasionsuggestion": reports,
    "changeproposal": make.make_change_proposal,
}


@pytest.mark.parametrize("table", PAGES)
def test_a_row_of_the_tables_leads_to_its_page_at_the_desk(client, table):
    row = MADE[table]()
    client.force_login(make.the_chief())

    answer = client.get(reverse(f"admin:archive_{table}_change", args=[row.pk]))

    assert escape(at_the_desk(row)) in answer.content.decode()
    assert client.get(at_the_desk(row)).status_code == 200


def test_a_row_without_a_page_at_the_desk_leads_nowhere():
    assert at_the_desk(make.make_outlet()) == ""


def test_every_page_of_the_tables_leads_to_the_desk_for_who_works_on_the_record(client):
    for role, leads in (("viewer", True), ("administrator of people", False)):
        client.force_login(make.make_user(role))

        assert (f'href="{reverse("desk:home")}"' in client.get(reverse("admin:index")).content.decode()) == leads
