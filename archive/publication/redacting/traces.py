"""What a database and a running archive keep of rows that were changed: pages of files that are free, logs of writes, kept pages."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.cache import caches
from django.db import connection

from archive.linking import vector_file

logger = logging.getLogger(__name__)


@contextmanager
def overwriting() -> Iterator[None]:
    """SQLite writes noughts over what goes inside, also in its full-text index. PostgreSQL has no such thing: see `sweep_up`."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        (before,) = cursor.fetchone()
        cursor.execute("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA secure_delete = {int(before)}")


def merge_full_text() -> None:
    """So that the index of words holds no part any more in which entries stand that were deleted."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO archive_search(archive_search) VALUES ('optimize')")


def sweep_up() -> None:
    """After the act, outside of its transaction: pages that were made before go, and the database's file is written anew without what
    older rows left in it. PostgreSQL writes over free places when it needs them."""
    for name in settings.CACHES:
        caches[name].clear()
    vector_file.remove()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM")
            return
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _, in_log, _ = cursor.fetchone()
        if in_log > 0:
            logger.warning("Somebody reads: the file beside the database goes on holding what was there, until all have read to the end.")
