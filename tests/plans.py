"""What SQLite does for a query: how many rows it reads and sorts, and by which way, told by the steps of its machine and its EXPLAIN."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

STEPS_COUNTED = 50  # at a time, of SQLite's machine
STEPS_A_ROW = 5  # at least, for a row that is read and passed over


@dataclass(frozen=True)
class Asked:
    """A query of a page. Two of the same words are one."""

    sql: str
    params: tuple[Any, ...]

    @property
    def rows_read(self) -> int:
        """How many rows the database reads or sorts for it, about."""
        counted = 0

        def count() -> int:
            nonlocal counted
            counted += STEPS_COUNTED
            return 0

        with connection.cursor() as cursor:
            connection.connection.set_progress_handler(count, STEPS_COUNTED)
            try:
                cursor.execute(self.sql, self.params)
                cursor.fetchall()
            finally:
                connection.connection.set_progress_handler(None, 0)
        return counted // STEPS_A_ROW

    @property
    def way(self) -> str:
        """The database's words for how it answers."""
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {self.sql}", self.params)
            return "\n".join(str(row[-1]) for row in cursor.fetchall())


def queries_of(work: Callable[[], object]) -> list[Asked]:
    """The different queries that this asks."""
    asked: dict[str, Asked] = {}

    def keep(execute: Callable[..., object], sql: str, params: Any, many: bool, context: dict[str, Any]) -> object:
        if sql.startswith(("SELECT", "(SELECT")):
            asked.setdefault(sql, Asked(sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        work()
    return list(asked.values())


def forget() -> None:
    """As a database is that was never told to gather statistics."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_stat1")
        cursor.execute("ANALYZE sqlite_schema")  # reads what is kept, which is nothing now
