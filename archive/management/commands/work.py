"""Does the background work: polls followed feeds when their time has come, and what editors asked for."""

import os
import signal
import threading
import time
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django_tasks_db.management.commands import db_worker

from archive.management.migrated import NeedsTables
from archive.management.printed import as_sentences
from archive.tasks import look_round_later
from archive.tasks.broken_off import new_worker_id, take_up_again

SECONDS_BETWEEN_LOOKS = 5.0  # at the queue; each takes SQLite's write lock for a moment
SECONDS_TO_FINISH = 5.0  # as long as the server's own requests have
DAYS_KEPT = 14  # of what was done


class Command(NeedsTables, db_worker.Command):
    help = "Do the background work until stopped: poll feeds, fetch what editors asked for. With --batch: what waits now."

    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(interval=SECONDS_BETWEEN_LOOKS, worker_id=None)
        parser.add_argument("--beside", type=int, metavar="PID", help="stop when this process, which started this one, ends")

    def handle(self, *args: Any, beside: int | None, worker_id: str | None, **options: Any) -> None:
        worker_id = worker_id or new_worker_id()
        if beside:
            threading.Thread(target=end_with_parent, args=(beside,), daemon=True).start()
        with as_sentences():
            self.work(worker_id, **options)

    def work(self, worker_id: str, **options: Any) -> None:
        call_command("prune_db_task_results", min_age_days=DAYS_KEPT, verbosity=0)
        take_up_again(worker_id)
        look_round_later(timedelta())
        super().handle(worker_id=worker_id, **options)


def end_with_parent(parent: int, patience: float = SECONDS_TO_FINISH) -> None:
    """A server that was killed can't tell anybody; its orphan is given another parent, and stops as if told to.

    Told once, it finishes its task, and a long feed is hours of work; told twice, it breaks off. What is broken off is met again.
    """
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(patience)
    os.kill(os.getpid(), signal.SIGTERM)
