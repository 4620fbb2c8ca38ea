"""What a thing is called in a fault: by its public id, or its address, or for want of these by its table and number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models

from archive.models.history import type_of

OWN = ("public_id", "slug")
BELONGS = ("statement", "occurrence", "document", "article", "claim", "speaker", "outlet", "feed")  # the first of these that a row has


def named(row: models.Model) -> str:
    if own := own_name(row):
        return own
    beside = _beside(row)
    number = f"{type_of(row)} {'-'.join(map(str, row.pk)) if isinstance(row.pk, tuple) else row.pk}"
    return f"{beside}, {number}" if beside else number


def own_name(row: models.Model) -> str:
    return next((f"{type_of(row)} {getattr(row, name)}" for name in OWN if hasattr(row, name)), "")


def _beside(row: models.Model) -> str:
    if hasattr(row, "object_type") and hasattr(row, "object_id"):
        key = row.object_type, row.object_id
        return names_of([key])[key]
    for name in BELONGS:
        if getattr(row, f"{name}_id", None) is None:
            continue
        table: Any = row._meta.get_field(name).related_model
        other = table._base_manager.filter(pk=getattr(row, f"{name}_id")).first()
        if other is not None:
            return own_name(other) or _beside(other)
    return ""


def names_of(keys: Iterable[tuple[str, int]]) -> Mapping[tuple[str, int], str]:
    """Of many rows, by table and number; of those that are gone by these alone."""
    by_table: dict[str, set[int]] = defaultdict(set)
    found = {}
    for table, number in keys:
        by_table[table].add(number)
        found[table, number] = f"{table} number {number}"
    for table, numbers in by_table.items():
        model = table_of(table)
        column = next((name for name in OWN if model and name in {field.name for field in model._meta.fields}), "")
        if model and column:
            rows = model._base_manager.filter(pk__in=numbers).values_list("pk", column)
            found |= {(table, pk): f"{table} {name}" for pk, name in rows}
    return found


def table_of(name: str) -> Any:
    try:
        return apps.get_model("archive", name)
    except LookupError:
        return None
