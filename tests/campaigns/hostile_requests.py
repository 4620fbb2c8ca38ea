"""Sends hostile requests to every address of the site, in the name of nobody, of each role and of who may do everything, on each database:

    python -m tests.campaigns.hostile_requests [HOW MANY] [--seed SEED]

and asks every list of the API for every hostile value in every parameter. Tells how many were answered with which status, and each that was
a failure of ours. The tests in tests/access/test_hostile.py and tests/timeline/api/test_hostile.py do the same with a few. A hundred
thousand take some forty minutes of a processor on each database; campaigns of several seeds may run at once.
"""

import argparse
import sys

from tests.campaigns.databases import on_each_database

if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("many", type=int, nargs="?", default=100_000)
    options.add_argument("--seed", type=int, default=16)
    chosen = options.parse_args()
    whole = on_each_database("tests/access/test_hostile.py", HOSTILE_REQUESTS=str(chosen.many), HOSTILE_SEED=str(chosen.seed))
    sys.exit(whole or on_each_database("tests/timeline/api/test_hostile.py", HOSTILE="all"))
