"""Fits archive/matching/coefficients.json. Standard library alone; run by hand when a feature changes:

    python -m tests.benchmarks.fit_matching STATEMENTS.ndjson [--write]

STATEMENTS.ndjson: {"id", "text", "speaker", "date", "claims"} a line. Half of the groups of statements that are joined by claims
is fitted on, the other half is only measured on. The fit starts from published coefficients for debate sentences and is pulled
towards them (PULL), for a few hundred texts are too few to fit from nothing.
"""

import argparse
import json
from dataclasses import asdict, fields
from hashlib import sha256
from itertools import permutations
from math import exp, log
from pathlib import Path

from archive.matching import Idf, Prepared, prepare
from archive.matching.features import Features, measure

FILE = Path(__file__).parents[2] / "archive" / "matching" / "coefficients.json"
NAMES = [field.name for field in fields(Features)]
START = {
    "query_contained": -0.06, "other_contained": 0.63, "jaccard": 3.72, "with_synonyms": 0.0, "rarest_shared": -0.14, "shared_terms": -1.46,
    "grams": 2.74, "phrase_mass": 0.83, "phrase_length": 2.33, "number_shared": 1.05, "names_conflict": 0.14, "length_ratio": -0.89,
}  # fmt: skip
START_INTERCEPT = -6.28
PULL = 3.0
# Read from the fitted half: at 0.25 two of its 54 statements that repeat nothing would be linked (both to a claim whose name differs
# by a bill), at 0.15 five. "Possible" is where three in four true pairs are listed.
LIKELY, POSSIBLE = 0.25, 0.03


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("statements", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.statements.read_text(encoding="utf-8").split("\n") if line]
    halves = halved(rows)
    idf = Idf.of_passages(prepare(row["text"]).content for row in rows)
    pairs = [pairs_of(half, idf) for half in halves]
    fitted = fit(pairs[0])
    for name, half, found in zip(("fitted on", "kept aside"), halves, pairs, strict=True):
        others = halves[1] if half is halves[0] else halves[0]
        wrong = wrongly_linked(found + strangers(half, others, idf), fitted, LIKELY)
        print(name, len(half), "statements", report(found, fitted, LIKELY), f"new claims linked wrongly {wrong:.3f}")
    table = {
        "fitted_on": f"{len(halves[0])} dated political quotations (Factopolis, CC BY 4.0): {sum(pair['right'] for pair in pairs[0])} "
        f"ordered pairs that share a claim among {len(pairs[0])}; {len(halves[1])} quotations were kept aside. Pulled towards a fit on "
        "472 debate sentences. See tests/benchmarks/fit_matching.py.",
        "intercept": round(fitted[0], 4),
        "weights": {name: round(weight, 4) for name, weight in zip(NAMES, fitted[1:], strict=True)},
        "likely": LIKELY,
        "possible": POSSIBLE,
    }
    print(json.dumps(table, indent=2))
    if chosen.write:
        FILE.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def halved(rows: list[dict]) -> tuple[list[dict], list[dict]]:
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
    halves: tuple[list[dict], list[dict]] = ([], [])
    for row in rows:
        halves[sha256(("half" + smallest[find(row["id"])]).encode()).digest()[-1] % 2].append(row)
    return halves


def pairs_of(rows: list[dict], idf: Idf) -> list[dict]:
    """Every ordered pair but the doubtful: same speaker on the same day, or claims whose names overlap by half."""
    prepared = {row["id"]: prepare(row["text"]) for row in rows}
    return [pair_of(a, b, prepared, idf) for a, b in permutations(rows, 2) if set(a["claims"]) & set(b["claims"]) or not is_doubtful(a, b)]


def pair_of(a: dict, b: dict, prepared: dict[str, Prepared], idf: Idf) -> dict:
    features = asdict(measure(prepared[a["id"]], prepared[b["id"]], idf))
    right = bool(set(a["claims"]) & set(b["claims"]))
    return {"query": a["id"], "later": a["date"] > b["date"], "right": right, "x": [1.0, *(features[name] for name in NAMES)]}


def strangers(rows: list[dict], others: list[dict], idf: Idf) -> list[dict]:
    """Pairs over the two halves, for a fuller archive to be wrong in; none shares a claim."""
    prepared = {row["id"]: prepare(row["text"]) for row in (*rows, *others)}
    return [pair_of(a, b, prepared, idf) for a in rows for b in others if not is_doubtful(a, b)]


