"""Kills captures of folders with -9, so many times on each database, and tells how it went:

    python -m tests.campaigns.kill_captures [COUNT]

Each of the 1,000 (or COUNT) kills falls somewhere in a capture that runs; nothing that was acknowledged may be lost, nothing half written,
and nothing doubled when a later capture goes on. The test in tests/archive/management/commands/test_capture_killed.py does the same with
fewer kills.
"""

import sys

from tests.campaigns.databases import on_each_database

if __name__ == "__main__":
    count = sys.argv[1] if len(sys.argv) > 1 else "1000"
    sys.exit(on_each_database("tests/archive/management/commands/test_capture_killed.py", KILLS=count))
