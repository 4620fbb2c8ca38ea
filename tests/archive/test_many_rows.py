"""Rows written as plain values stand as the models' own would."""

from datetime import UTC, date, datetime

import pytest

from archive import many_rows
from archive.models import CountedLink, Event, Tally
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
LINK = ("figure", "saying", "article", "outlet", "speakers", "said_sort", "said_on", "said_latest", "is_reported")


def test_more_rows_than_one_statement_takes_are_written():
    rows = [("year", str(number), number) for number in range(many_rows.PARAMETERS)]

    many_rows.write(Tally, ("scope", "key", "statements"), rows)

    assert sorted(Tally.objects.values_list("scope", "key", "statements")) == sorted(rows)


def test_no_rows_are_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        many_rows.write(Tally, ("scope", "key", "statements"), [])
        many_rows.create([])


def test_row_whose_key_stands_there_is_written_over():
    tally = Tally.objects.create(scope="year", key="2023", statements=7)

    many_rows.write(Tally, ("scope", "key", "statements"), [("year", "2023", 8), ("year", "2024", 1)], key=("scope", "key"))

    assert list(Tally.objects.order_by("key").values_list("pk", "statements")[:1]) == [(tally.pk, 8)]
    assert Tally.objects.count() == 2


def test_lists_days_and_truths_are_kept_as_the_database_has_them():
    link = make.make_occurrence(make.make_accepted_statement())
    values = ("sayings", 1, 2, 3, [4, 5], 20230517, "2023-05-17", date(2023, 5, 17), True)

    many_rows.write(CountedLink, ("occurrence", "claim", *LINK), [(link.pk, link.claim_id, *values)])

    assert CountedLink.objects.values_list(*LINK).get() == values


def test_instances_are_created_with_all_their_columns():
    chief = make.the_chief()
    known = Event.objects.count()
    event = Event(verb="published", object_type="statement", object_id=3, by=chief, at=AT, reason="Why", detail={"fields": ["day"]})

    many_rows.create([event, event])

    columns = ("verb", "object_id", "by", "at", "from_state", "reason", "detail")
    written = list(Event.objects.order_by("id").values_list(*columns)[known:])
    assert written == [("published", 3, chief.pk, AT, "", "Why", {"fields": ["day"]})] * 2
