"""What becomes of a disk or a database beneath us, told from a mistake of ours, and in words.

A database says by a code what befell it: SQLite by one of few numbers, PostgreSQL by five letters whose first two name a class.
"""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError
from django.utils.translation import gettext_lazy

logger = logging.getLogger(__name__)


class Fault(Enum):
    """What happened."""

    FULL = "full"
    READ_ONLY = "read-only"
    BROKEN = "broken"
    BUSY = "busy"
    GONE = "gone"

    @property
    def told(self) -> str:
        return str(TOLD[self])

    @property
    def may_be_done(self) -> bool:
        """Whether what was refused may stand there all the same: it failed, or nobody answered, as the last of it was written."""
        return self in (Fault.BROKEN, Fault.GONE)


TOLD = {
    Fault.FULL: gettext_lazy("The disk is full."),
    Fault.READ_ONLY: gettext_lazy("The disk can only be read at the moment."),
    Fault.BROKEN: gettext_lazy("The disk reports an error."),
    Fault.BUSY: gettext_lazy("Too much is going on at once."),
    Fault.GONE: gettext_lazy("The database does not answer."),
}


OF_SQLITE = {
    5: Fault.BUSY, 6: Fault.BUSY, 8: Fault.READ_ONLY, 10: Fault.BROKEN, 11: Fault.BROKEN, 13: Fault.FULL, 14: Fault.GONE, 15: Fault.BUSY,
    26: Fault.BROKEN,
}  # fmt: skip
OF_POSTGRESQL = {
    "53100": Fault.FULL, "25006": Fault.READ_ONLY, "58": Fault.BROKEN, "XX": Fault.BROKEN, "53": Fault.BUSY, "55P03": Fault.BUSY,
    "40": Fault.BUSY, "57014": Fault.BUSY, "57P": Fault.GONE, "08": Fault.GONE,
}  # fmt: skip
OF_FILES = {
    errno.ENOSPC: Fault.FULL, errno.EDQUOT: Fault.FULL, errno.EFBIG: Fault.FULL, errno.EROFS: Fault.READ_ONLY, errno.EIO: Fault.BROKEN,
}  # fmt: skip


def fault_of(error: BaseException | None) -> Fault | None:
    """What befell us, if this error or one that it came from tells it; nothing where the mistake is ours."""
    return next((fault for one in _causes(error) if (fault := _told_by(one))), None)


@contextmanager
def passed_over(what: str) -> Iterator[None]:
    """Around what is noted beside an answer, and not worth the answer: whoever reads reads on, and the log tells of it."""
    try:
        yield
    except (OSError, DatabaseError, InterfaceError) as error:
        if not (fault := fault_of(error)):
            raise
        logger.warning("%s was not noted: %s", what, fault.told)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told_by(error: BaseException) -> Fault | None:
    if isinstance(error, OSError):
        return OF_FILES.get(error.errno or 0)
    if isinstance(error, DatabaseError | InterfaceError):
        return _of_database(error.__cause__, error)
    return None


def _of_database(said: Any, error: Exception) -> Fault | None:
    """By its code. An error of the connection has none: nobody is there to give one."""
    if number := getattr(said, "sqlite_errorcode", 0):
        return OF_SQLITE.get(number & 0xFF)
    if code := getattr(said, "sqlstate", None):
        return next((fault for beginning, fault in OF_POSTGRESQL.items() if code.startswith(beginning)), None)
    is_psycopg = type(said).__module__.startswith("psycopg")
    return Fault.GONE if is_psycopg and isinstance(error, OperationalError | InterfaceError) else None
