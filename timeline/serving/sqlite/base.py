"""Django's SQLite, with writers that wait for each other in turns.

Who finds the file locked waits in SQLite itself, and the longer it has waited the less often it looks: ten times a second in the end. One
that has just written and begins anew is quicker than that, so that some wait until their time is over. Here all look equally often, and
none waits much longer than the others.
"""

import time
from collections.abc import Callable
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

A_LOOK = 20  # milliseconds that SQLite waits by itself: it looks after 1, 3, 8 and 18 of them
LOCKED = "database is locked"


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
        return connection


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
