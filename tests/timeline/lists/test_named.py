"""What the entries of a list name by number."""

import pytest

from tests.factories import make_claim, make_document, make_occasion, make_outlet, make_public_statement, make_speaker, make_statement
from timeline.lists.named import ClaimName, OccasionName, SpeakerName, cited, read

pytestmark = pytest.mark.django_db


def test_names_stand_beside_the_entries_in_the_order_asked_for():
    claim, speaker, occasion = make_claim("The toll stays."), make_speaker("Ada Moreau"), make_occasion("Talks", place="Sarne")
    outlet = make_outlet("Telexa")
    rows = [make_public_statement(make_document(outlet=outlet), claims=[claim], speakers=[speaker], occasion=occasion) for _ in "ab"]

    beside = cited(read([rows[1].pk, rows[0].pk, make_statement().pk]))

    assert [one["id"] for one in beside.shown] == [rows[1].public_id, rows[0].public_id]
    assert beside.claims == {claim.pk: ClaimName(claim.slug, "The toll stays.")}
    assert beside.speakers == {speaker.pk: SpeakerName(speaker.slug, "Ada Moreau")}
    assert beside.occasions == {occasion.pk: OccasionName(occasion.public_id, "Talks", "Sarne")}
    assert {one.public_id: one.outlet for one in beside.sources.values()} == {row.document.public_id: "Telexa" for row in rows}


def test_a_list_without_entries_names_nothing():
    beside = cited(read([]))

    assert (beside.shown, beside.claims, beside.speakers, beside.sources, beside.occasions) == ([], {}, {}, {}, {})
