"""Holds the share of branches that the tests take, room by room, to what it was: python -m tests.checks.branches FOLDER

`branches.txt` beside this file gives the least share of each room, a line each; rooms without Django stand at 95 or above. A share that has
risen by a point is told, so that the line can follow it. Where the sample documents are missing, tests that read them were skipped: then
the shares are told and nothing is held. What stands in the folder, `taken.py` beside this file says.
"""

import os
import sys
from pathlib import Path

from tests.checks import taken

HERE = Path(__file__).resolve()
LEAST = HERE.with_name("branches.txt")
SAMPLES = Path(os.environ.get("SHARED_DIR") or HERE.parents[3] / "shared")


def shares(measured: dict[str, dict], rooms: list[str]) -> dict[str, float]:
    """Percent of the branches taken in the files below each room; a room without any is not there."""
    found = {}
    for room in rooms:
        inside = [file["summary"] for name, file in measured.items() if name == room or name.startswith(f"{room}/")]
        passed, left = sum(file["covered_branches"] for file in inside), sum(file["missing_branches"] for file in inside)
        if passed + left:
            found[room] = 100 * passed / (passed + left)
    return found


def complaints(found: dict[str, float], least: dict[str, float]) -> list[str]:
    gone = [f"{room} has no code that was measured: take its line out of branches.txt" for room in least if room not in found]
    fallen = [
        f"{room}: {share:.1f} % of the branches are taken by a test, and {least[room]:.1f} % were"
        for room, share in found.items()
        if share < least[room]
    ]
    return [*gone, *fallen]


def least_shares() -> dict[str, float]:
    lines = [line.split() for line in LEAST.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {room: float(share) for room, share in lines}


def main(folder: str, samples: Path = SAMPLES) -> int:
    least = least_shares()
    found = shares(taken.of_all(Path(folder)), list(least))
    for room, share in found.items():
        print(f"{share:5.1f} % of the branches of {room}{' (the line in branches.txt may rise)' if share >= least[room] + 1 else ''}")
    if not samples.is_dir():
        print(f"The sample documents in {samples} are missing: what is taken without them is held to nothing.")
        return 0
    said = complaints(found, least)
    print("\n".join(said), end="\n" if said else "")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
