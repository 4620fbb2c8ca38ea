"""What the database knows of its tables, gathered when it was told to."""

import pytest
from django.core.management import call_command
from django.db import connection

from archive import statistics
from tests import factories as make

KNOWN = {
    "sqlite": "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = 'archive_outlet' AND idx LIKE '%autoindex%'",
    "postgresql": "SELECT reltuples::int FROM pg_class WHERE relname = 'archive_outlet'",
}


def outlets_known() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(KNOWN[connection.vendor])
        return {number for (number,) in cursor.fetchall() if number > 0}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("gather", [statistics.gather, lambda: call_command("migrate", verbosity=0)])
def test_statistics_tell_how_many_rows_there_are(gather):
    for number in range(30):
        make.make_outlet(f"Outlet {number}")

    gather()

    assert outlets_known() == {30}
