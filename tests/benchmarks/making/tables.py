"""Many rows of a table at once, by plain SQL: all that a row does not name is as the model's defaults have it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

AT_ONCE = 5000
# Of SQLite, and of PostgreSQL.
BEFORE = {
    "sqlite": ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF", "PRAGMA cache_size=-400000"),
    "postgresql": ("SET session_replication_role = replica",),
}
BEHIND = {
    "sqlite": ("PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL", "PRAGMA journal_mode=WAL"),
    "postgresql": ("SET session_replication_role = origin",),
}
INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name LIKE 'archive%%' AND sql LIKE 'CREATE INDEX%%'",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'archive%%' AND indexdef LIKE 'CREATE INDEX%%'",
}
# Of SQLite: FTS5 takes rows in their order a hundred times as fast.
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'archive_search%%'"
SEARCH = "INSERT INTO archive_search(rowid, stems) SELECT place, stems FROM archive_searchentry ORDER BY place"
COUNTERS = (
    "SELECT table_name FROM information_schema.columns WHERE table_name LIKE 'archive%%' AND column_name = 'id' AND is_identity = 'YES'"
)


class Table:
    """Rows of a model, all of which name the same columns; written whenever AT_ONCE have come, and by `flush`."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model, self.rows = model, list[tuple[Any, ...]]()
        self.columns: list[str] = []
        self.same: tuple[Any, ...] = ()

    def add(self, **values: Any) -> None:
        if not self.columns:
            self._begin(list(values))
        self.rows.append((*values.values(), *self.same))
        if len(self.rows) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if not self.rows:
            return
        names = ", ".join(f'"{column}"' for column in self.columns)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self.model._meta.db_table}({names}) FROM STDIN") as copy:
                    for row in self.rows:
                        copy.write_row(row)
            else:
                marks = ", ".join(["%s"] * len(self.columns))
                cursor.executemany(f"INSERT INTO {self.model._meta.db_table}({names}) VALUES ({marks})", self.rows)
        self.rows = []

    def _begin(self, names: list[str]) -> None:
        fields = [self.model._meta.get_field(name) for name in names]
        rest = [field for field in self.model._meta.concrete_fields if field not in fields and not isinstance(field, models.AutoField)]
        self.columns = [field.column for field in [*fields, *rest]]
        self.same = tuple(field.get_db_prep_save(field.get_default(), connection) for field in rest)


@contextmanager
def quickly() -> Iterator[None]:
    """One transaction without the caution that an archive in earnest needs; indexes are made behind the rows, that of words among them, and
    counters set in the end. For an archive that has no statements yet."""
    with connection.cursor() as cursor:
        for setting in BEFORE[connection.vendor]:
            cursor.execute(setting)
        with transaction.atomic():
            taken = _taken_off(cursor, "INDEX", INDEXES[connection.vendor])
            if connection.vendor == "sqlite":
                taken = {"search": SEARCH, **_taken_off(cursor, "TRIGGER", TRIGGERS), **taken}
            yield
            for made in taken.values():
                cursor.execute(made)
            set_counters()
        for setting in BEHIND[connection.vendor]:
            cursor.execute(setting)


def _taken_off(cursor: Any, kind: str, which: str) -> dict[str, str]:
    """Name and making of the indexes that hold no constraint, or of the triggers of the full-text index."""
    cursor.execute(which, [])
    found = dict(cursor.fetchall())
    for name in found:
        cursor.execute(f'DROP {kind} "{name}"')
    return found


def set_counters() -> None:
    """Behind the numbers that rows were given: PostgreSQL does not look at them."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(COUNTERS, [])
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)")
