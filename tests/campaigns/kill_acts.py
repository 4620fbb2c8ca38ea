"""Kills people's acts with -9, so many times on each database, and tells how it went:

    python -m tests.campaigns.kill_acts [COUNT]

Each of the 1,000 (or COUNT) kills falls somewhere in publishing, correcting, withdrawing, merging or splitting; what was acknowledged has
to be there, and nothing half written. The test in tests/archive/entries/test_acts_killed.py does the same with fewer kills.
"""

import sys

from tests.campaigns.databases import on_each_database

if __name__ == "__main__":
    count = sys.argv[1] if len(sys.argv) > 1 else "1000"
    sys.exit(on_each_database("tests/archive/entries/test_acts_killed.py", KILLS=count))
