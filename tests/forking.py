"""A command in a process of its own that a test can kill with -9."""

import os
import threading
from collections.abc import Callable

from django.db import connection
from tqdm import tqdm


def forked(work: Callable[[], object]) -> int:
    """Do the work in a copy of this process, with a connection of its own; the id of the process, which ends with 0 if it succeeds."""
    connection.close()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            tqdm.set_lock(threading.RLock())  # its own lock is shared by all copies, and one killed while it holds it stops the others
            work()
            status = 0
        finally:
            os._exit(status)
    return process
