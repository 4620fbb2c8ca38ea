"""Asks every list of the API for every hostile value in every parameter, on each database, and tells how it went:

    python -m tests.campaigns.hostile_requests

The test in tests/timeline/api/test_hostile.py does the same with a seventh of the pairs.
"""

import sys

from tests.campaigns.databases import on_each_database

if __name__ == "__main__":
    sys.exit(on_each_database("tests/timeline/api/test_hostile.py", HOSTILE="all"))
