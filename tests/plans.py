"""What a database does for a query: how many rows it reads and sorts, and by which way, told by its own EXPLAIN."""

import json
from collections.abc import Callable, Iterator
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
        return (self._in_sqlite if connection.vendor == "sqlite" else self._in_postgresql)()

    @property
    def way(self) -> str:
        """The database's words for how it answers."""
        with connection.cursor() as cursor:
            explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
            cursor.execute(f"{explain} {self.sql}", self.params)
            return "\n".join(str(row[-1]) for row in cursor.fetchall())

    def _in_sqlite(self) -> int:
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

    def _in_postgresql(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {self.sql}", self.params)
            (told,) = cursor.fetchone()
        plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
        return sum(_rows_of(node) for node in _nodes(plan))


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


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", ()):
        yield from _nodes(inner)


def _rows_of(node: dict[str, Any]) -> int:
    passed_over = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return int((node["Actual Rows"] + passed_over) * node["Actual Loops"])
