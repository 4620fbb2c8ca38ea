"""Kills restores with -9, so many times on each database, and tells how it went:

    python -m tests.campaigns.kill_restores [COUNT]

After each of the 1,000 (or COUNT) kills the archive has to be the one that was there or the one that was put back, and whole. The test in
tests/archive/backups/test_restore_killed.py does the same with fewer kills.
"""

import sys

from tests.campaigns.databases import on_each_database

if __name__ == "__main__":
    count = sys.argv[1] if len(sys.argv) > 1 else "1000"
    sys.exit(on_each_database("tests/archive/backups/test_restore_killed.py", KILLS=count))
