"""What fails beneath a command, whichever it is, is told in a sentence; a mistake of ours keeps its traceback."""

import errno
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import OperationalError

from archive.management.printed import ONCE_MENDED, without_a_traceback
from tests.archive.errors.test_faults import of_sqlite


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/var/on\nrecord"),
            "The disk failed: No space left on device (/var/on\\nrecord).",
        ),
        (of_sqlite(sqlite3.SQLITE_FULL), "The database failed: said."),
    ],
    ids=["disk", "database"],
)
def test_what_failed_beneath_a_command_is_told(error, told):
    with pytest.raises(SystemExit) as end, without_a_traceback():
        raise error

    assert end.value.code == f"CommandError: {told} {ONCE_MENDED}"


@pytest.mark.parametrize(
    "error", [ValueError("ours"), FileNotFoundError(errno.ENOENT, "none"), OperationalError("no such table")], ids=repr
)
def test_mistake_of_ours_is_not_taken_for_a_fault(error):
    with pytest.raises(type(error)), without_a_traceback():
        raise error


def test_every_command_can_be_told_of_before_anything_is_set_up():
    """`manage.py` imports it first of all."""
    told = subprocess.run([sys.executable, "manage.py", "--version"], cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)

    assert (told.returncode, told.stderr) == (0, "")
