"""A restore that is killed with -9 anywhere leaves the archive that was there or the one that was put back, whole; the next one goes on.
`python -m tests.campaigns.kills restores` makes it the thousand of the promise.
"""

import os
import random
import signal
import time

import pytest
from django.db import connection

from archive.backups import back_up, restore, tried
from archive.models import Outlet
from tests import factories as make
from tests.forking import forked

KILLS = int(os.environ.get("KILLS", "5"))


def names() -> list[str]:
    return sorted(Outlet.objects.values_list("name", flat=True))


def seconds_of_a_restore(file) -> float:
    began = time.monotonic()
    restore(file, replace=True)
    return time.monotonic() - began


@pytest.mark.full
def test_restore_that_is_killed_leaves_the_old_archive_or_the_new(own_archive, tmp_path):
    random.seed(16)
    files = [tmp_path / "0.backup", tmp_path / "1.backup"]
    for file in files:
        make.make_outlet(f"The {file.stem}")
        back_up(file)
    archives = [["The 0"], ["The 0", "The 1"]]
    takes, new = seconds_of_a_restore(files[0]), 0
    for kill in range(KILLS):
        other = 1 - archives.index(names())
        process = forked(lambda file=files[other]: restore(file, replace=True))
        time.sleep(random.uniform(0, 1.2 * takes))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        connection.close()
        assert names() in archives, kill
        new += names() == archives[other]
    print(f"{KILLS} restores of {takes:.2f} s killed: {new} times the new archive was there, {KILLS - new} times the old one")

    back_up(tmp_path / "2.backup")
    tried(tmp_path / "2.backup")  # what stands there is whole
    restore(files[0], replace=True)
    assert names() == archives[0]
    assert list(tmp_path.glob(".on-record-*")) == []  # what was left by those that were killed is cleared away
