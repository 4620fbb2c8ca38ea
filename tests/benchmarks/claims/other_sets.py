"""The same methods on other sets, which are not part of this benchmark: claims with what repeats them, and statements of two ages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from archive.matching.ranking import Entry
from tests.benchmarks.claims.asking import asked
from tests.benchmarks.claims.measures import OF_A_RANKING, mean, of_a_ranking
from tests.benchmarks.claims.methods import METHODS
from tests.benchmarks.claims.printed import table
from tests.benchmarks.claims.texts import rows_of

CORPUS, QUERIES = "_corpus.ndjson", "_queries.ndjson"


def entry_of(row: dict[str, Any]) -> Entry:
    return Entry(row["id"], row["text"], row.get("title", ""), row.get("speaker", ""), row.get("date", ""))


def pairs_of(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Each NAME_corpus.ndjson with its NAME_queries.ndjson, packed by gzip or not."""
    for corpus in sorted(folder.glob(f"*{CORPUS}*")):
        name = corpus.name.partition(CORPUS)[0]
        yield name, corpus, next(folder.glob(f"{name}{QUERIES}*"))


def open_sets(folder: Path, most: int, names: Sequence[str] = tuple(METHODS)) -> str:
    """Of each set at most so many queries, taken evenly; what is right for one is listed in its `same`."""
    rows: list[list[object]] = []
    for title, corpus, queries in pairs_of(folder):
        entries = [entry_of(row) for row in rows_of(corpus)]
        wanted = [row for row in rows_of(queries) if row["same"]]
        taken = wanted[:: max(1, -(-len(wanted) // most))]
        for name in names:
            told = asked(name, entries, [entry_of(row) for row in taken])
            measured = [of_a_ranking([one.key for one in found], row["same"]) for row, (found, _) in zip(taken, told, strict=True)]
            figures = [mean(one[measure] for one in measured) for measure in OF_A_RANKING]
            spent = mean(spent for _, spent in told)
            rows.append([title, name, f"{len(taken)} of {len(wanted)}", len(entries), *figures, f"{spent:.1f}"])
    return table(["set", "method", "queries", "texts", *OF_A_RANKING, "CPU ms"], rows)


def of_another_age(old: Path, new: Path) -> str:
    """How many of the new statements the engine calls the same as one of the old, and which."""
    earlier, later = ([entry_of(row) for row in rows_of(file)] for file in (old, new))
    texts = {entry.key: entry.text for entry in earlier}
    best = [(entry, found[0]) for entry, (found, _) in zip(later, asked("engine", earlier, later), strict=True) if found]
    linked = [(entry, first) for entry, first in best if first.same]
    shown = [f"{first.score:.2f}  {entry.text}\n      {texts[first.key]}" for entry, first in linked]
    return "\n".join([f"Called the same as one of {len(earlier)} older statements: {len(linked)} of {len(later)}.", *shown])
