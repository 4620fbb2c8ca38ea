"""Goes through all that is tried, and ends with 1 where something did not hold."""

import argparse
import errno
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import django

from tests.benchmarks import surroundings
from tests.campaigns.failing_disks import writes

if TYPE_CHECKING:
    from tests.campaigns.failing_disks.trials import Bench
    from tests.campaigns.failing_disks.tried import Tried

FAULTS = {errno.ENOSPC: True, errno.EIO: False}  # whether all writes behind it fail too
PLACE = "FAILING_PLACE"  # in the environment


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.failing_disks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="what is tried; without it everything")
    parser.add_argument(
        "--trials", type=int, default=1000, help="the most of one kind of fault: spread over its writes where they are more"
    )
    parser.add_argument("--archive", type=Path, help="a SQLite file with our tables and no rows; without it they are made first")
    given = parser.parse_args()
    if PLACE in os.environ:
        return tried_all(Path(os.environ[PLACE]), given)
    if not writes.compiler():
        print("A compiler of C is missing.")
        return 1
    place = Path(tempfile.mkdtemp(prefix="on-record-failing-"))
    try:
        return in_between(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def in_between(place: Path) -> int:
    """The same program, with `writes.c` beneath it."""
    var = place / "var"
    around = surroundings.AS_IN_EARNEST | {"VAR_DIR": str(var), PLACE: str(place), "LOG_LEVEL": "CRITICAL", "PYTHONDONTWRITEBYTECODE": "1"}
    left = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    command = [sys.executable, "-m", "tests.campaigns.failing_disks", *sys.argv[1:]]
    return os.spawnve(os.P_WAIT, sys.executable, command, left | around | writes.between(var, place))


def tried_all(place: Path, given: argparse.Namespace) -> int:
    django.setup()
    from tests.campaigns.failing_disks.filled import bench  # noqa: PLC0415 - where Django has been set up
    from tests.campaigns.failing_disks.tried import ALL  # noqa: PLC0415 - the same

    made = bench(place, given.archive)
    chosen = [one for one in ALL if not given.names or one.name in given.names]
    return int(sum([tried(made, one, given.trials) for one in chosen]) > 0)


def tried(bench: "Bench", one: "Tried", most: int) -> int:
    """The number of problems, after a line for each of them and one for all."""
    from tests.campaigns.failing_disks.trials import Problem  # noqa: PLC0415 - where Django has been set up
    from tests.campaigns.failing_disks.tried import DONE  # noqa: PLC0415 - the same

    began, ends, lines = time.monotonic(), Counter[str](), Counter[str]()
    count, left = bench.measured(one)
    for error, stays in FAULTS.items():
        for at in spread(count, most):
            try:
                ended, line = bench.trial(one, left, at, error, stays=stays)
            except Problem as problem:
                ends["PROBLEM"] += 1
                print(f"  {one.name}, {errno.errorcode[error]} at write {at} of {count}: {problem}", flush=True)
            else:
                ends["done all the same" if ended == DONE else "told"] += 1
                lines[line if ended != DONE else ""] += 1
    seconds = time.monotonic() - began
    print(f"{one.name}: {count} writes; {', '.join(f'{many} {end}' for end, many in sorted(ends.items()))}; {seconds:.0f} s", flush=True)
    for line, many in lines.most_common():
        print(f"    {many} x {line}" if line else "", end="\n" if line else "")
    return ends["PROBLEM"]


def spread(count: int, most: int) -> list[int]:
    """The first, the last and so many between."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + round(place * (count - 1) / max(most - 1, 1)) for place in range(most)})


if __name__ == "__main__":
    sys.exit(main())
