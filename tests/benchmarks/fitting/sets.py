"""What the score of linking is fitted on: pairs of texts out of several sets, as an archive would meet them.

Each set is a corpus and queries. A pair is right, wrong, or `None` where nobody can say; the third of each set that `is_held` names is kept
aside, to be looked at once.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from archive.matching import Circumstances
from archive.matching.features import measure
from archive.matching.meaning.vectors import codes_of, is_english, vectors_from
from archive.matching.prepared import Prepared, content_of, taken_apart
from archive.matching.ranking import Entry, circumstances
from archive.matching.score import NAMES
from archive.matching.shortlist import Shortlist
from archive.matching.words import words

CLAIMS = Path(__file__).parents[1] / "claims"
CANDIDATES = 100
Row = dict[str, Any]
Relation = Callable[[Row, Row], bool | None]


@dataclass(frozen=True)
class Task:
    """`weight` is what a query of it counts in the order and what a pair of it counts in the probability; 0 where it has no say."""

    name: str
    corpus: list[Row]
    queries: list[Row]
    relation: Relation
    group: Callable[[Row], str]
    ranks: float
    decides: float


@dataclass
class Pairs:
    """One row a pair: `x` are its features, NaN where there is none; `query` numbers the text that is asked."""

    task: Task
    x: np.ndarray
    right: np.ndarray
    unsure: np.ndarray
    query: np.ndarray
    held: np.ndarray
    english: np.ndarray

    def of_queries(self, mask: np.ndarray) -> list[np.ndarray]:
        """Places of the pairs of each query that the mask leaves."""
        places = np.flatnonzero(mask)
        return np.split(places, np.flatnonzero(np.diff(self.query[places])) + 1) if len(places) else []


def is_held(group: str) -> bool:
    return sha256(f"third{group}".encode()).digest()[-1] % 3 == 0


def read(path: Path) -> list[Row]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.decode().split("\n") if line.strip()]


def tasks(folder: Path, old: Path | None, new: Path | None) -> Iterator[Task]:
    """`folder` holds the published sets; the set of this project stands beside this file. `old` and `new` are statements of two ages."""
    for name, ranks in (("debates", 1.0), ("posts", 0.6)):
        corpus, queries = read(folder / f"fit_{name}_corpus.ndjson.gz"), read(folder / f"fit_{name}_queries.ndjson.gz")
        yield Task(name, corpus, queries, lambda query, other: other["id"] in query["same"], lambda query: query["same"][0], ranks, 0.0)
    quoted = read(folder / "statements.ndjson")
    roots = joined(quoted)
    yield Task("quotations", quoted, quoted, quotation_relation, lambda row: roots[row["id"]], 1.5, 1.0)
    own = [row for path in sorted(CLAIMS.glob("[a-z][a-z].ndjson")) for row in read(path) if row["kind"] != "translation"]
    yield Task("own", own, own, own_relation, lambda row: row["group"], 0.35, 0.5)
    if old and new:
        yield Task("another age", read(old), read(new), lambda query, other: False, lambda row: row["id"], 0.0, 0.3)
        yield Task("quotations, another age", read(old), quoted, lambda query, other: False, lambda row: roots[row["id"]], 0.0, 1.0)


def joined(rows: list[Row]) -> dict[str, str]:
    """Statements that claims or the same words join have one root."""
    root = {row["id"]: row["id"] for row in rows}

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    first: dict[str, str] = {}
    for row in rows:
        for key in (*row["claims"], row["text"]):
            root[find(row["id"])] = find(first.setdefault(key, row["id"]))
    return {row["id"]: find(row["id"]) for row in rows}


def quotation_relation(query: Row, other: Row) -> bool | None:
    """Only what was said before is asked for; the same speaker on the same day, or claims of half the same words, may be either."""
    if other["date"] >= query["date"] or other["text"] == query["text"]:
        return None
    if set(query["claims"]) & set(other["claims"]):
        return True
    slugs = ((set(a.split("-")), set(b.split("-"))) for a in query["claims"] for b in other["claims"])
    return None if any(len(a & b) >= min(len(a), len(b)) / 2 for a, b in slugs) else False


def own_relation(query: Row, other: Row) -> bool | None:
    """What differs in one thing from a saying is for the guards to tell: the likeness may be high or low."""
    if query["language"] != other["language"]:
        return None
    if query["group"] != other["group"]:
        return False
    says = [row["kind"] == "base" or row["kind"].startswith("same") for row in (query, other)]
    return True if all(says) else False if any(says) and "topic" in (query["kind"], other["kind"]) else None


def measured(task: Task, vectors: Path | None) -> Pairs:
    """The features of each query with the texts that words or meaning bring, as `Ranking` finds them."""
    sides = Sides(task.corpus, vectors), Sides(task.queries, vectors)
    shortlist = Shortlist(content_of(row["text"], found) for row, found in zip(task.corpus, sides[0].words, strict=True))
    found: list[tuple[list[float], bool, bool, int, bool, bool]] = []
    for number, query in enumerate(task.queries):
        asked, held = sides[1].prepared(number), query["part"] == "held" if "part" in query else is_held(task.group(query))
        for place in _candidates(asked, shortlist, sides[0]):
            other = task.corpus[place]
            relation = task.relation(query, other)
            if other["id"] != query["id"]:
                features = measure(asked, sides[0].prepared(place), shortlist.idf, _around(query, other))
                values = [float("nan") if value is None else float(value) for value in (getattr(features, name) for name in NAMES)]
                found.append((values, bool(relation), relation is None, number, held, features.cosine is not None))
    columns = [np.array(column) for column in zip(*found, strict=True)]
    return Pairs(task, *columns)


class Sides:
    """Texts with what is known of them; `vectors` is a folder where their vectors are kept from one run to the next."""

    def __init__(self, rows: list[Row], vectors: Path | None) -> None:
        self.rows = rows
        self.words = [tuple(words(row["text"])) for row in rows]
        self.english = np.array([is_english(found) for found in self.words])
        self.vectors = vectors_from(kept([row["text"] for row in rows], vectors)) * self.english[:, None]
        self._known: dict[int, Prepared] = {}

    def prepared(self, place: int) -> Prepared:
        if place not in self._known:
            vector = self.vectors[place] if self.english[place] else None
            self._known[place] = taken_apart(self.rows[place]["text"], vector)
        return self._known[place]


def kept(texts: list[str], folder: Path | None) -> np.ndarray:
    name = sha256("\n".join(texts).encode()).hexdigest()[:16]
    path = folder / f"{name}.npy" if folder else None
    if path and path.exists():
        return np.load(path)
    codes = np.concatenate([codes_of(texts[at : at + 512]) for at in range(0, len(texts), 512)])
    if path:
        np.save(path, codes)
    return codes


def _candidates(asked: Prepared, shortlist: Shortlist, corpus: Sides) -> Iterable[int]:
    shares = shortlist.candidates(asked, CANDIDATES)
    likeness = corpus.vectors @ asked.vector if asked.vector is not None else np.zeros(len(corpus.rows))
    near = [int(place) for place in np.argsort(-likeness)[:CANDIDATES] if likeness[place] > 0]
    worth = {place: shares.get(place, 0.0) + max(0.0, float(likeness[place])) for place in {*shares, *near}}
    return sorted(worth, key=lambda place: (-worth[place], place))[:CANDIDATES]


def _around(query: Row, other: Row) -> Circumstances:
    """In the set of this project a group has its own years, which would tell the group and not the claim."""
    if "group" in query:
        return Circumstances(query["speaker"] == other["speaker"])
    sides = [Entry(row["id"], row["text"], "", row.get("speaker") or "", row.get("date") or "") for row in (query, other)]
    return circumstances(*sides)
