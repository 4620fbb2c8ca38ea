"""Tampers with one thing of the record by chance, behind the back of program and triggers, and says how it may be named."""

import datetime
import json
import re
from random import Random
from typing import Any, NamedTuple
from urllib.parse import unquote

from django.db import DatabaseError, connection, models, transaction

from archive.models import Event, EventLink, Revision
from archive.models.history import type_of
from archive.verification.naming import table_of
from tests.archive.verification import record

KINDS = ["change"] * 7 + ["take away"] * 2 + ["put in"]
PLACE = ("public_id", "slug")
DATES = ["2020", "2021-05", "2019-05-17", "2020-03/2020-05", "2022~", "2018-01-01T10:00"]
FEW = 40  # rows of a table that are chosen among


class Tampering(NamedTuple):
    told: str
    names: frozenset[str]

    def is_named_in(self, line: str) -> bool:
        return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line) for name in self.names)


def tamper(chance: Random) -> Tampering | None:
    """None where the database itself refused it, or nothing became other."""
    model = chance.choice(record.parts())
    rows = list(record.rows_of(model).distinct()[:FEW])
    if not rows:
        return None
    row, kind = chance.choice(rows), chance.choice(KINDS)
    names = names_of(row)
    try:
        with transaction.atomic():
            done = {"change": _changed, "take away": _taken_away, "put in": _put_in}[kind](row, chance)
    except DatabaseError:
        return None
    return done and Tampering(f"{kind} {type_of(row)} {row.pk}: {done[0]}", frozenset(names | done[1]))


def _changed(row: models.Model, chance: Random) -> tuple[str, set[str]] | None:
    field = chance.choice(record.columns_of(type(row)))
    now = getattr(row, field.attname)
    becomes = other_value(field, now, chance)
    if becomes == now:
        return None
    _write(row, {field: becomes})
    again = type(row)._base_manager.filter(**{**_key(row), **({field.attname: becomes} if field.primary_key else {})}).first()
    if again is not None and getattr(again, field.attname) == now:
        return None
    return f"{field.name}: {str(now)[:60]!r} -> {str(becomes)[:60]!r}", names_of(again) if again else set()


def _taken_away(row: models.Model, chance: Random) -> tuple[str, set[str]]:
    """An event half of the time with its link, which leaves nothing beside it that would tell where it was the last of its row."""
    told, names = "", set[str]()
    if isinstance(row, Event) and chance.random() < 0.5:
        link = EventLink.objects.get(pk=row.pk)
        links = EventLink.objects.filter(object_type=link.object_type, object_id=link.object_id)
        if not links.filter(nth__gt=link.nth).exists():
            told, names = "with its link, the last of its row", {"histories"}
        _delete(link)
    _delete(row)
    return told, names


def _delete(row: models.Model) -> None:
    where, values = _where(row)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {row._meta.db_table} WHERE {where}", values)


def _put_in(row: models.Model, chance: Random) -> tuple[str, set[str]] | None:
    """A copy that differs in one column, or it would be the same row twice."""
    if type(row).__name__ in record.NOT_INSERTED:
        return None
    fields = [field for field in row._meta.concrete_fields if not isinstance(field, models.AutoField)]
    values = {field: getattr(row, field.attname) for field in fields}
    field = chance.choice([one for one in fields if one in record.columns_of(type(row))])
    values[field] = other_value(field, values[field], chance)
    names = ", ".join(f'"{one.column}"' for one in fields)
    with connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(fields))
        cursor.execute(f"INSERT INTO {row._meta.db_table} ({names}) VALUES ({marks})", [_for_database(*one) for one in values.items()])
    new = type(row)._base_manager.order_by("-pk").first() if not isinstance(row._meta.pk, models.CompositePrimaryKey) else None
    if new is not None and not record.rows_of(type(row)).filter(pk=new.pk).exists():
        return None  # it is of something that is not public
    made = type(row)(**{one.attname: value for one, value in values.items()})
    return f"with another {field.name}", names_of(made) | (names_of(new) if new else set())


def _key(row: models.Model) -> dict[str, Any]:
    return {"pk": row.pk}


def _where(row: models.Model) -> tuple[str, list[Any]]:
    keys = list(row._meta.pk_fields)
    return " AND ".join(f'"{one.column}" = %s' for one in keys), [_for_database(one, getattr(row, one.attname)) for one in keys]


def _write(row: models.Model, values: dict[Any, Any]) -> None:
    where, keys = _where(row)
    columns = ", ".join(f'"{field.column}" = %s' for field in values)
    with connection.cursor() as cursor:
        given = [_for_database(*one) for one in values.items()]
        cursor.execute(f"UPDATE {row._meta.db_table} SET {columns} WHERE {where}", [*given, *keys])


