"""From features to a calibrated probability that two texts make the same claim. The coefficients file says what it was fitted on.

There are two sets of weights: with vectors, and without them for pairs of which a side has none.
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
WITH_VECTORS, WITHOUT_VECTORS = "with_vectors", "without_vectors"


@dataclass(frozen=True, slots=True)
class Weights:
    intercept: float
    of_features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Coefficients:
    """From `same` on the engine calls two texts one claim. `likely` and `possible` are where the bands for editors begin: what is likelier
    than not, and what holds nine in ten of the true pairs. `doubted` is the share of a probability that a guard leaves."""

    sets: dict[str, Weights]
    same: float
    likely: float
    possible: float
    doubted: float


@cache
def coefficients() -> Coefficients:
    table = json.loads(files("archive.matching").joinpath("coefficients.json").read_text(encoding="utf-8"))
    sets = {name: _weights(table[name]) for name in (WITH_VECTORS, WITHOUT_VECTORS)}
    return Coefficients(sets, *(float(table[name]) for name in ("same", "likely", "possible", "doubted")))


def _weights(table: dict[str, float]) -> Weights:
    return Weights(float(table["intercept"]), tuple(float(table.get(name, 0.0)) for name in NAMES))


def evidence(features: Features) -> float:
    """The logarithm of the odds."""
    fitted = coefficients().sets[WITHOUT_VECTORS if features.cosine is None else WITH_VECTORS]
    total = fitted.intercept
    for weight, value in zip(fitted.of_features, _values(features), strict=True):
        total += weight * (value or 0.0)
    return total


def probability(total: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def below_same(believed: float) -> float:
    """What is left where texts differ in something that makes them two claims, or say too little: always less than the same."""
    return believed * coefficients().doubted
