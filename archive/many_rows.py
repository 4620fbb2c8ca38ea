"""Many rows of a table written at once, as plain values: as instances of a model they cost seven times as much."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

PARAMETERS = 900  # of one statement in SQL, as many as SQLite takes everywhere
CONVERTED = (models.DateTimeField, models.JSONField)  # what databases keep otherwise than Python does
Row = Sequence[Any]


def write(table: type[models.Model], columns: Sequence[str], rows: Iterable[Row], *, key: Sequence[str] = ()) -> None:
    """Rows of these columns, which are all that a row needs. One whose `key` stands there already is written over."""
    fields: list[Any] = [table._meta.get_field(column) for column in columns]
    converted = {place: field for place, field in enumerate(fields) if isinstance(field, CONVERTED)}
    ready = [_converted(row, converted) for row in rows] if converted else list(rows)
    names = {column: f'"{field.column}"' for column, field in zip(columns, fields, strict=True)}
    begin, at_once = f"INSERT INTO {table._meta.db_table} ({', '.join(names.values())}) VALUES ", PARAMETERS // len(fields)  # noqa: S608 - names of our own
    behind = _over([name for column, name in names.items() if column not in key], [names[column] for column in key])
    with connection.cursor() as cursor:
        for start in range(0, len(ready), at_once):
            lot = ready[start : start + at_once]
            marks = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(lot))
            cursor.execute(f"{begin}{marks}{behind}", [value for row in lot for value in row])


def create(rows: Sequence[models.Model]) -> None:
    """New rows of one table, of columns that stand in them as they are to be kept. They are not told their numbers."""
    if rows:
        fields = [field for field in rows[0]._meta.concrete_fields if not field.primary_key]
        write(type(rows[0]), [field.name for field in fields], [[getattr(row, field.attname) for field in fields] for row in rows])


def _converted(row: Row, fields: dict[int, Any]) -> list[Any]:
    return [fields[place].get_db_prep_save(value, connection) if place in fields else value for place, value in enumerate(row)]


def _over(changed: list[str], key: list[str]) -> str:
    """What is done about rows that stand there already."""
    changes = ", ".join(f"{name} = excluded.{name}" for name in changed)
    return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}" if key else ""
