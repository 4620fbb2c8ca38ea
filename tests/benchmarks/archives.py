"""Made-up archives to measure in, of any number of public statements.

    python -m tests.benchmarks.archives FOLDER SIZE [SIZE …] [--passages]

writes FOLDER/SIZE.sqlite3 where it is not there yet; with `-` for FOLDER the empty database of DATABASE_URL is filled with one SIZE. What
archives hold stands in `made_up`, how it is written in `filling`. `--passages`: the index of linking too, which takes most of the time.
"""

import argparse
from pathlib import Path

from tests.benchmarks import surroundings


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("sizes", type=int, nargs="+")
    options.add_argument("--passages", action="store_true", help="the index of linking too")
    chosen = options.parse_args()
    for size in chosen.sizes:
        if str(chosen.folder) == "-":
            fill(size, passages=chosen.passages)
        else:
            kept(chosen.folder, size, passages=chosen.passages)


def kept(folder: Path, size: int, *, passages: bool = False) -> Path:
    """The archive of this size in the folder: the one made before, or a new one, which has its name when it is whole."""
    place, unfinished = folder / f"{size}.sqlite3", folder / f"{size}.unfinished.sqlite3"
    if not place.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{unfinished.name}*"):
            left.unlink()
        fill(size, passages=passages, **surroundings.in_file(unfinished))
        unfinished.rename(place)
    return place


def fill(size: int, *, passages: bool = False, **environment: str) -> None:
    surroundings.run(
        f"surroundings.migrate(); from tests.benchmarks import filling; filling.fill({size}, passages={passages})", **environment
    )


if __name__ == "__main__":
    main()
