"""A figure with its counts and its 95 % interval, so that nobody takes nine of ten for ninety of a hundred."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

Interval: TypeAlias = tuple[float, float]

Z = 1.959963984540054  # the normal distribution leaves 2.5 % beyond it on either side
ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` and `interval` are None where there was nothing to count; `target` is what is to be reached, where there is one."""

    name: str
    value: float | None
    interval: Interval | None
    counts: dict[str, int]
    target: float | None = None


def wilson(right: float, total: float) -> Interval | None:
    """Wilson's interval of a share: sound for few cases and near 0 and 1, where the plain one is not."""
    if total <= 0:
        return None
    share, spread = right / total, Z * Z / total
    middle = share + spread / 2
    reach = Z * sqrt(share * (1 - share) / total + spread / total / 4)
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return (0.0 if right == 0 else low), (1.0 if right == total else high)


def share(name: str, right: int, total: int, target: float | None = None) -> Measure:
    return Measure(name, right / total if total else None, wilson(right, total), {"right": right, "of": total}, target)


def f1(name: str, right: int, given: int, wanted: int, target: float | None = None) -> Measure:
    """Of `given` and `wanted` things `right` are the same. F1 is a rising function of the share right / (all that is either), and so
    are the ends of its interval."""
    either = given + wanted - right
    interval = wilson(right, either)
    ends = (_f1_of_share(interval[0]), _f1_of_share(interval[1])) if interval else None
    counts = {"right": right, "given": given, "wanted": wanted}
    return Measure(name, 2 * right / (given + wanted) if given + wanted else None, ends, counts, target)


def _f1_of_share(one: float) -> float:
    return 2 * one / (1 + one)


def mean(name: str, values: Sequence[float], target: float | None = None) -> Measure:
    """The mean of one value a case; the interval by drawing the cases anew, always with the same draws."""
    if not values:
        return Measure(name, None, None, {"of": 0}, target)
    draw = random.Random(0)  # noqa: S311 - no secret: the same figures every time
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(ROUNDS))
    ends = means[round(ROUNDS * 0.025)], means[round(ROUNDS * 0.975) - 1]
    return Measure(name, sum(values) / len(values), ends, {"of": len(values)}, target)
