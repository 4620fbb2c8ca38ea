"""A disk that is full, or can only be read, as the database of a test meets it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WITHOUT_END = 4_294_967_294  # pages: SQLite's own largest


@contextmanager
def full() -> Iterator[None]:
    """SQLite says of a largest size what it says of a full disk. What is free within the file would be taken first."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {WITHOUT_END}")


@contextmanager
def read_only() -> Iterator[None]:
    """For this connection: SQLite answers as on a disk that can only be read, PostgreSQL as one that follows another."""
    if connection.vendor == "postgresql":
        with _read_only_from_here():
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")


@contextmanager
def _read_only_from_here() -> Iterator[None]:
    """In PostgreSQL a transaction that has begun to be read alone can only go back to before that."""
    before = transaction.savepoint()
    connection.cursor().execute("SET TRANSACTION READ ONLY")
    try:
        yield
    finally:
        transaction.savepoint_rollback(before)
