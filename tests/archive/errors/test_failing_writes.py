"""A few writes of some commands and acts fail, on a disk that is full and on a broken one: a sample of what
`python -m tests.campaigns.failing_disks` does with all of them.
"""

import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.campaigns.failing_disks import writes

NAMES = ("capture", "restore", "publish")


@pytest.mark.full
@pytest.mark.once
@pytest.mark.sqlite
@pytest.mark.skipif(not writes.compiler(), reason="a compiler of C lets writes fail")
def test_write_that_fails_is_told_and_nothing_is_lost(transactional_db, django_db_serialized_rollback, tmp_path):
    archive = tmp_path / "archive.sqlite3"
    connection.cursor().execute("VACUUM INTO %s", [str(archive)])
    campaign = [sys.executable, "-m", "tests.campaigns.failing_disks", "--archive", str(archive), "--trials", "2", *NAMES]
    done = subprocess.run(campaign, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" told; ") == len(NAMES)
