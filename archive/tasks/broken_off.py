"""Background work whose worker was killed in the middle, or whose disk or database failed: it waits again, for the next worker or the next
round.

A task is taken for broken off when its worker's process is no more, when it has run longer than any task may, when its worker was told to
stop at once, or when what failed was beneath it. Each can be done twice without harm; one that was begun three times is not begun again.
"""

import os
import secrets
import socket
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

READY, FAILED = "READY", "FAILED"
STOPPED = "builtins.SystemExit"
BENEATH = (
    *(f"django.db.utils.{kind}" for kind in ("OperationalError", "InterfaceError", "InternalError", "DatabaseError")), "builtins.OSError",
)  # fmt: skip
LONGEST = timedelta(minutes=30)  # a poll ends after some seven minutes
MOST_TRIES = 3
BROKE_ITS_WORKER = f"Its worker ended in the middle of it {MOST_TRIES} times."


def new_worker_id() -> str:
    """Tells on which machine and in which process the worker runs, and is never given twice."""
    return f"{socket.gethostname()[:30]}/{os.getpid()}/{secrets.token_hex(8)}"


def take_up_again(ours: str = "", at: datetime | None = None) -> int:
    """Tasks that broke off wait again; how many. `ours` is the worker that asks."""
    at = at or timezone.now()
    broken = [one for one in DBTaskResult.objects.running() if one.started_at < at - LONGEST or is_gone(one.worker_ids[-1], ours)]
    stopped = DBTaskResult.objects.failed().filter(exception_class_path=STOPPED)
    beneath = DBTaskResult.objects.failed().filter(exception_class_path__in=BENEATH)
    again = [one for one in beneath if len(one.worker_ids) < MOST_TRIES]
    return sum(_let_wait(one, at) for one in [*broken, *stopped, *again])


def is_gone(worker: str, ours: str = "") -> bool:
    """Whether the worker's process is known to be no more. Of another machine's, only time can tell."""
    host, process, *_ = [*worker.split("/"), ""]
    if host != socket.gethostname()[:30] or not process.isdigit():
        return False
    if int(process) == os.getpid():
        return bool(ours) and worker != ours  # the number was given out again, as in a container that starts anew
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # somebody else's
    return False


def _let_wait(task: "DBTaskResult[..., Any]", at: datetime) -> int:
    """Compare and swap: of several workers that find it, one lets it wait."""
    as_found = DBTaskResult.objects.filter(pk=task.pk, status=task.status, started_at=task.started_at)
    if len(task.worker_ids) >= MOST_TRIES:
        as_found.update(status=FAILED, finished_at=at, exception_class_path="", traceback=BROKE_ITS_WORKER)
        return 0
    return as_found.update(status=READY, started_at=None, finished_at=None, exception_class_path="", traceback="")
