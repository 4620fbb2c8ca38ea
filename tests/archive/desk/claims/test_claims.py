"""All claims, found by their words, and one of them with the statements that carry it."""

import pytest
from django.urls import reverse

from archive.linking.claims import enter_claim
from tests import factories as make
from tests.archive.desk.people.pages import signed_in

pytestmark = pytest.mark.django_db
LIST = reverse("desk:claims")


def texts(answer) -> list[str]:
    return [one.text for one in answer.context["page"].rows]


def test_claims_are_found_by_their_words_in_any_order():
    claim = make.make_claim("The bridge will be opened.", slug="bridge")
    make.make_claim("The tower will be closed.")
    client = signed_in("viewer")

    assert {tuple(texts(client.get(LIST, {"q": typed}))) for typed in ("opened Bridge", "bridge", claim.slug)} == {(claim.text,)}
    assert (texts(client.get(LIST, {"q": "tunnel"})), texts(client.get(LIST, {"q": "?"}))) == ([], [])


def test_each_stands_with_its_figures():
    claim = make.make_claim_said(2)
    make.make_occurrence(make.make_accepted_statement(), claim)

    page = signed_in("viewer").get(LIST)

    (row,) = page.context["page"].rows
    assert (row.tally.sayings, row.waiting, "17 May 2015 – 17 May 2016" in page.text) == (2, 1, True)


def test_an_empty_list_says_so():
    assert "No claim is here yet" in signed_in("viewer").get(LIST).text


def test_claim_shows_what_carries_it_and_what_was_merged_into_it():
    claim = enter_claim("The bridge opens.", by=make.the_chief())
    make.make_public_statement(claims=[claim], words="We open it", speakers=["a source"])
    make.make_occurrence(make.make_accepted_statement(said_on=""), claim)
    gone = make.make_claim("It opens.", merged_into=claim)
    client = signed_in("viewer")

    page = client.get(reverse("desk:claim", args=[claim.slug]))

    assert ("We open it" in page.text, "a source" in page.text, "It opens." in page.text) == (True, True, True)
    assert claim.text in client.get(reverse("desk:claim", args=[gone.slug])).text
