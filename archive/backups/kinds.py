"""Which of the two kinds of database the archive is in."""

from types import ModuleType

from django.db import connection

from archive.backups import postgresql, sqlite

KINDS = {"sqlite": sqlite, "postgresql": postgresql}


def kind() -> ModuleType:
    return KINDS[connection.vendor]