def _for_database(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


# ---------------------------------------------------------------- another value of a column


def other_value(field: Any, now: Any, chance: Random) -> Any:
    if isinstance(field, models.ForeignKey):
        others = list(field.related_model._base_manager.order_by("pk").values_list("pk", flat=True)[:FEW])
        return chance.choice([one for one in [*others, *([None] if field.null else [])] if one != now] or [now])
    if field.choices:
        return chance.choice([one for one in dict(field.flatchoices) if one != now] or [now])
    if type(field).__name__ == "EdtfField":
        return chance.choice([one for one in DATES if one != now])
    made = next((make for kind, make in BY_KIND if isinstance(field, kind)), None)
    return made(now, chance) if made else now


def _text(now: str | None, chance: Random) -> str:
    now = now or ""
    place = chance.randrange(len(now) + 1)
    return chance.choice([now[:place] + chance.choice("aжQ7 .") + now[place:], now[:place] + now[place + 1 :], now[::-1]])


def _bytes(now: Any, chance: Random) -> bytes:
    kept = bytearray(bytes(now or b""))
    if not kept:
        return b"x"
    place = chance.randrange(len(kept))
    kept[place] ^= 1 << chance.randrange(8)
    return chance.choice([bytes(kept), bytes(kept[:-1]), b""])


def _day(now: Any, chance: Random) -> Any:
    return (now or datetime.date(2020, 5, 1)) + datetime.timedelta(days=chance.choice([-400, -1, 1, 30]))


def _moment(now: Any, chance: Random) -> Any:
    return (now or datetime.datetime(2020, 5, 1, tzinfo=datetime.UTC)) + datetime.timedelta(seconds=chance.choice([-86400, -1, 1, 3600]))


def _json(now: Any, chance: Random) -> Any:
    if isinstance(now, dict):
        return chance.choice([now | {"x": 1}, dict(list(now.items())[1:])])
    if isinstance(now, list):
        return chance.choice([[*now, 7], now[1:]])
    return [1] if now is None else None


BY_KIND: list[tuple[type[models.Field], Any]] = [
    (models.BooleanField, lambda now, chance: not now),
    (models.IntegerField, lambda now, chance: max(0, (now or 0) + chance.choice([-7, -1, 1, 2, 1000]))),
    (models.FloatField, lambda now, chance: (now or 0) / 2 + 0.1),
    (models.JSONField, _json),
    (models.BinaryField, _bytes),
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.CharField, _text),
    (models.TextField, _text),
]


# ---------------------------------------------------------------- how a row may be named


def names_of(row: Any, depth: int = 0) -> set[str]:
    """By its own public id; what has none by what it belongs to."""
    table = type_of(row)
    number = "-".join(map(str, row.pk)) if isinstance(row.pk, tuple) else row.pk
    found = {str(getattr(row, name)) for name in PLACE if getattr(row, name, "")} | {f"{table} {number}", f"{table} number {number}"}
    found |= _of_history(row) | BY_TABLE.get(table, lambda row: set())(row)
    if depth < 2 and not any(getattr(row, name, "") for name in PLACE):
        for field in row._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and getattr(row, field.attname) is not None and type_of(field.related_model) != "user":
                other = field.related_model._base_manager.filter(pk=getattr(row, field.attname)).first()
                found |= names_of(other, depth + 1) if other else {f"{type_of(field.related_model)} number {getattr(row, field.attname)}"}
    return found


def _of_history(row: Any) -> set[str]:
    if not hasattr(row, "object_type"):
        return set()
    there = table_of(row.object_type)
    other = there._base_manager.filter(pk=row.object_id).first() if there else None
    names = {f"{row.object_type} number {row.object_id}", f"{row.object_type} {row.object_id}"}
    return names | (names_of(other, 1) if other else set()) | (_said_in(row.body, "id") if isinstance(row, Revision) else set())


def _said_in(text: bytes | None, name: str) -> set[str]:
    try:
        return {str(json.loads(bytes(text or b""))[name])}
    except (ValueError, KeyError, TypeError):
        return set()


def _of_tally(row: Any) -> set[str]:
    there = table_of(row.scope)
    other = there._base_manager.filter(pk=row.key).first() if there and row.key.isdecimal() else None
    return {f"count of {row.scope} {row.key}".rstrip()} | (names_of(other, 1) if other else set())


def _of_word(row: Any) -> set[str]:
    there = table_of(row.kind)
    other = there._base_manager.filter(pk=row.row).first() if there else None
    return {f"word {row.word}", f"{row.kind} number {row.row}"} | (names_of(other, 1) if other else set())


BY_TABLE: dict[str, Any] = {
    "logentry": lambda row: {f"log entry {row.index}"} | _said_in(row.entry, "object"),
    "tally": _of_tally,
    "nameword": _of_word,
    "spelling": lambda row: {f"word {row.word}"},
    "redirect": lambda row: {row.old_path, *(unquote(path).rstrip("/").rpartition("/")[2] for path in (row.old_path, row.new_path))},
}
