"""Claims as plain values."""

import pytest

from archive.models import Claim
from tests.factories import make_accepted_statement, make_claim, make_occurrence, make_public_statement
from timeline.lists.claims import PLACES, claims_at, public_claim
from timeline.lists.paging import MOST_SAID, page_of

pytestmark = pytest.mark.django_db


def test_a_claim_by_its_slug_is_as_a_list_has_it():
    claim = make_claim("It stays.")
    for said_on in ("2019", "2023-05-17"):
        make_public_statement(said_on=said_on, claims=[claim])

    row = public_claim("it-stays")

    assert [row] == claims_at(Claim.objects.values_list(*PLACES, named=True))
    assert (str(row), row.tally.sayings, row.tally.silence) == ("It stays.", 2, claim.tally.silence)


def test_a_claim_of_drafts_is_not_public():
    make_occurrence(make_accepted_statement(), make_claim("It stays."))

    assert public_claim("it-stays") is None


def test_pages_of_rows_of_values_go_on():
    for text in ("It stays.", "It goes.", "It comes."):
        make_public_statement(claims=[text])
    rows = Claim.objects.values_list(*PLACES, named=True)

    first = page_of(rows, MOST_SAID, size=2)
    second = page_of(rows, MOST_SAID, cursor=first.next, size=2)

    assert [row.slug for row in claims_at([*first.rows, *second.rows])] == ["it-stays", "it-goes", "it-comes"]
