"""Kills what writes with -9, so many times on each database, and tells how it went:

    python -m tests.campaigns.kills acts|captures|restores [COUNT]

Each of the 1,000 (or COUNT) kills falls somewhere in people's acts (publishing, correcting, withdrawing, merging, splitting), in the
capture of a folder, or in a restore. Nothing that was acknowledged may be lost, nothing half written, and nothing doubled when it goes
on; behind a restore the archive is the one that was there or the one that was put back, and whole. Tests of the suite do the same with
fewer kills.
"""

import argparse
import sys

from tests.campaigns.databases import on_each_database

TESTS = {
    "acts": "tests/archive/entries/test_acts_killed.py",
    "captures": "tests/archive/management/commands/test_capture_killed.py",
    "restores": "tests/archive/backups/test_restore_killed.py",
}

if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=TESTS)
    options.add_argument("count", type=int, nargs="?", default=1000)
    chosen = options.parse_args()
    sys.exit(on_each_database(TESTS[chosen.what], KILLS=str(chosen.count)))
