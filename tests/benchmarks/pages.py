"""What every page, list of the API and act costs at any size, beside what others cost, and whether that is what it may cost.

    python -m tests.benchmarks.pages [SIZE …] [--folder FOLDER] [--database postgresql] [--rounds 4] [--only PART …]
                                     [--datasette FOLDER/bin/python]

Archives are made by `archives`, or found in FOLDER (var/benchmarks) where a run before has made them; on PostgreSQL in a cluster of this
run alone. Each is asked in a process of its own, and they take turns, so that a busy machine weighs on all alike; the medians of all rounds
are told. Beside the pages: bytes that stand ready, twice (the second is the control), Django's ListView and REST Framework (`peers`), and
Datasette where its Python is given. Prints CPU milliseconds and ends with 1 where a target (`targets`) is missed.

Pages are asked when none is kept; “, published”: and the archive has another revision since; “, unread”: and no entry was printed before.
What takes two seconds is asked once.
"""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.targets import Measured, verdicts
from tests.benchmarks.turns import costs, questions

FOLDER = Path("var/benchmarks")
SIZES = [10_000, 100_000, 1_000_000]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--only", nargs="+", default=[""], metavar="PART", help="of the names of what is measured")
    options.add_argument("--datasette", type=Path, help="the Python of a folder where requirements.txt of this one is installed")
    chosen = options.parse_args()
    with ExitStack() as stack:
        all_of_it = questions(stack, chosen.sizes, chosen.folder, chosen.database, chosen.datasette)
        measured = Measured(costs([one for one in all_of_it if any(part in one.name for part in chosen.only)], chosen.rounds))
    sys.exit(tell(measured))


def tell(measured: Measured) -> int:
    """The table, and beneath it what came of each target that was measured; 1 where one is missed."""
    print(f"{'CPU ms':40}", *(f"{size:>10,}" for size in measured.sizes), f"{'growth':>8} {'queries':>8} {'bytes':>9}")
    for name in measured.names:
        found = [measured.costs.get((name, size)) for size in measured.sizes]
        last, growth = next(filter(None, reversed(found))), measured.growth(name)
        figures = (f"{cost.ms:10.2f}" if cost else " " * 10 for cost in found)
        print(f"{name[:40]:40}", *figures, f"{'' if growth is None else f'{growth:.2f}':>8} {last.queries:8} {last.bytes:9}")
    judged = [one for one in verdicts(measured) if one.figure is not None]
    print(*("", *judged), sep="\n", flush=True)
    return int(any(one.is_missed for one in judged))


if __name__ == "__main__":
    main()
