"""Who publishes, and something public."""

import pytest

from tests import factories as make
from tests.archive.publication.kept import AT
from tests.archive.publication.seen import seen_record


@pytest.fixture
def by():
    return make.make_user("publisher")


@pytest.fixture
def public():
    return make.make_public_statement(claims=["The bridge will be opened."], at=AT)


@pytest.fixture
def record():
    return seen_record()
