"""From features to a calibrated probability that two texts make the same claim. The coefficients file says what it was fitted on."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from math import exp

from archive.matching.features import Features


@dataclass(frozen=True, slots=True)
class Coefficients:
    """`likely` and `possible` are the probabilities at which the bands for editors begin."""

    intercept: float
    weights: tuple[float, ...]
    likely: float
    possible: float


@cache
def coefficients() -> Coefficients:
    table = json.loads(files("archive.matching").joinpath("coefficients.json").read_text(encoding="utf-8"))
    weights = tuple(float(table["weights"][field.name]) for field in fields(Features))
    return Coefficients(float(table["intercept"]), weights, float(table["likely"]), float(table["possible"]))


def probability(features: Features) -> float:
    fitted = coefficients()
    total = fitted.intercept + sum(
        weight * getattr(features, field.name) for weight, field in zip(fitted.weights, fields(features), strict=True)
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
