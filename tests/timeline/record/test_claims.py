"""What the head of a claim's page tells."""

import pytest
from django.db import connection

from archive.models import CountedLink
from tests.factories import make_claim, make_occasion, make_public_statement, make_speaker
from tests.plans import queries_of
from timeline.record.claims import strip_by_speaker

pytestmark = pytest.mark.django_db


def leave_none() -> None:
    CountedLink.objects.all().delete()


def leave_one_as_an_earlier_version_counted_it() -> None:
    CountedLink.objects.filter(said_on="2023-05-18").update(voices=None)


@pytest.mark.parametrize("leave", [lambda: None, leave_none, leave_one_as_an_earlier_version_counted_it])
def test_line_of_a_speaker_counts_occasions_and_not_reports(leave):
    anna, claim, briefing = make_speaker("Anna Hill"), make_claim("It stays."), make_occasion()
    for said_on in ("2023-05-17", "2023-05-17", "2023-05-18"):
        make_public_statement(speakers=[anna], occasion=briefing, claims=[claim], said_on=said_on)
    make_public_statement(speakers=[(None, "", "a source")], claims=[claim], said_on="")

    leave()  # as an update does, until `reindex` has run

    strip = strip_by_speaker(claim.pk)

    assert [(row.title, row.url, len(row.marks)) for row in strip.rows] == [
        ("Anna Hill: said on 1 occasion", "/speakers/anna-hill/", 1),
        ("a source: said on 1 occasion, 1 of these without a date", "", 0),
    ]


@pytest.mark.postgres
@pytest.mark.parametrize("leave", [lambda: None, leave_none])
def test_a_line_does_not_hang_on_how_the_database_writes_days(leave):
    claim = make_claim()
    make_public_statement(claims=[claim], said_on="2023-05-17")
    leave()
    strip = strip_by_speaker(claim.pk)

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL datestyle = 'SQL, DMY'")

    assert strip_by_speaker(claim.pk) == strip


@pytest.mark.sqlite
def test_a_line_of_time_is_read_from_one_index_in_its_order():
    claim = make_claim()
    make_public_statement(claims=[claim])

    (drawn,) = [one for one in queries_of(lambda: strip_by_speaker(claim.pk)) if "voices" in one.sql]

    assert "counted_link_by_date" in drawn.way
    assert "TEMP B-TREE" not in drawn.way
