"""One archive with a row behind every address, which all tests of the folder ask, each in a savepoint of its own."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.access.addresses import Address, all_addresses
from tests.archive.admin.test_roles import rows_of_every_table


@pytest.fixture(scope="package")
def tables(django_db_setup, django_db_blocker) -> Iterator[dict]:
    """A row of each table, by its name, and one for each act."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield rows_of_every_table()
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def everywhere(tables) -> list[Address]:
    return all_addresses(tables)
