"""An archive in SQLite: its copy is a database of its own, in one file.

`VACUUM INTO` reads one state of the database while others write on, and leaves out what was deleted and still lies in the file.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.backups.manifest import SESSIONS
from archive.backups.packing import sync_folder
from archive.backups.triggers import expect_triggers_of_a_copy
from archive.errors import Refused

PART = "database.sqlite3"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database
IN_USE = gettext_lazy("The archive is in use. Stop the site and the worker, and run this again.")


@contextmanager
def opened(file: Path, *, waiting: int = 20) -> Iterator[BaseDatabaseWrapper]:
    """With Django's functions, by which constraints are checked, and in the mode in which the file is. `waiting`: seconds."""
    with closing(connections[DEFAULT_DB_ALIAS].copy("backup")) as one:
        one.settings_dict |= {"NAME": str(file), "OPTIONS": {"timeout": waiting}}
        yield one


def place() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def copy_into(folder: Path) -> dict[str, int]:
    """The archive as it is now, and how many rows each table of the copy has."""
    copy = folder / PART
    with opened(place()) as one:
        one.cursor().execute("VACUUM INTO %s", [str(copy)])
    _end_sessions(copy)
    return counts_of(copy)


def _end_sessions(copy: Path) -> None:
    """Their place is written over with noughts, so that no key can be read there either."""
    with opened(copy) as one, one.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
        for table in sorted(set(SESSIONS) & set(one.introspection.table_names(cursor))):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours


def check(copy: Path, counts: dict[str, int]) -> None:
    """Refuse a copy that is no whole database or has other rows than it should have."""
    try:
        with opened(copy) as one, one.cursor() as cursor:
            faults = [row[0] for row in cursor.execute("PRAGMA integrity_check(1)").fetchall() if row[0] != "ok"]
            faults += [f"{row[0]} {row[1]} -> {row[2]}" for row in cursor.execute("PRAGMA foreign_key_check").fetchmany(1)]
        found = counts_of(copy)
    except DatabaseError as error:
        raise Refused(_("The copy is no whole database: {error}.").format(error=error)) from error
    if faults or found != counts:
        wrong = faults or [name for name in sorted(counts | found) if counts.get(name) != found.get(name)]
        raise Refused(_("The copy is not what it should be: {fault}.").format(fault=wrong[0]))


def counts_of(copy: Path) -> dict[str, int]:
    with opened(copy) as one, one.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%%' ORDER BY name"
        )
        names = [name for (name,) in cursor.fetchall()]
        return {name: cursor.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608 - names of tables


class Candidate:
    """The archive that is put back, beside the place that it is for, until it `takes_place`."""

    def __init__(self, folder: Path) -> None:
        self.copy = folder / PART

    @property
    def url(self) -> str:
        return f"sqlite:///{quote(str(self.copy.absolute()))}"

    def fill(self, counts: dict[str, int]) -> None:
        check(self.copy, counts)

    def expect_whole(self, *, tampered: bool) -> None:
        """Behind its migrations, with the triggers of this release unless it may be `tampered` with, in one file again, and with nobody
        signed in: backups of earlier programs have sessions."""
        with opened(self.copy) as one:
            one.cursor().execute("PRAGMA journal_mode = DELETE")
            if not tampered:
                expect_triggers_of_a_copy(one)
        _end_sessions(self.copy)
        check(self.copy, counts_of(self.copy))

    def take_place(self) -> None:
        """In the place of what stands there, at once. That stands beside it until then."""
        target = place()
        before = target.with_name(f"{target.name}.before-restore")
        with _alone(target):
            if target.exists():
                before.unlink(missing_ok=True)
                os.link(target, before)
            for left in _left_beside(target):
                left.replace(f"{before}{left.name.removeprefix(target.name)}")
            self.copy.replace(target)
        sync_folder(target.parent)
        for old in (before, *_left_beside(before)):
            old.unlink(missing_ok=True)

    def discard(self) -> None:
        """Its folder goes with all that is in it."""


def expect_unused() -> None:
    with _alone(place()):
        pass


def _left_beside(database: Path) -> list[Path]:
    """What only a database that can't be opened has beside it when nobody uses it."""
    return [file for end in BESIDE if (file := database.with_name(f"{database.name}{end}")).exists()]


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """While nobody else has the database open, all of it stands in its one file, and it can be moved."""
    connection.close()
    if not target.exists():
        yield
        return
    with opened(target, waiting=2) as one:
        try:
            one.cursor().execute("PRAGMA journal_mode = DELETE")
            one.cursor().execute("BEGIN EXCLUSIVE")
        except OperationalError as error:
            if "locked" in str(error):
                raise Refused(IN_USE) from error
            raise
        except DatabaseError:  # damaged, which is why another is put in its place
            pass
        yield
