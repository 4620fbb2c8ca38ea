"""Which migrations there are, and which of them the database has: told by their names, without reading any."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def migrations() -> Iterator[tuple[str, str]]:
    """App and name of each migration in the folders."""
    for app in apps.get_app_configs():
        for file in Path(app.path, "migrations").glob("[!_~]*.py"):
            yield app.label, file.stem


@cache
def migrations_of_this_release() -> frozenset[tuple[str, str]]:
    """As they stood when this process first asked: an update may lay others beside the code that it loaded."""
    return frozenset(migrations())


def applied() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())
