"""How gunicorn serves the site: `gunicorn --config timeline/serving/server.py --bind 127.0.0.1:8000`.

There are many threads because a reader who takes or sends a byte a second holds one of them: with four, eight such readers stopped the
site. A thread that nobody needed was never begun. Nobody holds one without end (`patience`).
The site is loaded once, before the workers part from it: they begin at once then, and share what was loaded.
"""

import ctypes
import logging
import os
import shutil
import tempfile
from contextlib import suppress
from typing import Any

MOST_HEAPS = -8  # M_ARENA_MAX of glibc, which gives each thread a heap of its own and returns little of them

with suppress(AttributeError, OSError):
    ctypes.CDLL(None).mallopt(MOST_HEAPS, 2)

# The workers add up what they counted in files that all of them map. In memory: of a full disk, writing to a mapped file kills the process.
# Where there is no such folder, /metrics tells of the worker that answers.
IN_MEMORY, OF_FIGURES = "/dev/shm", "PROMETHEUS_MULTIPROC_DIR"  # noqa: S108 - the folder made there is ours alone
made = ""
if OF_FIGURES not in os.environ:
    with suppress(OSError):
        made = os.environ[OF_FIGURES] = tempfile.mkdtemp(prefix="on-record-", dir=IN_MEMORY)

wsgi_app = "timeline.wsgi"
worker_class = "timeline.serving.patience.Worker"  # gunicorn's gthread, which cuts off who keeps a thread waiting
workers = 2
threads = 128
preload_app = True
graceful_timeout = 5  # seconds
limit_request_line = 8190  # the most that gunicorn takes: an address may hold a pasted paragraph, in Cyrillic six bytes a letter
control_socket_disable = True
loglevel = "warning"


def when_ready(server: Any) -> None:
    """The site is loaded: from now on what gunicorn has to say goes into the same log, with as little of readers."""
    told = logging.getLogger("gunicorn.error")
    told.handlers.clear()
    told.propagate = True


def on_exit(server: Any) -> None:
    if made:
        shutil.rmtree(made, ignore_errors=True)
