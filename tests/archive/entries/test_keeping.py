"""Entries are what a fresh look finds, after any history; and keeping them costs the same however long a claim's trail is."""

from random import Random

import hypothesis
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import strategies as st

from archive.entries import neighbours
from tests.archive.entries.acts import Archive, expect_fresh
from tests.factories import make_claim_said

pytestmark = pytest.mark.django_db
ACTS = 12


@pytest.fixture
def archive() -> Archive:
    return Archive()


@hypothesis.settings(max_examples=8, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@hypothesis.given(seed=st.integers(0, 2**32))
def test_entries_and_counts_are_what_a_fresh_look_finds_after_any_acts(archive, seed):
    chance = Random(seed)
    with transaction.atomic():
        archive.fill(chance)
        for _ in range(ACTS):
            archive.act(chance)
            expect_fresh()
        transaction.set_rollback(True)


def reached_in_a_claim_of(size: int) -> tuple[int, int]:
    """In how many queries an act on one in the middle tells whose entries it changes, and how many these are."""
    links = make_claim_said(size, f"The toll of {size} stays.").occurrences.order_by("said_sort")
    with CaptureQueriesContext(connection) as asked:
        place = neighbours.around([links[size // 2].statement_id])
        found = neighbours.reached(place, place)
    return len(asked), len(found)


def test_an_act_reaches_as_many_in_a_long_claim_as_in_a_short_one():
    assert reached_in_a_claim_of(4) == reached_in_a_claim_of(12) == (10, 3)  # itself, the next, and the first
