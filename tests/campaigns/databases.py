"""Runs a test file on SQLite and on PostgreSQL with more of its work than the suite asks for."""

import os
import subprocess
import sys
import time

from tests import postgres


def on_each_database(file: str, **more: str) -> int:
    """0 where all is as it should be on both; a line for each tells how it went."""
    failed = _run("SQLite", file, more)
    if not postgres.find_programs():
        print("PostgreSQL is missing.")
        return 1
    with postgres.private_cluster() as url:
        return failed or _run("PostgreSQL", file, more | {"DATABASE_URL": url})


def _run(database: str, file: str, more: dict[str, str]) -> int:
    options = ["-q", "-s", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0", "--full", "--everywhere"]
    command = [sys.executable, "-m", "pytest", *options, file]
    surroundings = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    began = time.monotonic()
    code = subprocess.run(command, env=surroundings | more, check=False).returncode
    print(f"{database}: {', '.join(more.values())}: {'all as it should be' if code == 0 else 'FAILED'}, {time.monotonic() - began:.0f} s")
    return code
