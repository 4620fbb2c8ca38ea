"""Fits archive/matching/coefficients.json. Run by hand when a feature changes (it needs scipy beside the requirements):

    python -m tests.benchmarks.fitting.matching FOLDER [--old OLD.ndjson --new NEW.ndjson] [--vectors FOLDER] [--write]

FOLDER holds the published sets (see `sets`). Three steps, on two thirds of every set:

1. the order: of the candidates of one query the right ones are to come first (a softmax within each query), every weight with the sign
   that it must have, so that more in common never counts against a pair;
2. the probability: a logistic of that order, on the quotations, the set of this project and statements of another age,
   where nothing is right: what is short or common must not look like a repeat;
3. the same scaled once more on the LISTED best of each quotation, which is what an editor sees, so that of the pairs shown with .7 seven in
   ten are right.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from archive.matching.score import NAMES, WITH_VECTORS, WITHOUT_VECTORS
from tests.benchmarks.fitting.sets import Pairs, measured, tasks

FILE = Path(__file__).parents[3] / "archive" / "matching" / "coefficients.json"
POSITIVE, NEGATIVE, FREE = (0, None), (None, 0), (None, None)
BOUNDS = {
    "cosine": POSITIVE, "rarest": POSITIVE, "grams": POSITIVE, "phrase_length": POSITIVE, "number_shared": POSITIVE,
    "names_conflict": NEGATIVE,
    "length_ratio": FREE, "speaker": POSITIVE, "near": POSITIVE,
}  # fmt: skip
PULL = 10.0
LIKELY = 0.5
LISTED = 5
# Of the statements that repeat nothing, and of those that stand beside another age, so many may be linked.
WRONGLY_LINKED, OF_ANOTHER_AGE, LISTED_TRUE = 0.03, 0.008, 0.9
OF_ONE_TOPIC = 0.08
OTHER_LANGUAGES = {"debates": 1.0, "posts": 0.0, "quotations": 1.0}  # English sets lend their order to languages without vectors


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--old", type=Path)
    options.add_argument("--new", type=Path)
    options.add_argument("--vectors", type=Path, help="where vectors are kept from one run to the next")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    sets = [measured(task, chosen.vectors) for task in tasks(chosen.folder, chosen.old, chosen.new)]
    table: dict = {"fitted_on": "two thirds of each set that tests/benchmarks/fitting/sets.py tells of"}
    for name, english in ((WITH_VECTORS, True), (WITHOUT_VECTORS, False)):
        used = [feature for feature in BOUNDS if english or feature != "cosine"]
        fitted = Fit(sets, used, english=english)
        if not english:
            fitted.shift_to(table["same"], sets)
        table[name] = {"intercept": round(fitted.intercept, 4)} | {f: round(w, 4) for f, w in fitted.weights.items()}
        if english:
            same, possible = thresholds(fitted, sets)
            table |= {"same": round(same, 3), "likely": LIKELY, "possible": round(possible, 3), "doubted": round(same * 0.95, 3)}
        for part in ("fitted on", "kept aside"):
            report(fitted, sets, part, table["same"])
    print(json.dumps(table, indent=2))
    if chosen.write:
        FILE.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


class Fit:
    """One set of coefficients."""

    def __init__(self, sets: list[Pairs], used: list[str], *, english: bool) -> None:
        self.english, self.used = english, used
        self._columns = [NAMES.index(feature) for feature in used]
        order = self._order(sets)
        scale, intercept = self._decision(sets, order)
        self.weights = dict(zip(used, (order * scale).tolist(), strict=True))
        self.intercept = intercept
        if english:
            self._scale(*self._calibration(sets))

    def asked(self, pairs: Pairs) -> np.ndarray:
        """Which pairs this set of coefficients is for."""
        return pairs.english if self.english else ~pairs.english

    def evidence(self, pairs: Pairs) -> np.ndarray:
        features = np.nan_to_num(pairs.x)
        return self.intercept + sum(weight * features[:, NAMES.index(name)] for name, weight in self.weights.items())

    def _order(self, sets: list[Pairs]) -> np.ndarray:
        lists, weights = [], []
        for pairs in sets:
            for mask, weight in self._lent(pairs):
                for places in pairs.of_queries(mask & ~pairs.held & ~pairs.unsure):
                    if weight and pairs.right[places].any() and not pairs.right[places].all():
                        lists.append((np.nan_to_num(pairs.x[places][:, self._columns]), pairs.right[places]))
                        weights.append(weight)
        return ordered(lists, np.array(weights), [BOUNDS[feature] for feature in self.used])

    def _lent(self, pairs: Pairs) -> list[tuple[np.ndarray, float]]:
        if self.english:
            return [(pairs.english, pairs.task.ranks)]
        return [(~pairs.english, 1.0), (pairs.english, OTHER_LANGUAGES.get(pairs.task.name, 0.05))]

    def _decision(self, sets: list[Pairs], order: np.ndarray) -> tuple[float, float]:
        x, y, weights = [], [], []
        for pairs in sets:
            mask = self.asked(pairs) & ~pairs.held & ~pairs.unsure
            if pairs.task.decides and mask.any():
                features = np.nan_to_num(pairs.x[mask])
                x.append(np.c_[features[:, self._columns] @ order, np.ones(mask.sum())])
                y.append(pairs.right[mask])
                weights.append(pairs.task.decides * balanced(pairs.right[mask], pairs.query[mask]))
        fitted = logistic(np.concatenate(x), np.concatenate(y), np.concatenate(weights))
        return float(fitted[0]), float(fitted[1])

    def _calibration(self, sets: list[Pairs]) -> tuple[float, float]:
        quoted = next(pairs for pairs in sets if pairs.task.name == "quotations")
        scores = self.evidence(quoted)
        lists = quoted.of_queries(self.asked(quoted) & ~quoted.held & ~quoted.unsure)
        best = np.concatenate([places[np.argsort(-scores[places])][:LISTED] for places in lists])
        fitted = logistic(np.c_[scores[best], np.ones(len(best))], quoted.right[best], balanced(quoted.right[best], quoted.query[best]))
        return float(fitted[0]), float(fitted[1])

    def shift_to(self, same: float, sets: list[Pairs]) -> None:
        """So that one threshold serves: the same topic of this project's set reaches it as rarely as may be."""
        own = next(pairs for pairs in sets if pairs.task.name == "own")
        reached = allowed(best_of_new(self, own), OF_ONE_TOPIC)
        self.intercept += float(np.log(same / (1 - same)) - np.log(reached / (1 - reached)))

    def _scale(self, by: float, shift: float) -> None:
        self.weights = {name: weight * by for name, weight in self.weights.items()}
        self.intercept = self.intercept * by + shift


