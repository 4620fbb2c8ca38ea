"""One trial: a command or an act during which a write fails, beside a site that is read. Imported where Django has been set up.

What has to hold: it ends done, or told in a sentence and with 1; what it told as done is there; the record is whole; pages were read all
the while; and called again on a disk that is whole it leaves what it would have left at once.
"""

import errno
import io
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from archive.models import Document, Statement
from tests.campaigns.failing_disks.tried import DONE, OURS, TOLD, Tried
from tests.campaigns.failing_disks.writes import Writes
from timeline.serving.sqlite.base import STAY_OPEN

KEPT = "static"  # below VAR_DIR: nothing writes there
PAGES = ("/", "/search/?q=bridge", "/api/v1/statements/")
OF_THE_MOMENT = {"session", "dbtaskresult", "checkpoint"}  # tables that tell when something was done, and how often


class Problem(Exception):  # noqa: N818 - it says what is wrong with what was tried
    """What should have held."""


class Bench:
    """The archive as it was filled, which every trial begins with."""

    def __init__(self, filled: Path, place: Path) -> None:
        self.filled, self.output, self.writes = filled, place / "output", Writes()
        self.address = ""
        self.before: dict[str, int] = {}

    def renew(self) -> None:
        for one in settings.VAR_DIR.iterdir():
            if one.name != KEPT:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        shutil.copytree(self.filled, settings.VAR_DIR, dirs_exist_ok=True)

    def begin(self, tried: Tried) -> None:
        self.renew()
        if tried.first and (begun := self.ended(tried.first))[0] != DONE:
            raise Problem(f"can't begin: {begun[1]}")

    def measured(self, tried: Tried) -> tuple[int, dict[str, int]]:
        """How many writes it takes, and what it leaves. Done here first, so that what it imports is there in every process."""
        self.renew()
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            _ = tried.in_rounds or tried.work()  # a worker would take the signals for itself
            call_command("verify")
        connections.close_all()
        self.begin(tried)
        self.writes.fail(0, 0, stays=False)
        ended, told = self.ended(tried.work)
        count = self.writes.count
        self.writes.let_all_through()
        if ended != DONE:
            raise Problem(f"does not work at all: {told}")
        return count, self.found("")

    def trial(self, tried: Tried, left: dict[str, int], at: int, error: int, *, stays: bool) -> tuple[int, str]:
        """How it ended, and its last line. Raises what did not hold."""
        self.begin(tried)
        with self.site(is_on=not tried.alone) as asked:
            self.writes.fail(at, error, stays=stays)
            ended, told = self.ended(tried.work)
            self.writes.fail(1, error, stays=True)
            statuses = asked()
            self.writes.let_all_through()
        if not tried.in_rounds:
            expect_told(ended, told)
        if wrong := {page: status for page, status in statuses.items() if status != 200}:
            raise Problem(f"pages were not read: {wrong}")
        self.expect_whole(tried, left, ended, told, may_be_done=error == errno.EIO)
        return ended, told.strip().rpartition("\n")[2]

    def expect_whole(self, tried: Tried, left: dict[str, int], ended: int, told: str, *, may_be_done: bool) -> None:
        """What it left, at once or when it is done again; `may_be_done` what was told as failed, for a broken disk tells neither."""
        found = {} if tried.first and ended == TOLD else self.found(told)
        failed = ended == TOLD and not (may_be_done and found == left)
        if failed and tried.is_one_step and found != self.before:
            raise Problem(f"told that it failed, and it was done: {_others(self.before, found)}")
        if failed or tried.in_rounds:
            self.expect_done_again(tried)
            found = self.found("")
        if found != left:
            raise Problem(f"something else was left: {_others(left, found)}")

    def expect_done_again(self, tried: Tried) -> None:
        again, told = self.ended(tried.work)
        if again != DONE:
            raise Problem(f"did not go on, ended with {again}: {told}")

    def ended(self, work: Callable[[], int]) -> tuple[int, str]:
        """How the work ended in a process of its own, and what it printed."""
        status = os.waitstatus_to_exitcode(os.waitpid(_apart(work, self.output), 0)[1])
        return status, self.output.read_text(errors="replace")

    def found(self, told: str) -> dict[str, int]:
        """Rows of each table, by a look that finds the record whole and all there that was told as done."""
        found = self.output.with_name("found")
        ended, said = self.ended(lambda: _looked(told, found))
        if ended != DONE:
            raise Problem(f"the record is not whole: {said}")
        return dict(json.loads(found.read_text()))

    @contextmanager
    def site(self, *, is_on: bool) -> Iterator[Callable[[], dict[str, int]]]:
        """A server's process, which has the archive open and answers when it is asked."""
        if not is_on:
            yield dict
            return
        asks, answers = os.pipe(), os.pipe()
        process = _apart(lambda: _answering(asks, answers, [*PAGES, self.address]), self.output.with_name("site"))
        os.close(asks[0])
        os.close(answers[1])
        with os.fdopen(asks[1], "wb", buffering=0) as asking, os.fdopen(answers[0]) as answered:
            answered.readline()  # it is there

            def asked() -> dict[str, int]:
                asking.write(b"?")
                return dict(json.loads(answered.readline() or '{"site": 0}'))

            yield asked
        os.waitpid(process, 0)


def expect_told(ended: int, told: str) -> None:
    if ended not in (DONE, TOLD) or "Traceback" in told or (ended == TOLD and not told.strip()):
        raise Problem(f"ended with {ended}: {told}")


def _apart(work: Callable[[], int], output: Path) -> int:
    sys.stdout.flush()
    process = os.fork()
    if process:
        return process
    ended = OURS
    try:
        opened = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, 1)
        os.dup2(opened, 2)
        ended = work()
        connections.close_all()
    except BaseException:  # noqa: BLE001 - this process ends here, whatever happened
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended)


def _answering(asks: tuple[int, int], answers: tuple[int, int], pages: list[str]) -> int:
    os.close(asks[1])
    os.close(answers[0])
    connection.settings_dict[STAY_OPEN] = 1
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    client.get("/readyz")
    with os.fdopen(answers[1], "w") as answering:
        print("ready", file=answering, flush=True)
        while os.read(asks[0], 1):
            print(json.dumps({page: status_of(client, page) for page in pages}), file=answering, flush=True)
    return DONE


def status_of(client: Client, page: str) -> int:
    answer: Any = client.get(page)
    _ = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return int(answer.status_code)


def _looked(told: str, found: Path) -> int:
    call_command("verify")
    with connection.cursor() as cursor:
        (whole,) = cursor.execute("PRAGMA integrity_check").fetchone()
        assert whole == "ok", whole
    for line in told.splitlines():
        if line.startswith("captured "):
            assert Document.objects.filter(public_id=line.split()[1].rstrip(":")).exists(), line
    found.write_text(json.dumps(counts()))
    return DONE


def counts() -> dict[str, int]:
    models = [model for model in apps.get_models() if model._meta.model_name not in OF_THE_MOMENT and model._meta.managed]
    rows = {model._meta.label: model._default_manager.count() for model in models}
    return rows | {f"statements {status}": Statement.objects.filter(status=status).count() for status in ("draft", "accepted", "public")}


def _others(left: dict[str, int], found: dict[str, int]) -> dict[str, tuple[int | None, int | None]]:
    return {name: (left.get(name), found.get(name)) for name in left | found if left.get(name) != found.get(name)}
