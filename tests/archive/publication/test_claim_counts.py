"""Counts of claims that are kept by difference: `test_tallies` holds after any acts that they are right."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import product
from threading import Barrier

import pytest
from django.db import connection, connections

from archive import publication
from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers
from archive.models import ClaimTally, CountedLink, CountedThing, Statement, TrailEntry
from archive.publication import claim_counts, recounts, whole_claims
from tests import factories as make
from tests.plans import forget

pytestmark = pytest.mark.django_db


def instructions(statement: Statement) -> int:
    """Of SQLite's own machine, while the statement's day is counted otherwise: more for each row that is looked at."""
    seen: list[None] = []
    statement.occurrences.update(said_sort=statement.said_sort + 1)
    connection.connection.set_progress_handler(lambda: seen.append(None), 1)
    claim_counts.recount([statement.pk])
    connection.connection.set_progress_handler(None, 1)
    return len(seen)


@pytest.mark.sqlite  # PostgreSQL does not count its steps
def test_a_change_costs_the_same_in_a_claim_of_many_links():
    forget()  # what another test gathered
    small = instructions(make.make_claim_said(4).occurrences.last().statement)

    large = instructions(make.make_claim_said(44, "The dam will be closed.", first_year=1950).occurrences.last().statement)

    assert large < 1.1 * small


def test_claim_of_an_earlier_version_is_counted_as_a_whole_once():
    claim = make.make_claim_said(3)
    for table in (CountedLink, CountedThing, TrailEntry):
        table.objects.all().delete()
    ClaimTally.objects.update(outlets=1)

    make.make_public_statement(claims=[claim], said_on="2019-05-17")

    assert ClaimTally.objects.values_list("sayings", "outlets", "last_said").get() == (4, 4, "2019-05-17")
    assert recounts.recount([claim.pk]) == 0


def test_claim_of_an_earlier_version_that_loses_its_links_is_counted_without_them():
    keep, gone = make.make_claim_said(2), make.make_claim_said(3, "The dam will be closed.")
    for table in (CountedLink, CountedThing, TrailEntry):
        table.objects.all().delete()

    merge_claims(keep, gone, by=make.the_chief(), reason="The same.")

    assert list(ClaimTally.objects.values_list("claim", "sayings")) == [(keep.pk, 5)]
    assert recounts.recount([keep.pk, gone.pk]) == 0


def test_nothing_is_kept_of_a_claim_of_which_nothing_is_public():
    claim = make.make_claim_said(1)
    claim.occurrences.update(status="judged")

    claim_counts.recount([claim.occurrences.get().statement_id])

    assert not any(table.objects.exists() for table in (ClaimTally, CountedLink, CountedThing, TrailEntry))
    assert whole_claims.as_kept([claim.pk]) == {}


def test_who_speaks_in_a_link_is_kept_in_order_also_a_source_without_a_row():
    anna, claim = make.make_speaker(), make.make_claim()
    row = make.make_public_statement(claims=[claim], speakers=["a source", anna, (None, "", "an aide")])
    kept = CountedLink.objects.values_list("voices", "speakers")
    before = kept.get()

    changes = {"speakers": [(anna, "", ""), (None, "a guard", "")]}
    publication.correct(row, by=make.the_chief(), changes=changes, revision_class="correction", reason="Two speak.")

    assert (before, kept.get()) == ((["a source", anna.pk, "an aide"], [anna.pk]), ([anna.pk, "a guard"], [anna.pk]))
    CountedLink.objects.update(voices=None)  # as an update leaves it
    assert (recounts.recount([claim.pk]), kept.get()[0]) == (1, [anna.pk, "a guard"])


def test_retracted_report_counts_apart_until_that_is_taken_back():
    claim = make.make_claim_said(2)
    figures = ClaimTally.objects.values_list("sayings", "reports", "retracted", "last_said", "longest_silence_days")
    before = figures.get()

    notice = make.make_notice(claim.occurrences.last().statement.document, "retraction")
    between = figures.get()
    publication.take_back(notice, by=make.the_chief(), reason="It was another report.")

    assert (before, between, figures.get()) == ((2, 2, 0, "2016-05-17", 366), (1, 1, 1, "2015-05-17", None), before)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_acts_at_once_in_the_same_claims_neither_miscount_nor_wait_in_a_ring():
    """Each of them changes both claims: the merge as it comes to them, a publication as its statement carries them."""
    chief, speakers, claims = make.the_chief(), [make.make_speaker(), make.make_speaker()], [make.make_claim(), make.make_claim()]
    for claim in reversed(claims):
        make.make_public_statement(claims=[claim], speakers=speakers[1:])
    waiting = [make.make_accepted_statement(speakers=speakers[:1]) for _ in range(3)]
    for statement, claim in product(waiting, claims):
        make.make_occurrence(statement, claim)
    acts = [partial(publication.publish, statement, by=chief) for statement in waiting]
    acts += [
        partial(merge_speakers, *speakers, by=chief, reason="One person."),
        partial(merge_claims, *claims, by=chief, reason="One claim."),
    ]
    begin = Barrier(len(acts))

    def do(act: Callable[[], object]) -> None:
        begin.wait()
        with connection.execute_wrapper(slowly):
            act()
        connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(do, acts))

    assert ClaimTally.objects.values_list("claim", "sayings", "speakers").get() == (claims[0].pk, 5, 1)
    assert [recounts.recount(lot) for lot in recounts.counted_claims()] == [0]


def slowly(execute: Callable[..., object], *args: object) -> object:
    """So that each act is still at it when the next begins."""
    time.sleep(0.005)
    return execute(*args)
