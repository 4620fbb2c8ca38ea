"""Made-up archives to measure in, of any number of public statements.

    python -m tests.benchmarks.archives FOLDER SIZE [SIZE …] [--passages]

writes FOLDER/SIZE-SCHEMA.sqlite3 if it is not there yet; with `-` for FOLDER the empty database of DATABASE_URL is filled with one SIZE.
What archives hold stands in `making.made_up`, how it is written in `making.filling`. `--passages`: the linking index too.
"""

import argparse
from pathlib import Path

from tests.benchmarks import surroundings

MIGRATIONS = Path(__file__).parent.parent.parent / "archive" / "migrations"


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
    """The archive of this size in the folder: the one made before of the same schema, or a new one, which has its name when it is whole."""
    place, unfinished = folder / f"{size}-{schema()}.sqlite3", folder / f"{size}.unfinished.sqlite3"
    if not place.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{unfinished.name}*"):
            left.unlink()
        fill(size, passages=passages, **surroundings.in_file(unfinished))
        unfinished.rename(place)
    return place


def schema() -> str:
    """The number of the last migration."""
    return max(file.name[:4] for file in MIGRATIONS.glob("0*.py"))


def fill(size: int, *, passages: bool = False, **environment: str) -> None:
    surroundings.run(
        f"surroundings.migrate(); from tests.benchmarks.making import filling; filling.fill({size}, passages={passages})", **environment
    )


if __name__ == "__main__":
    main()
