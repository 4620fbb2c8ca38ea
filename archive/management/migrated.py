"""Which migrations there are, and which of them the database has: told by their names, without reading any."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.management.base import CommandError
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


class NeedsTables:
    """A command that works with the archive: on a database that lacks something of this release it says so, and begins nothing."""

    requires_migrations_checks = True

    def check_migrations(self) -> None:
        if missing := len(migrations_of_this_release() - applied()):
            raise CommandError(f"The database lacks {missing} migrations of this release: run manage.py migrate first.")
