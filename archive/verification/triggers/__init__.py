"""Whether the triggers stand that hold what never changes, as this release made them, and no others; and whether anything passes them by.

How they ought to stand is told by a file for each kind of database, a trigger a line: its name, what makes it, and on PostgreSQL whether
it is switched on and the body of the function that it calls. PostgreSQL can be told besides to call none at all
(`session_replication_role`, for a database or whoever opens it), and to do something else than it is asked (a rule).
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
RULES = "SELECT tablename, rulename FROM pg_rules WHERE schemaname = current_schema() ORDER BY 1, 2"
SETTINGS = """
    SELECT concat_ws(' ', 'database ' || d.datname, 'role ' || r.rolname), setting
    FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) setting
    LEFT JOIN pg_database d ON d.oid = s.setdatabase LEFT JOIN pg_roles r ON r.oid = s.setrole
    WHERE setting LIKE 'session_replication_role=%' AND setting <> 'session_replication_role=origin'
    AND (s.setdatabase = 0 OR d.datname = current_database()) AND (s.setrole = 0 OR r.rolname = session_user)
    ORDER BY 1"""


def of_triggers() -> Iterator[Fault]:
    with connection.cursor() as cursor:
        yield from otherwise(cursor, connection.vendor)
        if connection.vendor == "postgresql":
            yield from _switched_off(cursor)


def _switched_off(cursor: Any) -> Iterator[Fault]:
    """For this connection, or for those to come: no backup has it."""
    cursor.execute("SHOW session_replication_role")
    if cursor.fetchone() != ("origin",):
        yield Fault("triggers", "this connection calls none: its session_replication_role is not origin")
    cursor.execute(SETTINGS)
    for of, setting in cursor.fetchall():
        yield Fault("triggers", f"new connections do not call them as they ought to: {setting} is set for {of}")


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
    if vendor == "postgresql":
        cursor.execute(RULES)
        yield from (Fault(f"rule {rule} of {table}", "this release has no rules") for table, rule in cursor.fetchall())


def standing(cursor: Any, vendor: str) -> dict[str, str]:
    cursor.execute(READ[vendor])
    return {name: " ".join(told.split()) for name, told in cursor.fetchall()}


def expected(vendor: str) -> dict[str, str]:
    lines = files(__name__).joinpath(f"{vendor}.txt").read_text().splitlines()
    return dict(line.split("\t") for line in lines)
