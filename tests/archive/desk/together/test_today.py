"""The first page tells of working together."""

import pytest
from django.urls import reverse

from archive.working import assignments, holds, remarks
from archive.working.two_people import need_two_people
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_what_was_given_to_me_what_colleagues_do_and_the_rule(client):
    anna, boris = make.make_user("reviewer", username="anna"), make.make_user("editor", username="boris")
    mine, other = make.make_document("The harbour will be deepened."), make.make_document("Trams will run at night.")
    assignments.give(mine, anna, by=boris, note="Check the dates.")
    holds.take(mine, by=anna)
    holds.take(other, by=boris)
    client.force_login(anna)

    page = " ".join(client.get(reverse("desk:home")).text.split())
    assert "by boris" in page
    assert "“Check the dates.”" in page
    assert reverse("desk:document", args=[other.public_id]) in page
    assert page.count("reviews, since") == 1
    assert "Two people are needed here" not in page

    need_two_people(True)
    assignments.give(mine, anna, by=anna)
    page = " ".join(client.get(reverse("desk:home")).text.split())
    assert "You took this on" in page
    assert "Two people are needed here" in page


def test_remarks_that_are_not_done_lead_to_their_rows(client):
    anna, statement = make.make_user("editor", username="anna"), make.make_statement()
    noted = [remarks.remark(row, f"Ask about {row}.", by=anna) for row in (statement, make.make_speaker("Vera Lind"), make.make_document())]
    remarks.resolve(noted[-1], by=anna)
    remarks.remark(gone := make.make_statement(), "Whose words?", by=anna)
    gone.attributions.all().delete()
    gone.delete()
    client.force_login(make.make_user("publisher"))

    shown = client.get(reverse("desk:home")).context["together"].remarks

    assert [one.remark for one in shown] == [noted[1], noted[0]]
    assert [one.address for one in shown] == [
        reverse("desk:speaker", args=["vera-lind"]),
        reverse("desk:document", args=[statement.document.public_id]),
    ]
