"""Threads of a server share connections to PostgreSQL; nothing is changed for SQLite."""

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import pytest
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper

from timeline.serving.pool import POOL, share_connections


def test_sqlite_stays_as_it_is():
    databases = {"default": {"ENGINE": "django.db.backends.sqlite3", "CONN_MAX_AGE": 60, "OPTIONS": {"timeout": 20}}}
    before = deepcopy(databases)
    share_connections(databases)

    assert databases == before


@pytest.mark.postgres
def test_many_threads_take_few_connections(db):
    databases = {"default": deepcopy(connection.settings_dict)}
    share_connections(databases)

    def process_of_the_database(_number: int) -> int:
        own = DatabaseWrapper(databases["default"], alias="shared")
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
        own.close()
        return pid

    try:
        with ThreadPoolExecutor(40) as threads:
            processes = list(threads.map(process_of_the_database, range(200)))
    finally:
        DatabaseWrapper(databases["default"], alias="shared").close_pool()

    assert len(processes) == 200
    assert len(set(processes)) <= POOL["max_size"]
