"""From features to a calibrated probability that two texts make the same claim. The coefficients file says what it was fitted on.

There are three sets of weights: with vectors, without them for pairs of which a side has none, and with the cosine of the semantic extra.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from math import exp
from operator import attrgetter

from archive.matching.features import Features

NAMES = tuple(field.name for field in fields(Features))
_values = attrgetter(*NAMES)
WITH_VECTORS, WITHOUT_VECTORS, SEMANTIC = "with_vectors", "without_vectors", "semantic"
# Best order and best decision differ: much shared for its length, and near in meaning, comes first; weighed on quotations and claims alike.
ORDER_BY_SHARE, ORDER_BY_CONTENT = 2.5, 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    intercept: float
    of_features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Coefficients:
    """`likely` and `possible` are the probabilities at which the bands for editors begin."""

    sets: dict[str, Weights]
    likely: float
    possible: float


@cache
def coefficients() -> Coefficients:
    table = json.loads(files("archive.matching").joinpath("coefficients.json").read_text(encoding="utf-8"))
    sets = {name: _weights(table[name]) for name in (WITH_VECTORS, WITHOUT_VECTORS, SEMANTIC)}
    return Coefficients(sets, float(table["likely"]), float(table["possible"]))


def _weights(table: dict[str, float]) -> Weights:
    return Weights(float(table["intercept"]), tuple(float(table.get(name, 0.0)) for name in NAMES))


def evidence(features: Features, *, is_reread: bool = False) -> float:
    """The logarithm of the odds. `is_reread`: the cosine is the transformer's."""
    name = SEMANTIC if is_reread else WITHOUT_VECTORS if features.cosine is None else WITH_VECTORS
    fitted = coefficients().sets[name]
    total = fitted.intercept
    for weight, value in zip(fitted.of_features, _values(features), strict=True):
        total += weight * (value or 0.0)
    return total


def probability(total: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def order(features: Features, total: float) -> float:
    return total + ORDER_BY_SHARE * (features.jaccard + (features.cosine or 0.0)) + ORDER_BY_CONTENT * features.query_contained
