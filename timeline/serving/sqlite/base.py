"""Django's SQLite, with writers that wait for each other in turns.

Who finds the file locked waits in SQLite itself, and the longer it has waited the less often it looks: ten times a second in the end. One
that has just written and begins anew is quicker than that, so that some wait until their time is over. Here all look equally often, and
none waits much longer than the others.

The threads of a server take its connections in turns. Each costs a megabyte for what it knows of the tables: kept by each thread, they
would be as many as threads ever ran. Some stay open for as long as the server runs, also because whoever closes a file as the last takes
away what lies beside it, and whoever opens it next has to make that anew: on a full disk, or one that can only be read, nobody could read
any more.
"""

import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from weakref import WeakSet

from django.db import OperationalError
from django.db.backends.sqlite3 import base

A_LOOK = 20  # milliseconds that SQLite waits by itself: it looks after 1, 3, 8 and 18 of them
LOCKED = "database is locked"
STAY_OPEN = "STAY_OPEN"  # in the settings of a database: how many connections this process keeps when nobody needs them
idle: defaultdict[tuple[int, ...], list[sqlite3.Connection]] = defaultdict(list)  # by process, and device and number of the file


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(patiently)
        self._cursors = WeakSet[Any]()
        self._opened: tuple[int, ...] = ()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """One that stayed open, or a new one. What begins a connection is no query of Django's, and waits as long as SQLite does. Where a
        file system refuses a write-ahead log, readers hold up the end of a transaction too, which is none either."""
        self._opened = self._file()
        with suppress(IndexError):
            return idle[self._opened].pop()
        connection = super().get_new_connection(conn_params)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            connection.execute(f"PRAGMA busy_timeout = {A_LOOK}")
        self._opened = self._file()  # which may be made only now
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = super().create_cursor(name)
        self._cursors.add(cursor)
        return cursor

    def _close(self) -> None:
        """For the next who needs one, without what is read of it still; unless there are enough, something is under way, or another file
        was put in the place of its own."""
        if self.connection is None or not self._may_stay():
            super()._close()
            return
        for cursor in list(self._cursors):
            with suppress(sqlite3.Error):
                cursor.close()
        idle[self._opened].append(self.connection)

    def _may_stay(self) -> bool:
        most = self.settings_dict.get(STAY_OPEN, 0)
        if len(idle[self._opened]) >= most or self.in_atomic_block or self.connection.in_transaction:
            return False
        return self._opened == self._file()

    def _file(self) -> tuple[int, ...]:
        """Whose connections are taken in turns: a file that was put in the place of another has none yet."""
        try:
            told = Path(self.settings_dict["NAME"]).stat()
        except OSError:
            return (os.getpid(),)
        return os.getpid(), told.st_dev, told.st_ino


def patiently(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Execute what begins a transaction, or is one by itself, as soon as nobody else writes; within one nobody does."""
    connection = context["connection"]
    until = time.monotonic() + connection.settings_dict["OPTIONS"].get("timeout", 0)
    while True:
        try:
            return execute(sql, params, many, context)
        except OperationalError as error:
            if str(error) != LOCKED or many or connection.in_atomic_block or time.monotonic() > until:
                raise
