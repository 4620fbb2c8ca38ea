"""Rows lot by lot, by key: however many there are, few are held at once. And one moment for all of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import QuerySet

LOT = 500
FEW = 50  # of rows with long texts
BEGIN = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


def lots(rows: QuerySet[Any], size: int = LOT) -> Iterator[list[Any]]:
    ordered, last = rows.order_by("pk"), None
    while found := list((ordered if last is None else ordered.filter(pk__gt=last))[:size]):
        yield found
        last = found[-1].pk


@contextmanager
def one_moment() -> Iterator[None]:
    """All is read as it stood when the first row was, though others write meanwhile; nobody waits for it."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(BEGIN[connection.vendor])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
