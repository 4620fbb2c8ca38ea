"""Who publishes, and something public."""

import pytest

from tests import factories as make
from tests.archive.publication.kept import AT


@pytest.fixture
def by():
    return make.make_user("publisher")


@pytest.fixture
def public():
    return make.make_public_statement(claims=["The bridge will be opened."], at=AT)
