"""People publish, correct, withdraw, merge and split in processes that are killed with -9 in the middle: what was acknowledged is there,
and nothing is half written. `python -m tests.campaigns.kills acts` makes it the thousand of the promise.
"""

import os
import random
import signal
import time
from contextlib import nullcontext

import pytest

from archive.log.faults import faults
from archive.models import ArchiveState, Event, LogEntry, Revision
from tests.archive.entries.acts import Archive, expect_fresh
from tests.forking import forked

KILLS = int(os.environ.get("KILLS", "8"))
AN_ARCHIVE = 40  # kills in one archive, so that it stays small enough to be looked at anew after each
ARCHIVES = [range(first, min(first + AN_ARCHIVE, KILLS)) for first in range(0, KILLS, AN_ARCHIVE)]


def reached() -> list[int]:
    """What every act raises and none lowers."""
    return [Event.objects.count(), Revision.objects.count(), LogEntry.objects.size(), ArchiveState.current_revision()]


def acts_killed(archive: Archive, seed: int) -> tuple[list[int], int]:
    """Acts one after the other, killed at any moment: what had been reached by the last that was acknowledged, and how many were."""
    ours, theirs = os.pipe()

    def work() -> None:
        os.close(ours)
        chance = random.Random(seed)
        with os.fdopen(theirs, "w", buffering=1) as out:
            while True:
                archive.act(chance)
                out.write(" ".join(map(str, reached())) + "\n")

    process = forked(work)
    os.close(theirs)
    with os.fdopen(ours) as told:
        lines = [told.readline()]  # once it is under way
        time.sleep(random.uniform(0, 0.25))
        os.kill(process, signal.SIGKILL)
        lines += told.readlines()
    assert os.WIFSIGNALED(os.waitpid(process, 0)[1])
    whole = [line for line in lines if line.endswith("\n")]
    return [int(number) for number in whole[-1].split()], len(whole)


@pytest.mark.full
@pytest.mark.parametrize("kills", ARCHIVES, ids=lambda kills: f"from {kills.start}")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_is_lost_or_halved_when_acts_are_killed(kills):
    random.seed(kills.start)
    archive = Archive(together=nullcontext)
    archive.fill(random.Random(kills.start))
    acknowledged = 0
    for kill in kills:
        told, number = acts_killed(archive, kill)
        acknowledged += number
        assert all(now >= then for now, then in zip(reached(), told, strict=True)), kill
        assert list(faults()) == []
        expect_fresh()
    print(f"{len(kills)} times killed, {acknowledged} acts acknowledged")
