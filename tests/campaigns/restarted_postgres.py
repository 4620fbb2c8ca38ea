"""Stops a PostgreSQL server of its own while the connections of a server are asked, and starts it again:

    python -m tests.campaigns.restarted_postgres

Prints how long each question waited for its answer. Ends with 1 where somebody waited longer than is told in `timeline/serving/pool.py`, or
was not answered as soon as the server was back.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import django

from tests import postgres
from tests.benchmarks import surroundings
from tests.campaigns.point_in_time import Cluster

TIMES = 3
PATIENCE = 2.0  # seconds beyond what the pool waits, for a machine that is busy


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="on-record-pg-", dir="/tmp"))
    try:
        return tried(Cluster(postgres.find_programs(), folder, postgres.unprivileged()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tried(cluster: Cluster) -> int:
    server = cluster.started()
    os.environ |= surroundings.AS_IN_EARNEST | {"DATABASE_URL": f"postgres://tests@/{cluster.folder}/postgres"}
    django.setup()
    from django.conf import settings  # noqa: PLC0415 - where Django has been set up

    from timeline.serving.pool import POOL, share_connections  # noqa: PLC0415 - the same

    share_connections(settings.DATABASES)
    there = [asked("there")]
    stop(server)
    gone = [asked("stopped") for _ in range(TIMES)]
    server = cluster.started()
    there += [asked("back") for _ in range(TIMES)]
    stop(server)
    server = cluster.started()
    there += [asked("restarted") for _ in range(TIMES)]
    stop(server)
    longest = POOL["timeout"] + PATIENCE
    return int(not all(is_answered for is_answered, _ in there) or any(one or waited > longest for one, waited in gone))


def asked(when: str) -> tuple[bool, float]:
    from django.db import OperationalError, connection  # noqa: PLC0415 - where Django has been set up

    began, is_answered = time.monotonic(), True
    try:
        connection.cursor().execute("SELECT 1")
    except OperationalError:
        is_answered = False
    connection.close()
    waited = time.monotonic() - began
    print(f"{when}: {'answered' if is_answered else 'told'} after {waited:.1f} s")
    return is_answered, waited


def stop(server: object) -> None:
    """Without waiting for those who are connected."""
    server.send_signal(signal.SIGINT)
    server.wait(30)


if __name__ == "__main__":
    sys.exit(main())
