"""Whether the triggers stand that hold what never changes, as this release made them, and no others.

How they ought to stand is told by a file for each kind of database, a trigger a line: its name, what makes it, and on PostgreSQL whether
it is switched on and the body of the function that it calls.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from django.db import connection

from archive.log.faults import Fault

READ = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """
        SELECT t.tgname, concat_ws(' ; ', pg_get_triggerdef(t.oid, true), 'enabled ' || t.tgenabled::text, p.prosrc)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND n.nspname = current_schema()""",
}


def of_triggers() -> Iterator[Fault]:
    with connection.cursor() as cursor:
        yield from otherwise(cursor, connection.vendor)


def otherwise(cursor: Any, vendor: str) -> Iterator[Fault]:
    """Of the database that this cursor reads."""
    there, wanted = standing(cursor, vendor), expected(vendor)
    for name in sorted(there.keys() | wanted.keys()):
        if name not in there:
            yield Fault(f"trigger {name}", f"it is gone: archive/verification/triggers/{vendor}.txt has what makes it")
        elif name not in wanted:
            yield Fault(f"trigger {name}", "this release has none of that name")
        elif there[name] != wanted[name]:
            yield Fault(f"trigger {name}", "it is not as this release made it, or it is switched off")


def standing(cursor: Any, vendor: str) -> dict[str, str]:
    cursor.execute(READ[vendor])
    return {name: " ".join(told.split()) for name, told in cursor.fetchall()}


def expected(vendor: str) -> dict[str, str]:
    lines = files(__name__).joinpath(f"{vendor}.txt").read_text().splitlines()
    return dict(line.split("\t") for line in lines)
