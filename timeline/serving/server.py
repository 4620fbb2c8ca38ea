"""How gunicorn serves the site: `gunicorn --config timeline/serving/server.py --bind 127.0.0.1:8000`.

There are many threads because a reader who takes or sends a byte a second holds one of them: with four, eight such readers stopped the
site. A thread that nobody needed was never begun.
The site is loaded once, before the workers part from it: they begin at once then, and share what was loaded.
"""

import ctypes
from contextlib import suppress

MOST_HEAPS = -8  # M_ARENA_MAX of glibc, which gives each thread a heap of its own and returns little of them

with suppress(AttributeError, OSError):
    ctypes.CDLL(None).mallopt(MOST_HEAPS, 2)

wsgi_app = "timeline.wsgi"
worker_class = "gthread"
workers = 2
threads = 128
preload_app = True
graceful_timeout = 5  # seconds
limit_request_line = 8190  # the most that gunicorn takes: an address may hold a pasted paragraph, in Cyrillic six bytes a letter
control_socket_disable = True
loglevel = "warning"
