"""What only tests do, and who would tamper with the record: change what triggers hold."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

HOLDING = """SELECT name, sql FROM sqlite_master
    WHERE type = 'trigger' AND (name GLOB '*_kept' OR name GLOB '*_unchangeable' OR name GLOB '*_gapless')"""


@contextmanager
def triggers_off() -> Iterator[None]:
    """Rows may be changed and taken away meanwhile. PostgreSQL asks no foreign key then either."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            try:
                yield
            finally:
                cursor.execute("SET session_replication_role = origin")
            return
        cursor.execute(HOLDING)
        taken = cursor.fetchall()
        for name, _ in taken:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            yield
        finally:
            for _, made in taken:
                cursor.execute(made)
