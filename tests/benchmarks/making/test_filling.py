"""A made-up archive is one that could stand: what people would find in it is what publication would have left."""

from itertools import groupby

import pytest
from django.db import connection

from archive import publication
from archive.models import Article, Claim, Document, Occasion, Outlet, Revision, SearchEntry, Speaker, Statement
from archive.models.history import type_of
from archive.models.search import indexed
from archive.publication.snapshots import changed_since, snapshot
from tests import factories as make
from tests.benchmarks import bulk
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import RARE, MadeUp
from tests.benchmarks.making.waiting import Waiting

SIZE = 300
TABLES = {type_of(model): model for model in (Statement, Document, Article, Outlet, Speaker, Claim, Occasion)}


@pytest.fixture
def archive(db):
    filling.write(MadeUp(SIZE))
    filling.rebuild()


@pytest.mark.usefixtures("archive")
def test_it_stands_as_publication_would_have_left_it():
    connection.check_constraints()
    statements = Statement.objects.public().select_related("document", "search_entry")

    assert len(statements) == SIZE
    assert [one for one in statements if one.document.text[one.start : one.end] != one.text] == []
    assert [one for one in statements if one.search_entry.stems != indexed(one.text)] == []
    assert SearchEntry.objects.count() == SIZE
    assert wrong() == []
    assert list(unlike_their_revisions()) == []
    assert 10 < Statement.objects.matching(RARE).count() < 20


@pytest.mark.usefixtures("archive")
def test_batch_that_goes_public_leaves_what_making_it_anew_would():
    chief = make.the_chief()
    statements = Waiting(chief).make(90)

    publication.publish_all(statements, by=chief)

    assert len(statements) >= 90
    assert wrong() == []
    assert list(unlike_their_revisions()) == []


def wrong():
    """The steps of making anew that find something to put right."""
    found = {name: step() for name, step in bulk.steps()}
    return [name for name, number in found.items() if number]


def unlike_their_revisions():
    """Rows that stand otherwise than the last Revision of them tells."""
    kept = Revision.objects.order_by("object_type", "object_id", "version")
    for (table, pk), revisions in groupby(kept, lambda one: (one.object_type, one.object_id)):
        row = TABLES[table].objects.get(pk=pk)
        if changed := changed_since(snapshot(row), list(revisions)[-1]):
            yield row, changed
