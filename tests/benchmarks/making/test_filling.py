"""A made-up archive is one that could stand: what people would find in it is what publication would have left."""

import pytest
from django.db import connection

from archive import publication
from archive.models import SearchEntry, Statement
from archive.models.search import indexed
from archive.verification import faults
from tests import factories as make
from tests.benchmarks import bulk
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import RARE, MadeUp
from tests.benchmarks.making.waiting import Waiting

SIZE = 300


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
    assert [str(one) for one in faults()] == []
    assert 10 < Statement.objects.matching(RARE).count() < 20


@pytest.mark.usefixtures("archive")
def test_batch_that_goes_public_leaves_what_making_it_anew_would():
    chief = make.the_chief()
    statements = Waiting(chief).make(90)

    publication.publish_all(statements, by=chief)

    assert len(statements) >= 90
    assert wrong() == []
    assert [str(one) for one in faults()] == []


def wrong():
    """The steps of making anew that find something to put right."""
    found = {name: step() for name, step in bulk.steps()}
    return [name for name, number in found.items() if number]
