"""Does the background work: polls followed feeds when their time has come, and what editors asked for."""

import os
import signal
import threading
import time
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django_tasks_db.management.commands import db_worker

from archive.tasks import look_round_later

SECONDS_BETWEEN_LOOKS = 5.0  # at the queue; each takes SQLite's write lock for a moment
DAYS_KEPT = 14  # of what was done


class Command(db_worker.Command):
    help = "Do the background work until stopped: poll feeds, fetch what editors asked for. With --batch: what waits now."

    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(interval=SECONDS_BETWEEN_LOOKS)
        parser.add_argument("--beside-parent", action="store_true", help="stop when the process that started this one ends")

    def handle(self, *args: Any, beside_parent: bool, **options: Any) -> None:
        if beside_parent:
            threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
        call_command("prune_db_task_results", min_age_days=DAYS_KEPT, verbosity=0)
        look_round_later(timedelta())
        super().handle(*args, **options)


def end_with_parent(parent: int) -> None:
    """A server that was killed can't tell anybody; its orphan is given another parent, and stops as if told to."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
