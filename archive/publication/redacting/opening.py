"""Opens what triggers hold unchangeable, for one act alone: in its transaction, which nobody else sees into, and for these tables.

Where the transaction ends in an error, or the machine stops, the triggers stand as they did.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

HELD = ("archive_document", "archive_event", "archive_eventlink", "archive_revision", "archive_judgement")
UNCHANGEABLE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s AND name = %s"


@contextmanager
def opened(tables: Collection[str] = HELD) -> Iterator[None]:
    """Rows of these tables may be changed inside. PostgreSQL keeps other writers of them out meanwhile, SQLite all other writers."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            _switch(tables, "DISABLE")
            yield
            _switch(tables, "ENABLE")
            return
        made = _taken_off(tables)
        yield
        with connection.cursor() as cursor:
            for sql in made:
                cursor.execute(sql)


def _switch(tables: Collection[str], to: str) -> None:
    """What waits to be asked of these tables is asked before, or PostgreSQL refuses to alter them."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} {to} TRIGGER {table}_unchangeable")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _taken_off(tables: Collection[str]) -> list[str]:
    made = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(UNCHANGEABLE, [table, f"{table}_unchangeable"])
            ((name, sql),) = cursor.fetchall()
            cursor.execute(f'DROP TRIGGER "{name}"')
            made.append(sql)
    return made
