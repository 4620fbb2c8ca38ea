"""Holds the share of branches that the tests take, room by room, to what it was: python -m tests.checks.branches COVERAGE_JSON

`branches.txt` beside this file gives the least share of each room, a line each. A share that has risen by a point is told, so that the
line can follow it.
"""

import json
import sys
from pathlib import Path

LEAST = Path(__file__).with_name("branches.txt")


def shares(measured: dict[str, dict], rooms: list[str]) -> dict[str, float]:
    """Percent of the branches taken in the files below each room."""
    found = {}
    for room in rooms:
        inside = [file["summary"] for name, file in measured.items() if name == room or name.startswith(f"{room}/")]
        there, taken = sum(file["num_branches"] for file in inside), sum(file["covered_branches"] for file in inside)
        found[room] = 100 * taken / there if there else 0.0
    return found


def complaints(found: dict[str, float], least: dict[str, float]) -> list[str]:
    return [f"{room}: {found[room]:.1f} % of the branches are taken by a test, and {share:.1f} % were" for room, share in least.items()
            if found[room] < share]  # fmt: skip


def least_shares() -> dict[str, float]:
    lines = [line.split() for line in LEAST.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {room: float(share) for room, share in lines}


def main(report: str) -> int:
    least = least_shares()
    found = shares(json.loads(Path(report).read_text("utf-8"))["files"], list(least))
    for room, share in found.items():
        print(f"{share:5.1f} % of the branches of {room}{' (the line in branches.txt may rise)' if share >= least[room] + 1 else ''}")
    said = complaints(found, least)
    print("\n".join(said), end="\n" if said else "")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
