"""Kills captures of folders with -9, so many times on each database, and tells how it went:

    python -m tests.benchmarks.kill_captures [COUNT]

Each of the 1,000 (or COUNT) kills falls somewhere in a capture that runs; nothing that was acknowledged may be lost, nothing half written,
and nothing doubled when a later capture goes on. The test in tests/archive/management/commands/test_capture_killed.py does the same with
fewer kills.
"""

import os
import subprocess
import sys
import time

from tests import postgres

TEST = "tests/archive/management/commands/test_capture_killed.py"
COMMAND = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0", TEST]


def main(count: int) -> int:
    failed = killed("SQLite", count, {})
    if not postgres.find_programs():
        print("PostgreSQL is missing.")
        return 1
    with postgres.private_cluster() as url:
        return failed or killed("PostgreSQL", count, {"DATABASE_URL": url})


def killed(database: str, count: int, more: dict[str, str]) -> int:
    began = time.monotonic()
    surroundings = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    code = subprocess.run(COMMAND, env=surroundings | {"KILLS": str(count)} | more, check=False).returncode
    print(f"{database}: {count} kills, {'all as it should be' if code == 0 else 'FAILED'}, {time.monotonic() - began:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