def balanced(right: np.ndarray, query: np.ndarray) -> np.ndarray:
    """The true pairs of one query weigh one together, so that a claim said thirty times doesn't rule."""
    rights = np.bincount(query, right, query.max() + 1)
    return np.where(right, 1 / np.maximum(rights[query], 1), 1.0)


def ordered(lists: list[tuple[np.ndarray, np.ndarray]], weights: np.ndarray, bounds: list) -> np.ndarray:
    """Weights by which each right pair is likely the first among the wrong ones of its query."""
    x, y = np.concatenate([rows for rows, _ in lists]), np.concatenate([right for _, right in lists])
    starts = np.r_[0, np.cumsum([len(right) for _, right in lists])][:-1]
    query = np.repeat(np.arange(len(lists)), [len(right) for _, right in lists])
    spread = x.std(axis=0) + 1e-6
    z_of = (x - x.mean(axis=0)) / spread
    share = (weights / np.add.reduceat(y.astype(float), starts))[query] * y

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = z_of @ w
        e = np.exp(z - np.maximum.reduceat(z, starts)[query])
        whole = e + np.add.reduceat(e * ~y, starts)[query]
        slope = np.where(y, -share * (1 - e / whole), e * np.add.reduceat(np.where(y, share / whole, 0), starts)[query])
        return float(-(share[y] * np.log(e / whole)[y]).sum() + PULL / 2 * w @ w), z_of.T @ slope + PULL * w

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 300}).x / spread


def logistic(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The last column is the intercept."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        return float((weights * np.logaddexp(0, np.where(y, -z, z))).sum()), x.T @ (weights * (odds(z) - y))

    start = np.zeros(x.shape[1])
    start[0] = 0.5
    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def odds(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def thresholds(fitted: Fit, sets: list[Pairs]) -> tuple[float, float]:
    """The same: as low as the wrongly linked allow. Possible: where nine in ten of the true pairs are listed."""
    quoted = next(pairs for pairs in sets if pairs.task.name == "quotations")
    same = allowed(best_of_new(fitted, quoted), WRONGLY_LINKED)
    for pairs in sets:
        if "another age" in pairs.task.name:
            same = max(same, allowed(best_of_new(fitted, pairs), OF_ANOTHER_AGE))
    true = odds(fitted.evidence(quoted))[quoted.right & ~quoted.held]
    return same, float(np.quantile(true, 1 - LISTED_TRUE))


def allowed(scores: np.ndarray, share: float) -> float:
    return float(np.sort(scores)[::-1][int(share * len(scores))]) + 0.001


def best_of_new(fitted: Fit, pairs: Pairs, part: Callable[[Pairs], np.ndarray] = lambda pairs: ~pairs.held) -> np.ndarray:
    """For each statement that repeats nothing, the score of its best earlier one."""
    scores = odds(fitted.evidence(pairs))
    lists = pairs.of_queries(fitted.asked(pairs) & part(pairs) & ~pairs.unsure)
    return np.array([scores[places].max() for places in lists if not pairs.right[places].any()])


def report(fitted: Fit, sets: list[Pairs], part: str, same: float) -> None:
    mask: Callable[[Pairs], np.ndarray] = (lambda pairs: pairs.held) if part == "kept aside" else (lambda pairs: ~pairs.held)
    for pairs in sets:
        chosen = fitted.asked(pairs) & mask(pairs) & ~pairs.unsure
        if chosen.any():
            new = best_of_new(fitted, pairs, mask)
            linked = f"of {len(new)} new linked {(new >= same).mean():.4f}" if len(new) and pairs.task.decides else ""
            print(
                f"{part:10} {pairs.task.name:24} {'with' if fitted.english else 'without'} vectors", ranking(fitted, pairs, chosen), linked
            )


def ranking(fitted: Fit, pairs: Pairs, chosen: np.ndarray) -> str:
    scores, firsts, precisions = fitted.evidence(pairs), [], []
    for places in pairs.of_queries(chosen):
        right = pairs.right[places][np.argsort(-scores[places], kind="stable")]
        if right.any() or not pairs.task.decides:  # each query of those sets has one, found or not
            firsts.append(1 + int(np.argmax(right)) if right.any() else np.inf)
            hits = np.cumsum(right[:5]) * right[:5] / np.arange(1, len(right[:5]) + 1)
            precisions.append(hits.sum() / max(1, min(right.sum(), 5)))
    if not firsts:
        return ""
    return (
        f"MAP@5 {np.mean(precisions):.3f} P@1 {np.mean(np.array(firsts) == 1):.3f} MRR {np.mean(1 / np.array(firsts)):.3f} of {len(firsts)}"
    )


if __name__ == "__main__":
    main()
