"""Who publishes, and something public."""

import pytest

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
def _record(made_once) -> Record:
    """Made once for all the tests of a module, each of which stands in a savepoint of its own."""
    return seen_record()


@pytest.fixture
def record(_record: Record, db) -> Record:
    """Its rows as the database has them: what a test before did to their instances is forgotten."""
    return Record(*(type(row).objects.get(pk=row.pk) for row in _record))
