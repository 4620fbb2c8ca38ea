"""A folder is captured by processes that are killed with -9 in the middle: nothing acknowledged is lost, nothing is half written, and
nothing is doubled when the next one goes on. `python -m tests.campaigns.kills captures` makes it the thousand of the promise.
"""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from archive.models import Article, Document, Event
from tests.forking import forked

IN_A_FOLDER = 30
TO_KILL = int(os.environ.get("KILLS", "100"))


def folder_of(root: Path, number: int) -> Path:
    folder = root / f"{number:04}"
    folder.mkdir()
    for file in range(IN_A_FOLDER):
        (folder / f"{file:02}.txt").write_text(f"Note {number}-{file}\n\nThe bridge will be opened on 17 May 2023, the minister said.\n")
    return folder


def captures(folder: Path) -> tuple[int, int]:
    """Start a capture in a process of its own; its id, and where its lines are read."""
    ours, theirs = os.pipe()

    def work() -> None:
        with os.fdopen(theirs, "w", buffering=1) as out:
            call_command("capture", str(folder), stdout=out)

    process = forked(work)
    os.close(theirs)
    return process, ours


def killed(folder: Path, after: int, pause: float) -> tuple[list[str], bool]:
    """The lines of a capture that is killed a moment after so many new documents; and whether it still ran."""
    process, ours = captures(folder)
    lines, new = [], 0
    with os.fdopen(ours) as told:
        while new < after and (line := told.readline()):
            lines.append(line)
            new += line.startswith("captured ")
        time.sleep(pause)
        os.kill(process, signal.SIGKILL)
        lines += told.readlines()
    _, status = os.waitpid(process, 0)
    return [line for line in lines if line.endswith("\n")], os.WIFSIGNALED(status)


@pytest.mark.full
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_is_lost_halved_or_doubled_when_captures_are_killed(tmp_path):
    random.seed(6)
    acknowledged, kills, folders = [], 0, []
    while kills < TO_KILL:
        folders.append(folder_of(tmp_path, len(folders)))
        for _ in range(10):
            lines, was_killed = killed(folders[-1], random.randrange(4), random.uniform(0, 0.02))
            acknowledged += [line.split()[1].rstrip(":") for line in lines if line.startswith("captured ")]
            kills += was_killed
    between = Document.objects.count()
    told = f"{kills} of {10 * len(folders)} captures killed, {len(acknowledged)} documents acknowledged, {between} there"
    print(told)

    for folder in folders:
        process, ours = captures(folder)
        with os.fdopen(ours) as told:
            assert {line.split()[0] for line in told} <= {"already", "captured"}
        assert os.waitpid(process, 0)[1] == 0

    documents = list(Document.objects.values_list("public_id", "text", "pk"))
    assert set(acknowledged) <= {public_id for public_id, _, _ in documents}
    assert len(acknowledged) == len(set(acknowledged)) <= between
    assert sorted(text for _, text, _ in documents) == sorted(file.read_text() for folder in folders for file in folder.iterdir())
    assert Article.objects.filter(documents=None).count() == 0
    assert sorted(Event.objects.values_list("object_id", flat=True)) == sorted(pk for _, _, pk in documents)
