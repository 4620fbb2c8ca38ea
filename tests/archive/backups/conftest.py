"""An archive of its own, which a test may throw away and put back."""

import os
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections


@pytest.fixture
def own_archive(transactional_db, django_db_serialized_rollback, tmp_path, monkeypatch, settings) -> Iterator[None]:
    """A copy of the test's database, with its tables and no rows, in its place until the test is over; for programs that it starts too."""
    name = connection.settings_dict["NAME"]
    own = str(tmp_path / "own.sqlite3") if connection.vendor == "sqlite" else f"{name}_own"
    copied(name, own)
    monkeypatch.setenv("VAR_DIR", str(settings.VAR_DIR))
    monkeypatch.setenv("DATABASE_URL", os.environ.get("DATABASE_URL", ""))
    monkeypatch.setitem(connection.settings_dict, "NAME", own)
    yield
    connection.close()
    monkeypatch.undo()
    if connection.vendor == "postgresql":
        beside(f'DROP DATABASE "{own}"')


def copied(name: str, own: str) -> None:
    if connection.vendor == "sqlite":
        connection.cursor().execute("VACUUM INTO %s", [own])
        connection.close()
        return
    connection.close()
    beside(f'CREATE DATABASE "{own}" TEMPLATE "{name}"')


def beside(sql: str) -> None:
    with closing(connections[DEFAULT_DB_ALIAS].copy("beside")) as one:
        one.settings_dict["NAME"] = "postgres"
        one.cursor().execute(sql)
