"""Fits archive/matching/coefficients.json. Run by hand when a feature changes:

    python -m tests.benchmarks.fit_matching STATEMENTS.ndjson CLAIMS.ndjson [--write]

STATEMENTS.ndjson: {"id", "text", "speaker", "date", "claims"} a line; CLAIMS.ndjson: {"slug", "text"}. Half of the groups of statements
that are joined by claims is fitted on, the other half is only measured on. Two kinds of pairs: a statement with every other one, and a
statement with every claim in its short neutral words. The fit starts from published coefficients for debate sentences and is pulled
towards them (PULL), for a few hundred texts are too few to fit from nothing.

What is fitted ranks well and says "one in so many pairs"; an editor sees only the LISTED best of each query. So the result is calibrated
once more (Platt's scaling) on those, and the probability means: of the pairs shown with .7, seven in ten are right.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np

from archive.matching import Circumstances, Idf, Prepared, prepare
from archive.matching.features import measure
from archive.matching.score import NAMES, WITH_VECTORS, WITHOUT_VECTORS

FILE = Path(__file__).parents[2] / "archive" / "matching" / "coefficients.json"
START = {
    "query_contained": -0.06, "other_contained": 0.63, "jaccard": 3.72, "grams": 2.74, "phrase_mass": 0.83, "phrase_length": 2.33,
    "number_shared": 1.05, "names_conflict": 0.14, "length_ratio": -0.89, "cosine": 2.13,
}  # fmt: skip
START_INTERCEPT = -6.28
PULL = 3.0
CLAIM_WEIGHT = 0.5
LISTED = 20
# The share of statements which repeat nothing that may be linked to some earlier one, read on the half that is fitted on.
WRONGLY_LINKED, LISTED_TRUE = 0.02, 0.9


@dataclass
class Pairs:
    """`x` are features, one column more for the intercept; `query` numbers the text that is asked."""

    x: np.ndarray
    right: np.ndarray
    query: np.ndarray
    later: np.ndarray

    def weights(self) -> np.ndarray:
        """The true pairs of one query weigh one together, so that a claim said thirty times doesn't rule."""
        rights = np.bincount(self.query, self.right, self.query.max() + 1)
        return np.where(self.right, 1 / np.maximum(rights[self.query], 1), 1.0)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("statements", type=Path)
    options.add_argument("claims", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--other-half", action="store_true", help="fit on the half kept aside: to see how much hangs on it")
    chosen = options.parse_args()
    gold = Gold.of(*(read(path) for path in (chosen.statements, chosen.claims)), other_half=chosen.other_half)
    known = json.loads(FILE.read_text(encoding="utf-8"))
    table: dict = {"fitted_on": gold.told}
    for name in (WITH_VECTORS, WITHOUT_VECTORS):
        table |= fitted_by(name, gold)
    table["doubted"] = known["doubted"]
    print(json.dumps(table, indent=2))
    if chosen.write:
        FILE.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


@dataclass
class Gold:
    """The first of the halves is fitted on."""

    rows: list[dict]
    claims: list[dict]
    halves: list[list[dict]]

    @classmethod
    def of(cls, rows: list[dict], claims: list[dict], *, other_half: bool) -> "Gold":
        return cls(rows, claims, halved(rows)[:: -1 if other_half else 1])

    @property
    def told(self) -> str:
        fitted_on, kept_aside = map(len, self.halves)
        return (
            f"{fitted_on} dated political quotations (Factopolis, CC BY 4.0), each with each other one and with {len(self.claims)} claims; "
            f"{kept_aside} quotations were kept aside. Pulled towards a fit on 472 debate sentences. See tests/benchmarks/fit_matching.py."
        )


def fitted_by(name: str, gold: Gold) -> dict:
    """One set of coefficients, told of as it is fitted; the first sets the thresholds too."""
    quoted = [among(half, gold.rows) for half in gold.halves]
    claimed = [against(half, gold.claims) for half in gold.halves]
    used = [feature for feature in NAMES if feature != "cosine" or name != WITHOUT_VECTORS]
    fitted = calibrated(fit([quoted[0], claimed[0]], used), quoted[0])
    likely, possible = thresholds(fitted, quoted[0])
    print(name, f"likely {likely:.3f} possible {possible:.3f}")
    for told, found, given in zip(("  fitted on ", "  kept aside"), quoted, claimed, strict=True):
        print(told, report(fitted, found, likely), "; to claims", ranking(fitted, given))
    weights = {"intercept": round(fitted[0], 4)} | {feature: round(fitted[1 + NAMES.index(feature)], 4) for feature in used}
    bounds = {"likely": round(likely, 3), "possible": round(possible, 3)} if name == WITH_VECTORS else {}
    return {name: weights} | bounds


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def halved(rows: list[dict]) -> list[list[dict]]:
    """Statements that are joined by claims, or by the same words, stay together."""
    group = {row["id"]: row["id"] for row in rows}

    def find(x: str) -> str:
        while group[x] != x:
            x = group[x]
        return x

    first: dict[str, str] = {}
    for row in rows:
        for key in (*row["claims"], row["text"]):
            group[find(row["id"])] = find(first.setdefault(key, row["id"]))
    smallest: dict[str, str] = {}
    for row in rows:
        smallest[find(row["id"])] = min([*row["claims"], smallest.get(find(row["id"]), "\uffff")])
    halves: list[list[dict]] = [[], []]
    for row in rows:
        halves[sha256(("half" + smallest[find(row["id"])]).encode()).digest()[-1] % 2].append(row)
    return halves


def among(half: list[dict], rows: list[dict]) -> Pairs:
    """Every statement of a half with every other one of both, for a fuller archive to be wrong in, but the doubtful."""
    idf = Idf.of_passages(prepare(row["text"]).content for row in rows)
    known = dict(zip([row["id"] for row in rows], prepared(rows), strict=True))
    return gathered(
        (number, measured(known[a["id"]], known[b["id"]], idf, around(a, b)), share(a, b), a["date"] > b["date"])
        for number, a in enumerate(half)
        for b in rows
        if a["id"] != b["id"] and a["text"] != b["text"] and (share(a, b) or not is_doubtful(a, b))
    )


def against(half: list[dict], claims: list[dict]) -> Pairs:
    read = prepared(claims)
    idf = Idf.of_passages(one.content for one in read)
    return gathered(
        (number, measured(asked, other, idf, Circumstances()), claim["slug"] in row["claims"], True)
        for number, (row, asked) in enumerate(zip(half, prepared(half), strict=True))
        for claim, other in zip(claims, read, strict=True)
        if claim["slug"] in row["claims"] or not any(overlap(claim["slug"], slug) for slug in row["claims"])
    )


def prepared(rows: list[dict]) -> list[Prepared]:
    return [prepare(row["text"]) for row in rows]


def gathered(found: Iterable[tuple[int, list[float], bool, bool]]) -> Pairs:
    queries, features, rights, laters = zip(*found, strict=True)
    return Pairs(np.array(features), np.array(rights), np.array(queries), np.array(laters))


def measured(query: Prepared, other: Prepared, idf: Idf, known: Circumstances) -> list[float]:
    features = measure(query, other, idf, known)
    return [1.0, *(float(getattr(features, name) or 0.0) for name in NAMES)]


def around(a: dict, b: dict) -> Circumstances:
    days = date.fromisoformat(a["date"]) - date.fromisoformat(b["date"])
    return Circumstances(a["speaker"] == b["speaker"], abs(days.days))


def share(a: dict, b: dict) -> bool:
    return bool(set(a["claims"]) & set(b["claims"]))


def is_doubtful(a: dict, b: dict) -> bool:
    """Same speaker on the same day, or claims whose names overlap by half."""
    return (a["speaker"], a["date"]) == (b["speaker"], b["date"]) or any(overlap(x, y) for x in a["claims"] for y in b["claims"])


def overlap(a: str, b: str) -> bool:
    x, y = set(a.split("-")), set(b.split("-"))
    return len(x & y) >= min(len(x), len(y)) / 2


def fit(kinds: list[Pairs], used: list[str]) -> np.ndarray:
    """Newton's method with halved steps, on the quotations and, at CLAIM_WEIGHT, the claims."""
    x, y = np.concatenate([pairs.x for pairs in kinds]), np.concatenate([pairs.right for pairs in kinds])
    weights = np.concatenate([pairs.weights() * weight for pairs, weight in zip(kinds, (1.0, CLAIM_WEIGHT), strict=True)])
    start = np.array([START_INTERCEPT, *(START.get(name, 0.0) * (name in used) for name in NAMES)])
    pull = np.array([0.01, *(PULL if name in used else 1e9 for name in NAMES)])

    def loss(w: np.ndarray) -> float:
        return float((weights * np.logaddexp(0, np.where(y, -x @ w, x @ w))).sum() + (pull * (w - start) ** 2).sum() / 2)

    w = start
    for _ in range(50):
        p = odds(x @ w)
        gradient = x.T @ (weights * (y - p)) - pull * (w - start)
        step = np.linalg.solve((x * (weights * p * (1 - p))[:, None]).T @ x + np.diag(pull), gradient)
        size = next((size for size in 0.5 ** np.arange(12) if loss(w + size * step) < loss(w)), 0.0)
        if size == 0 or np.abs(size * step).max() < 1e-7:
            break
        w = w + size * step
    return w


def calibrated(w: np.ndarray, pairs: Pairs) -> np.ndarray:
    """Scaled and shifted so that the probabilities are right among the LISTED best of each query."""
    z = pairs.x @ w
    best = np.zeros(len(z), dtype=bool)
    for query in np.unique(pairs.query):
        places = np.flatnonzero((pairs.query == query) & pairs.later)
        best[places[np.argsort(-z[places])][:LISTED]] = True
    x, y, weights = np.c_[np.ones(best.sum()), z[best]], pairs.right[best], pairs.weights()[best]
    scale = np.array([0.0, 1.0])
    for _ in range(50):
        p = odds(x @ scale)
        scale = scale + np.linalg.solve((x * (weights * p * (1 - p))[:, None]).T @ x, x.T @ (weights * (y - p)))
    result = w * scale[1]
    result[0] += scale[0]
    return result


def odds(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def thresholds(w: np.ndarray, pairs: Pairs) -> tuple[float, float]:
    """Likely: as low as the wrongly linked allow. Possible: where nine in ten of the true pairs are listed."""
    scores = odds(pairs.x @ w)
    new = sorted(best_of_new(scores, pairs), reverse=True)
    likely = new[int(WRONGLY_LINKED * len(new))] + 0.001
    return likely, float(np.quantile(scores[pairs.right], 1 - LISTED_TRUE))


def best_of_new(scores: np.ndarray, pairs: Pairs) -> list[float]:
    """For each statement that repeats nothing, the score of its best earlier one."""
    asked = {query: (pairs.query == query) & pairs.later for query in np.unique(pairs.query)}
    return [float(scores[mine].max()) for mine in asked.values() if mine.any() and not pairs.right[mine].any()]


def report(w: np.ndarray, pairs: Pairs, likely: float) -> str:
    scores = odds(pairs.x @ w)
    given = scores >= likely
    new = np.array(best_of_new(scores, pairs))
    shown = f"{ranking(w, pairs)}; at {likely:.3f}: precision {pairs.right[given].mean():.3f} recall {given[pairs.right].mean():.3f}"
    fifths = [(low, (scores >= low) & (scores < low + 0.2)) for low in (0.0, 0.2, 0.4, 0.6, 0.8)]
    right = ", ".join(f"{low}-: {pairs.right[mine].mean():.2f}" for low, mine in fifths if mine.any())
    return f"{shown} new claims linked wrongly {(new >= likely).mean():.3f}; right among those scored {right}"


def ranking(w: np.ndarray, pairs: Pairs) -> str:
    z, first = pairs.x @ w, []
    for query in np.unique(pairs.query):
        mine = np.flatnonzero(pairs.query == query)
        if pairs.right[mine].any():
            first.append(1 + int(np.argmax(pairs.right[mine][np.argsort(-z[mine], kind="stable")])))
    return f"P@1 {np.mean(np.array(first) == 1):.3f} MRR {np.mean(1 / np.array(first)):.3f}"


if __name__ == "__main__":
    main()
