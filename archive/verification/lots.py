"""Rows lot by lot, by key: however many there are, few are held at once. And one moment for all of them."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from archive.errors.faults import fault_of
from archive.log.faults import Fault
from archive.verification.naming import named

logger = logging.getLogger(__name__)
LOT = 500
FEW = 50  # of rows with long texts
BEGIN = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


def lots(rows: QuerySet[Any], size: int = LOT) -> Iterator[list[Any]]:
    ordered, last = rows.order_by("pk"), None
    while found := list((ordered if last is None else ordered.filter(pk__gt=last))[:size]):
        yield found
        last = found[-1].pk


def each(lots_of_rows: Iterable[list[Any]], check: Callable[[list[Any]], Iterable[Fault]]) -> Iterator[Fault]:
    """What a check tells of these lots. What was tampered with may break whatever reads it: then the rows of the lot are asked one by one,
    and the one that can't be worked out is named."""
    for rows in lots_of_rows:
        try:
            with in_part():
                told = list(check(rows))
        except Exception as error:
            if fault_of(error):
                raise  # of a disk or a database, and of no row
            logger.debug("A lot can't be worked out.", exc_info=True)
            told = [Fault(named(rows[0]), f"it can't be worked out ({type(error).__name__})")] if len(rows) == 1 else []
            if len(rows) > 1:
                yield from each(([row] for row in rows), check)
        yield from told


@contextmanager
def in_part() -> Iterator[None]:
    """What breaks inside leaves the rest to be read: PostgreSQL takes a whole transaction for lost at its first error."""
    if connection.vendor != "postgresql":
        yield
        return
    _run("SAVEPOINT part")
    try:
        yield
    except Exception:
        _run("ROLLBACK TO SAVEPOINT part")
        raise
    finally:
        _run("RELEASE SAVEPOINT part")


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@contextmanager
def one_moment() -> Iterator[None]:
    """All is read as it stood when the first row was, though others write meanwhile; nobody waits for it."""
    if connection.in_atomic_block:
        yield
        return
    _run(BEGIN[connection.vendor])
    try:
        yield
    finally:
        _run("ROLLBACK")
