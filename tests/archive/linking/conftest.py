"""Who judges, and two statements that say nearly the same."""

import pytest

from tests import factories as make
from tests.archive.linking.sides import EARLIER, LATER


@pytest.fixture
def by():
    return make.make_user("editor")


@pytest.fixture
def earlier():
    return make.make_accepted_statement(words=EARLIER, said_on="2023-05-17")


@pytest.fixture
def later():
    return make.make_accepted_statement(words=LATER, said_on="2024-06-24")
