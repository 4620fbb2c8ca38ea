"""Django's SQLite, with writers that wait for each other in turns.

Who finds the file locked waits in SQLite itself, and the longer it has waited the less often it looks: ten times a second in the end. One
that has just written and begins anew is quicker than that, so that some wait until their time is over. Here all look equally often, and
none waits much longer than the others.

Whoever closes a file as the last takes away what lies beside it, and whoever opens it next has to make that anew: on a full disk, or one
that can only be read, nobody could read any more. A server keeps the file open for as long as it runs.
"""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

A_LOOK = 20  # milliseconds that SQLite waits by itself: it looks after 1, 3, 8 and 18 of them
LOCKED = "database is locked"
STAYS_OPEN = "STAYS_OPEN"  # in the settings of a database: whether this process keeps it open
held: dict[tuple[int, str], sqlite3.Connection] = {}  # by process and file: connections that ask nothing
holding = threading.Lock()
logger = logging.getLogger(__name__)


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(patiently)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """What begins a connection is no query of Django's, and waits as long as SQLite does. Where a file system refuses a write-ahead
        log, readers hold up the end of a transaction too, which is none either."""
        connection = super().get_new_connection(conn_params)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            connection.execute(f"PRAGMA busy_timeout = {A_LOOK}")
            if self.settings_dict.get(STAYS_OPEN):
                _hold(str(conn_params["database"]))
        return connection


def _hold(file: str) -> None:
    """What lies beside the file is opened by the first question. Where that fails, the next connection tries it again."""
    with holding:
        if (os.getpid(), file) in held:
            return
        one = sqlite3.connect(file, check_same_thread=False)
        try:
            one.execute("SELECT name FROM sqlite_master LIMIT 1").fetchall()
            held[os.getpid(), file] = one
        except sqlite3.Error as error:
            one.close()
            logger.warning("The file of the database is not held open: %s", error)


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
