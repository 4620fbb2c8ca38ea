"""`/healthz`: this process answers, whatever became of the database. `/readyz`: it can do its work, or which part of it can't.

They are asked by machines, often by number and over plain http, so they are answered before hosts, sessions and pages are looked at. What a
part failed of stands in the log and in no answer. Readiness is found out once in a few seconds, however often strangers ask.
"""

import logging
import os
import tempfile
import time
from collections.abc import Callable
from threading import Lock

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from archive.management.migrated import applied, migrations_of_this_release

logger = logging.getLogger(__name__)
HOLDS = 3.0  # seconds
HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}


class NotReady(Exception):  # noqa: N818 - says what happened
    """A part can't do its work; the message is for the log."""


class Probes:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._guard, self._found, self._at = Lock(), dict[str, bool](), float("-inf")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == "/healthz":
            return HttpResponse("answers\n", content_type="text/plain; charset=utf-8", headers=HEADERS)
        if request.path_info == "/readyz":
            parts = self._parts()
            is_ready = all(parts.values())
            told = {"ready": is_ready} | {part: "works" if works else "fails" for part, works in parts.items()}
            return JsonResponse(told, status=200 if is_ready else 503, headers=HEADERS)
        return self.get_response(request)

    def _parts(self) -> dict[str, bool]:
        with self._guard:
            if time.monotonic() - self._at > HOLDS:
                self._found = {part: _works(part, ask) for part, ask in PARTS.items()}
                self._at = time.monotonic()
            return self._found


def _works(part: str, ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (Error, OSError, NotReady) as error:
        logger.warning("Not ready: the %s fails. %s: %s", part, type(error).__name__, error)
        return False
    return True


def ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def compare_migrations() -> None:
    if missing := migrations_of_this_release() - applied():
        raise NotReady(f"{len(missing)} migrations are not applied: manage.py migrate")


def write_to_disk() -> None:
    """As a database does: a block that has to reach the disk."""
    with tempfile.TemporaryFile(dir=settings.VAR_DIR) as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())


PARTS = {"database": ask_database, "migrations": compare_migrations, "disk": write_to_disk}
