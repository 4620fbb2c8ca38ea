"""Prints the tables of the benchmark, all in one process; README.md says what they mean.

    python -m tests.benchmarks.claims [--part fit|held|all] [--language en …] [--method engine …]
        [--also FOLDER [--most 300]] [--old FILE.ndjson --new FILE.ndjson]

FOLDER holds other sets, each a NAME_corpus.ndjson ({"id", "text"} a line) and a NAME_queries.ndjson ({"id", "text", "same": [ids]}), or
the same packed as .gz. --old and --new are statements of two ages ({"id", "text"}), of which none repeats another.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.claims.asking import answers
from tests.benchmarks.claims.methods import METHODS
from tests.benchmarks.claims.other_sets import of_another_age, open_sets
from tests.benchmarks.claims.tables import agreement, decided, decisions, reliability, retrieval
from tests.benchmarks.claims.texts import LANGUAGES, PARTS, counted, texts

ENGINE, MOST_QUERIES = "engine", 300


def main(given: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=[*PARTS, "all"], default="held", help="which groups are asked")
    options.add_argument("--language", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    options.add_argument("--method", nargs="+", choices=METHODS, default=list(METHODS))
    options.add_argument("--also", type=Path, metavar="FOLDER", help="other sets to retrieve from")
    options.add_argument("--most", type=int, default=MOST_QUERIES, help="queries of each of them")
    options.add_argument("--old", type=Path, metavar="FILE")
    options.add_argument("--new", type=Path, metavar="FILE")
    chosen = options.parse_args(given)
    if bool(chosen.old) != bool(chosen.new):
        options.error("--old and --new go together")
    own(chosen.language, PARTS if chosen.part == "all" else [chosen.part], chosen.method)
    if chosen.also:
        show("Other sets", open_sets(chosen.also, chosen.most, chosen.method))
    if chosen.old:
        show("Of another age", of_another_age(chosen.old, chosen.new))


def own(languages: Sequence[str], part: Sequence[str], methods: Sequence[str]) -> None:
    found = texts(languages)
    show("Texts", counted(found))
    show("Agreement", agreement(found))
    told = answers(found, part, methods)
    show(f"Retrieval ({' and '.join(part)})", retrieval(told))
    if ENGINE in told:
        show("Decisions", decisions(decided(found, part), told[ENGINE]))
        show("Reliability", reliability(told[ENGINE], found))


def show(title: str, shown: str) -> None:
    print(f"### {title}\n\n{shown}\n", flush=True)


if __name__ == "__main__":
    main()
