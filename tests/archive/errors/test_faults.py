"""What befalls a disk or a database is told from a mistake of ours, by the codes that they give."""

import errno
import sqlite3

import psycopg
import psycopg_pool
import pytest
from django.db import InterfaceError, InternalError, OperationalError, ProgrammingError

from archive.errors.faults import Fault, fault_of


def of_sqlite(code: int, kind: type[Exception] = OperationalError) -> Exception:
    said = sqlite3.OperationalError("said")
    said.sqlite_errorcode = code
    return caused(kind("said"), said)


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (of_sqlite(sqlite3.SQLITE_FULL), Fault.FULL),
        (of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED), Fault.READ_ONLY),
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), Fault.BROKEN),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), Fault.BUSY),
        (of_sqlite(sqlite3.SQLITE_CANTOPEN), Fault.GONE),
        (of_sqlite(sqlite3.SQLITE_ERROR), None),  # no such table
        (caused(OperationalError(), psycopg.errors.DiskFull()), Fault.FULL),
        (caused(InternalError(), psycopg.errors.ReadOnlySqlTransaction()), Fault.READ_ONLY),
        (caused(OperationalError(), psycopg.errors.AdminShutdown()), Fault.GONE),
        (caused(OperationalError(), psycopg.errors.CannotConnectNow()), Fault.GONE),
        (caused(OperationalError(), psycopg.errors.DeadlockDetected()), Fault.BUSY),
        (caused(OperationalError(), psycopg.OperationalError("connection refused")), Fault.GONE),
        (caused(OperationalError(), psycopg_pool.PoolTimeout("none")), Fault.GONE),
        (caused(InterfaceError(), psycopg.InterfaceError("the connection is closed")), Fault.GONE),
        (caused(ProgrammingError(), psycopg.errors.UndefinedTable()), None),
        (OSError(errno.ENOSPC, "No space left on device"), Fault.FULL),
        (OSError(errno.EROFS, "Read-only file system"), Fault.READ_ONLY),
        (OSError(errno.EIO, "Input/output error"), Fault.BROKEN),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (ValueError("ours"), None),
        (caused(ValueError("made of it"), of_sqlite(sqlite3.SQLITE_FULL)), Fault.FULL),
        (None, None),
    ],
    ids=str,
)
def test_each_error_is_told_by_its_code(error, fault):
    assert fault_of(error) == fault


def test_what_may_stand_there_all_the_same_is_told_apart():
    assert {fault for fault in Fault if fault.may_be_done} == {Fault.BROKEN, Fault.GONE}
    assert len({fault.told for fault in Fault}) == len(Fault)
