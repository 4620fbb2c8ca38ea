"""What the head of a claim's page tells."""

import pytest

from archive.models import CountedLink
from tests.factories import make_claim, make_occasion, make_public_statement, make_speaker
from timeline.record.claims import strip_by_speaker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("are_links_counted", [True, False])
def test_line_of_a_speaker_counts_occasions_and_not_reports(are_links_counted):
    anna, claim, briefing = make_speaker("Anna Hill"), make_claim("It stays."), make_occasion()
    for said_on in ("2023-05-17", "2023-05-17", "2023-05-18"):
        make_public_statement(speakers=[anna], occasion=briefing, claims=[claim], said_on=said_on)
    make_public_statement(speakers=[(None, "", "a source")], claims=[claim], said_on="")

    if not are_links_counted:  # after an update, until `reindex` has run
        CountedLink.objects.all().delete()

    strip = strip_by_speaker(claim.pk)

    assert [(row.title, row.url, len(row.marks)) for row in strip.rows] == [
        ("Anna Hill: said on 1 occasion", "/speakers/anna-hill/", 1),
        ("a source: said on 1 occasion, 1 of these without a date", "", 0),
    ]