def is_doubtful(a: dict, b: dict) -> bool:
    slugs = [(set(x.split("-")), set(y.split("-"))) for x in a["claims"] for y in b["claims"]]
    return (a["speaker"], a["date"]) == (b["speaker"], b["date"]) or any(len(x & y) >= min(len(x), len(y)) / 2 for x, y in slugs)


def fit(pairs: list[dict]) -> list[float]:
    """Newton's method with halved steps. The true pairs of one query weigh one together, so that a claim said thirty times doesn't rule."""
    start = [START_INTERCEPT, *(START[name] for name in NAMES)]
    pull = [0.01, *([PULL] * len(NAMES))]
    rights: dict[str, int] = {}
    for pair in pairs:
        rights[pair["query"]] = rights.get(pair["query"], 0) + pair["right"]
    data = [(pair["x"], float(pair["right"]), 1 / rights[pair["query"]] if pair["right"] else 1.0) for pair in pairs]

    def loss(w: list[float]) -> float:
        return (
            sum(weight * log(1 + exp(-dot(w, x) if y else dot(w, x))) for x, y, weight in data)
            + sum(p * (a - b) ** 2 for p, a, b in zip(pull, w, start, strict=True)) / 2
        )

    w, best = start, loss(start)
    for _ in range(30):
        step, size = newton_step(data, w, start, pull), 1.0
        while (new := loss(tried := [a + size * b for a, b in zip(w, step, strict=True)])) > best and size > 1e-4:
            size /= 2
        if best - new < 1e-6:
            break
        w, best = tried, new
    return w


def newton_step(data: list, w: list[float], start: list[float], pull: list[float]) -> list[float]:
    n = len(w)
    gradient = [-p * (a - b) for p, a, b in zip(pull, w, start, strict=True)]
    hessian = [[pull[i] if i == j else 0.0 for j in range(n)] for i in range(n)]
    for x, y, weight in data:
        p = 1 / (1 + exp(-dot(w, x)))
        error, curve = weight * (y - p), weight * p * (1 - p)
        for i in range(n):
            gradient[i] += error * x[i]
            row, ci = hessian[i], curve * x[i]
            for j in range(i + 1):
                row[j] += ci * x[j]
    for i in range(n):
        for j in range(i):
            hessian[j][i] = hessian[i][j]
    return solve(hessian, gradient)


def dot(w: list[float], x: list[float]) -> float:
    return max(-30.0, min(30.0, sum(a * b for a, b in zip(w, x, strict=True))))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with row exchange."""
    n = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    result = [0.0] * n
    for i in reversed(range(n)):
        result[i] = (rows[i][n] - sum(rows[i][j] * result[j] for j in range(i + 1, n))) / rows[i][i]
    return result


def scored(pairs: list[dict], w: list[float]) -> list[tuple[float, dict]]:
    return [(1 / (1 + exp(-dot(w, pair["x"]))), pair) for pair in pairs]


def wrongly_linked(pairs: list[dict], w: list[float], likely: float) -> float:
    """Share of the statements that repeat nothing whose best earlier statement is called the same."""
    best: dict[str, float] = {}
    repeats = {pair["query"] for pair in pairs if pair["right"] and pair["later"]}
    for score, pair in scored(pairs, w):
        if pair["later"] and pair["query"] not in repeats:
            best[pair["query"]] = max(best.get(pair["query"], 0.0), score)
    return sum(score >= likely for score in best.values()) / len(best)


def report(pairs: list[dict], w: list[float], likely: float) -> str:
    by_query: dict[str, list[tuple[float, bool]]] = {}
    for score, pair in scored(pairs, w):
        by_query.setdefault(pair["query"], []).append((score, pair["right"]))
    ranked = [sorted(found, reverse=True) for found in by_query.values() if any(right for _, right in found)]
    first = [next(place for place, (_, right) in enumerate(found, 1) if right) for found in ranked]
    given = [pair["right"] for score, pair in scored(pairs, w) if score >= likely]
    expected = sum(score for score, _ in scored(pairs, w))
    true = sum(pair["right"] for pair in pairs)
    mrr = sum(1 / place for place in first) / len(first)
    return (
        f"P@1 {first.count(1) / len(first):.3f} MRR {mrr:.3f}; "
        f"at {likely:.3f}: precision {sum(given) / max(len(given), 1):.3f} recall {sum(given) / true:.3f}; "
        f"true pairs {true}, expected {expected:.0f}"
    )


if __name__ == "__main__":
    main()
