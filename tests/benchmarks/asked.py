"""The process in which one archive is asked: reads a line of JSON, does it, and writes what that cost, until there are no more lines.

Costs are CPU milliseconds of this process, and on PostgreSQL those of its server process too. A page goes through the whole WSGI stack.
"""

import gc
import json
import re
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from archive.entries import reading
from archive.enums import TallyScope
from archive.models import Claim, Tally
from archive.publication.tallies import raise_revision
from tests.benchmarks.acts import acts
from tests.benchmarks.addresses import addresses
from tests.benchmarks.peers import PEERS
from timeline.printing import spine

PLAIN = RequestFactory(headers={"host": "localhost"})
CLAIMS = {"a small claim": "statements", "the busiest claim": "-statements"}  # how they are found among the tallies
SAID_ON = "2011-08-17"
BROWSER = {"accept-encoding": "gzip, br"}
KEPT = ("kept", "unchanged")


def forget_entries() -> None:
    """As in a process that has just begun."""
    spine.printed.cache_clear()
    reading.shown_in.cache_clear()


FORGET: dict[str, Callable[[], object]] = {"cold": lambda: None, "published": raise_revision, "unread": forget_entries}


def serve() -> None:
    """The site as in earnest, and the peers' addresses beside its own."""
    settings.ROOT_URLCONF = "tests.benchmarks.peers"
    settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    doing: dict[str, Callable[..., Any]] = {"addresses": known, "page": Site().page, "act": act}
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(doing[asked.pop("do")](**asked)), flush=True)


def known() -> dict[str, str]:
    return PEERS | addresses()


class Site:
    def __init__(self) -> None:
        self.application = get_wsgi_application()

    def page(self, path: str, how: str, *, counted: bool) -> dict[str, Any]:
        """`cold`: no page is kept. `published`: and the archive has changed since. `unread`: and no entry was printed before.
        `kept`: asked a moment ago. `unchanged`: by its ETag."""
        headers = {} if how not in KEPT else BROWSER
        asked_before = self._answer(path, headers)  # also so that the connection is open
        if how == "unchanged":
            headers = BROWSER | {"if-none-match": asked_before["etag"]}
        elif how != "kept":
            FORGET[how]()
            caches["pages"].clear()
        return timed(lambda: self._answer(path, headers), counted=counted)

    def _answer(self, path: str, headers: dict[str, str]) -> dict[str, Any]:
        told: dict[str, Any] = {}

        def start(status: str, lines: list[tuple[str, str]], exc_info: Any = None) -> None:
            told.update({name.lower(): value for name, value in lines}, status=int(status[:3]))

        body = self.application(PLAIN.get(path, headers=headers).environ, start)
        length = sum(map(len, body))
        body.close()
        return {"status": told["status"], "bytes": length, "etag": told.get("etag", "")}


def act(name: str, claim: str, *, counted: bool) -> dict[str, Any]:
    """One act of a statement's history in this claim, all of which is taken back again, so that the archive stays as it is."""
    found = Tally.objects.filter(scope=TallyScope.CLAIM).order_by(CLAIMS[claim], "key")[0].key
    with transaction.atomic():
        for done, work in acts(Claim.objects.get(pk=found), SAID_ON):
            if done == name:
                told = timed(lambda work=work: {"done": bool(work())}, counted=counted)
                break
            work()
        transaction.set_rollback(True)
    return told


def timed(work: Callable[[], dict[str, Any]], *, counted: bool) -> dict[str, Any]:
    """Counting its queries takes time, so it is done or not."""
    server = _server()
    with CaptureQueriesContext(connection) if counted else nullcontext([]) as queries:
        gc.collect()
        began, began_there = time.process_time(), _spent(server)
        told = work()
        spent = time.process_time() - began + _spent(server) - began_there
    return told | {"ms": spent * 1000, "queries": len(queries)}


def _server() -> int | None:
    """The process on PostgreSQL's side that this connection talks to."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _spent(server: int | None) -> float:
    """Seconds of CPU of another process, as the kernel counts them: the file tells nanoseconds."""
    return int(re.split(r"\s", Path(f"/proc/{server}/schedstat").read_text())[0]) / 1e9 if server else 0.0
