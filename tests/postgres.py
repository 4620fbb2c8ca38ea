"""A PostgreSQL cluster for one run of the tests, in a temporary folder that is deleted at the end. Standard library alone."""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB", "listen_addresses=")


def find_programs() -> Path | None:
    """The folder of initdb and postgres: the newest of Debian's, which are not on the PATH, or the one on the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0))
    initdb = shutil.which("initdb")
    on_path = [Path(initdb).resolve().parent] if initdb else []
    complete = [folder for folder in on_path + debian if (folder / "initdb").exists() and (folder / "postgres").exists()]
    return complete[-1] if complete else None


@contextlib.contextmanager
def private_cluster() -> Iterator[str]:
    """Start a cluster and give its DATABASE_URL."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="on-record-pg-", dir="/tmp"))  # the path of a socket has to be short
    owner = unprivileged()
    try:
        if owner:
            os.chown(folder, owner["user"], owner["group"])
        initialise(programs, folder, owner)
        server = start(programs, folder, owner)
        try:
            wait_until_ready(programs, folder, server)
            yield f"postgres://tests@/{quote(str(folder))}/on_record"
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing in it is worth keeping
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged() -> dict:
    """Whom the server runs as: it refuses root."""
    if os.geteuid() != 0:
        return {}
    names = {account.pw_name: account for account in pwd.getpwall()}
    account = names.get("postgres") or names["nobody"]
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def initialise(programs: Path, folder: Path, owner: dict) -> None:
    command = [programs / "initdb", "--pgdata", folder / "data", "--auth=trust", "--username=tests", "--encoding=UTF8"]
    made = subprocess.run([*command, "--locale=C.UTF-8", "--no-sync"], cwd=folder, capture_output=True, text=True, check=False, **owner)
    if made.returncode:
        raise SystemExit(f"The cluster for the tests could not be made: {made.stderr.strip()}")


def start(programs: Path, folder: Path, owner: dict) -> subprocess.Popen:
    options = [part for option in (*FAST, f"unix_socket_directories={folder}") for part in ("-c", option)]
    with (folder / "log").open("w") as log:
        # A session of its own: Ctrl-C reaches the tests first, and they end it.
        return subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", *options], cwd=folder, stdout=log, stderr=log, start_new_session=True, **owner
        )


def wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"The cluster for the tests did not start: {(folder / 'log').read_text().strip()}")
        time.sleep(0.1)
