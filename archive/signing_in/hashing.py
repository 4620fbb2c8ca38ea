"""A password costs a third of a second of a processor and 32 MB, on purpose. At the door one is worked out at a time on this machine,
whatever came at once, so that readers keep the other processors; who would wait too long is asked to try again."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from time import monotonic, sleep

from django.conf import settings
from django.contrib.auth.hashers import ScryptPasswordHasher

MOST_WAITING = 16  # threads of one worker: the others go on giving pages
LONGEST_WAIT, PAUSE = 10.0, 0.02  # seconds
_waiting = BoundedSemaphore(MOST_WAITING)


class Scrypt(ScryptPasswordHasher):
    """With twice the memory of Django's own and three of its five turns: the least that appendix C of ASVS 5.0 approves of."""

    work_factor, parallelism, maxmem = 2**15, 3, 64 * 2**20


class TooMany(Exception):  # noqa: N818 - says what happened
    """So many sign in at once that this one should come again."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Among all threads and workers of this machine."""
    if not _waiting.acquire(blocking=False):
        raise TooMany
    try:
        settings.VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(settings.VAR_DIR / "passwords.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(opened, monotonic() + LONGEST_WAIT)
            yield
        finally:
            os.close(opened)  # and with it the lock
    finally:
        _waiting.release()


def _lock(opened: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() > until:
                raise TooMany from None
            sleep(PAUSE)
        else:
            return
