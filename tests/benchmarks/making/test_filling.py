"""A made-up archive is one that could stand: what people would find in it is what publication would have left."""

from itertools import groupby

import pytest
from django.db import connection

from archive.models import Article, Claim, Document, Occasion, Outlet, Revision, SearchEntry, Speaker, Statement
from archive.models.history import type_of
from archive.models.search import indexed
from archive.publication import listings, recounts
from archive.publication.snapshots import changed_since, snapshot
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import RARE, MadeUp

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
    assert sum(wrong for _read, wrong in listings.rebuild()) == 0
    assert recounts.recount_statements() == 0
    assert sum(recounts.recount(claims) for claims in recounts.counted_claims()) == 0
    assert list(unlike_their_revisions()) == []
    assert 10 < Statement.objects.matching(RARE).count() < 20


def unlike_their_revisions():
    """Rows that stand otherwise than the last Revision of them tells."""
    kept = Revision.objects.order_by("object_type", "object_id", "version")
    for (table, pk), revisions in groupby(kept, lambda one: (one.object_type, one.object_id)):
        row = TABLES[table].objects.get(pk=pk)
        if changed := changed_since(snapshot(row), list(revisions)[-1]):
            yield row, changed
