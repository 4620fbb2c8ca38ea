"""Threads of a server share connections to PostgreSQL; those to SQLite stay small."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from copy import deepcopy

import pytest
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper

from timeline.serving.pool import KILOBYTES, POOL, keep_connections_small, share_connections
from timeline.serving.sqlite.base import DatabaseWrapper as SQLite


def test_sqlite_shares_no_connections():
    databases = {"default": {"ENGINE": "timeline.serving.sqlite", "CONN_MAX_AGE": 60, "OPTIONS": {"timeout": 20}}}
    before = deepcopy(databases)
    share_connections(databases)

    assert databases == before


def test_postgresql_has_no_connections_to_keep_small():
    databases = {"default": {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60}}
    before = deepcopy(databases)
    keep_connections_small(databases)

    assert databases == before


@pytest.mark.sqlite
def test_a_connection_of_a_server_keeps_little_of_the_file(db):
    databases = {"default": deepcopy(connection.settings_dict)}
    keep_connections_small(databases)
    own = SQLite(databases["default"], alias="small")
    with closing(own), own.cursor() as cursor:
        told = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("cache_size", "journal_mode", "foreign_keys")}

    assert told == {"cache_size": -KILOBYTES, "journal_mode": "wal", "foreign_keys": 1}


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
