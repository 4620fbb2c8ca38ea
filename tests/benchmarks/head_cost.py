"""What the head of a text costs beside the whole: capture reads the one, drafting the other.

    python -m tests.benchmarks.head_cost FOLDER …

Reads every .txt file below the folders and prints processor milliseconds a text of `read_head` and of `extract`, and how many times more
the whole takes. Needs no database.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from archive.extraction import extract, read_head

ROUNDS = 3  # of which the cheapest counts: what else the machine does only adds


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    texts = [file.read_text("utf-8", "replace") for folder in options.parse_args().folders for file in sorted(folder.rglob("*.txt"))]
    if not texts:
        raise SystemExit("There is no .txt file in there.")
    head, whole = cost(read_head, texts), cost(extract, texts)
    print(f"{len(texts)} texts: read_head {head:.2f} ms, extract {whole:.2f} ms a text; the whole takes {whole / head:.1f} times the head")


def cost(read: Callable[[str], object], texts: list[str]) -> float:
    """Processor milliseconds a text."""
    return min(_seconds(read, texts) for _ in range(ROUNDS)) / len(texts) * 1000


def _seconds(read: Callable[[str], object], texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
