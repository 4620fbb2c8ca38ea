"""Who publishes, and something public."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests import factories as make
from tests.archive.publication.kept import AT
from tests.archive.publication.seen import seen_record
from tests.timeline.pages import Record


@pytest.fixture
def by():
    return make.make_user("publisher")


@pytest.fixture
def public():
    return make.make_public_statement(claims=["The bridge will be opened."], at=AT)


@pytest.fixture(scope="module")
def _record(django_db_setup, django_db_blocker) -> Iterator[Record]:
    """Made once for all the tests of a module, each of which stands in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seen_record()
        transaction.set_rollback(True)


@pytest.fixture
def record(_record: Record, db) -> Record:
    """Its rows as the database has them: what a test before did to their instances is forgotten."""
    return Record(*(type(row).objects.get(pk=row.pk) for row in _record))
