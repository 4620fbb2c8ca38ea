"""An archive in PostgreSQL, copied by its own programs `pg_dump` and `pg_restore`.

What is put back becomes a database of its own beside the archive's, which takes its name when all of it is there: two renamings in one
transaction, so that at every moment the one or the other is the archive.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.db import DEFAULT_DB_ALIAS, DatabaseError, ProgrammingError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient
from django.utils.translation import gettext as _

from archive.backups.manifest import SESSIONS
from archive.backups.triggers import expect_triggers_of_a_copy
from archive.errors import Refused

PART = "database.dump"
HOW = ("--no-owner", "--no-privileges", "--no-comments", "--exit-on-error", "--single-transaction")
TABLES = """SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname = current_schema() ORDER BY 1"""


def name() -> str:
    return str(connection.settings_dict["NAME"])


def copy_into(folder: Path) -> dict[str, int]:
    """The archive as it is now, and how many rows each table had in the same moment."""
    with _opened(name()) as one, one.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        counts = _counts(cursor)
        counts |= dict.fromkeys(counts.keys() & set(SESSIONS), 0)
        without = [f"--exclude-table-data={table}" for table in SESSIONS]
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", *without, f"--file={folder / PART}", last=name())
        cursor.execute("ROLLBACK")
    return counts


def check(copy: Path, counts: dict[str, int]) -> None:
    """Reads the whole copy as it would be put back, and counts the rows of each table."""
    found: dict[str, int] = {}
    command = [_program("pg_restore"), "--file=-", str(copy)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:  # noqa: S603 - no shell
        table = ""
        for line in reading.stdout or ():
            if table and line == b"\\.\n":
                table = ""
            elif table:
                found[table] += 1
            elif line.startswith(b"COPY "):
                table = line.split()[1].decode().partition(".")[2].strip('"')
                found[table] = 0
        told = (reading.stderr.read() if reading.stderr else b"").decode(errors="replace")
    if reading.returncode:
        raise Refused(_("The copy can't be read: {error}").format(error=told.strip()))
    _expect_same(dict.fromkeys(counts.keys() & set(SESSIONS), 0) | found, counts)


def _expect_same(found: dict[str, int], counts: dict[str, int]) -> None:
    wrong = [table for table in sorted(counts | found) if counts.get(table) != found.get(table)]
    if wrong:
        raise Refused(_("The copy is not what it should be: {fault}.").format(fault=wrong[0]))


class Candidate:
    """The archive that is put back, in a database of its own until it `takes_place`."""

    def __init__(self, folder: Path) -> None:
        self.copy, self.name = folder / PART, f"{name()}_restoring"

    @property
    def url(self) -> str:
        """DATABASE_URL with the name of this database, which stands last, behind the folder of a socket if there is one."""
        there = urlsplit(os.environ["DATABASE_URL"])
        return there._replace(path=f"{there.path.rpartition('/')[0]}/{quote(self.name)}").geturl()

    def fill(self, counts: dict[str, int]) -> None:
        self.discard()
        with _beside() as cursor:
            cursor.execute("SELECT datcollate, datctype FROM pg_database WHERE datname = %s", [name()])
            collate, ctype = cursor.fetchone()
            try:
                cursor.execute(
                    f"CREATE DATABASE {_quoted(self.name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE %s LC_CTYPE %s", [collate, ctype]
                )
            except ProgrammingError as error:
                raise Refused(_may_not_create(cursor)) from error
        _run("pg_restore", *HOW, f"--dbname={self.name}", last=str(self.copy))
        with _opened(self.name) as one, one.cursor() as cursor:
            _expect_same(_counts(cursor), counts)
            cursor.execute("ANALYZE")

    def expect_whole(self, *, tampered: bool) -> None:
        """The server itself holds its constraints, of rows that a migration changed too. A dump has whatever triggers there were, and one
        of an earlier program has sessions."""
        with _opened(self.name) as one, one.cursor() as cursor:
            if not tampered:
                expect_triggers_of_a_copy(one)
            for table in sorted(set(SESSIONS) & set(one.introspection.table_names(cursor))):
                cursor.execute(f"TRUNCATE {_quoted(table)}")

    def take_place(self) -> None:
        """Both databases take their new names at once. The old one goes when that is done."""
        before = f"{name()}_before_restore"
        expect_unused()
        with _beside() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {_quoted(before)}")
            try:
                cursor.execute("BEGIN")
                cursor.execute(f"ALTER DATABASE {_quoted(name())} RENAME TO {_quoted(before)}")
                cursor.execute(f"ALTER DATABASE {_quoted(self.name)} RENAME TO {_quoted(name())}")
                cursor.execute("COMMIT")
            except DatabaseError as error:
                cursor.execute("ROLLBACK")
                raise Refused(_("The archive was left as it was: {error}").format(error=error)) from error
            cursor.execute(f"DROP DATABASE {_quoted(before)}")

    def discard(self) -> None:
        with _beside() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {_quoted(self.name)}")


def expect_unused() -> None:
    connection.close()
    with _beside() as cursor:
        cursor.execute("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'", [name()])
        (clients,) = cursor.fetchone()
    if clients:
        raise Refused(_("The archive is in use. Stop the site and the worker, and run this again."))


def _counts(cursor: Any) -> dict[str, int]:
    cursor.execute(TABLES)
    tables = [table for (table,) in cursor.fetchall()]
    found = {}
    for table in tables:
        cursor.execute(f"SELECT COUNT(*) FROM {_quoted(table)}")  # noqa: S608 - a table's name
        (found[table],) = cursor.fetchone()
    return found


def _quoted(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


@contextmanager
def _opened(database: str) -> Iterator[BaseDatabaseWrapper]:
    with closing(connections[DEFAULT_DB_ALIAS].copy("backup")) as one:
        one.settings_dict["NAME"] = database
        yield one


@contextmanager
def _beside() -> Iterator[Any]:
    """On the server, in the database that each has for such work."""
    with _opened("postgres") as one, one.cursor() as cursor:
        yield cursor


def _may_not_create(cursor: Any) -> str:
    cursor.execute("SELECT current_user")
    (who,) = cursor.fetchone()
    told = _(
        "The archive is put back into a database of its own first, which {who} may not make. As its superuser: ALTER ROLE {role} CREATEDB"
    )
    return told.format(who=who, role=_quoted(who))


def _run(program: str, *options: str, last: str) -> None:
    """As Django starts `psql`: the server and the user before the options, what is meant behind them, and no password to be seen."""
    words, more = DatabaseClient.settings_to_cmd_args_env({**connection.settings_dict, "NAME": last}, options)
    command = [_program(program), *words[1:]]
    done = subprocess.run(command, env=os.environ | (more or {}), capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise Refused(_("{program} failed: {error}").format(program=program, error=" ".join(done.stderr.split())))


def _program(program: str) -> str:
    if found := shutil.which(program):
        return found
    told = _("{program} is missing, PostgreSQL's own program for this. Install the client of the server's version (postgresql-client).")
    raise Refused(told.format(program=program))
