"""Which branches of the site the tests take. Its code is marked when it is imported, so that what is not ours runs as fast as ever.

`run.py test --full` names a folder. Each process that runs tests leaves there what it took, and `tests.checks.branches` puts it together.
"""

import json
import os
from pathlib import Path

import slipcover

FOLDER = "BRANCHES_TAKEN"  # the name of the variable
ROOMS = ["archive", "timeline"]
UNCOUNTED = ["*/migrations/*", "*/archive/backups/postgresql.py"]  # the tests of the latter run on PostgreSQL, where nothing is counted
OFTEN = 1_000_000  # times that a mark is passed before it is taken out: to pass it costs 50 ns, to look for all that can go some 20 ms


def begin(rooms: list[str] = ROOMS) -> slipcover.Slipcover | None:
    """From here on, what is imported of the rooms is marked; if anybody asked for it."""
    if FOLDER not in os.environ:
        return None
    marked = slipcover.Slipcover(branch=True, source=rooms, omit=UNCOUNTED, d_miss_threshold=OFTEN)
    slipcover.ImportManager(marked, slipcover.FileMatcher(sources=rooms, omit=UNCOUNTED)).__enter__()
    return marked


def leave(marked: slipcover.Slipcover) -> None:
    (Path(os.environ[FOLDER]) / f"{os.getpid()}.json").write_text(json.dumps(marked.get_coverage()))


def of_all(folder: Path) -> dict[str, dict]:
    """What all processes took together, file by file."""
    first, *others = [json.loads(file.read_text()) for file in sorted(folder.glob("*.json"))]
    for other in others:
        slipcover.merge_coverage(first, other)
    return first["files"]
