"""Whether confidence means something: of all that was given with .8, is eight in ten right?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.evaluation.shares import Interval, wilson

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases whose confidence lies from `low` up to below `high` (the last takes 1 in): what was stated on average, what came true."""

    low: float
    high: float
    total: int
    right: int
    stated: float
    observed: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Reliability:
    """`error` is the expected calibration error: how far stated and observed lie apart, on average over the cases. `brier` is the mean
    square of what each case missed by."""

    bins: tuple[Bin, ...]
    total: int
    error: float | None
    brier: float | None


def reliability_of(judged: Iterable[tuple[float, bool]], edges: Sequence[float] = EDGES) -> Reliability:
    cases = list(judged)
    bins = [made for low, high in pairwise(edges) if (made := _bin(cases, low, high, last=high == edges[-1]))]
    if not cases:
        return Reliability((), 0, None, None)
    error = sum(one.total * abs(one.stated - one.observed) for one in bins) / len(cases)
    brier = sum((stated - right) ** 2 for stated, right in cases) / len(cases)
    return Reliability(tuple(bins), len(cases), error, brier)


def _bin(cases: Sequence[tuple[float, bool]], low: float, high: float, *, last: bool) -> Bin | None:
    inside = [(stated, right) for stated, right in cases if low <= stated < high or (last and stated == high)]
    right, total = sum(right for _, right in inside), len(inside)
    interval = wilson(right, total)
    if interval is None:
        return None
    return Bin(low, high, total, right, sum(stated for stated, _ in inside) / total, right / total, interval)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is given at a confidence of `threshold` or more: how many of all, and how many of them are right."""

    threshold: float
    given: int
    right: int
    total: int


def kept_at(judged: Iterable[tuple[float, bool]], thresholds: Sequence[float]) -> list[Kept]:
    cases = list(judged)
    rows = [(threshold, [right for stated, right in cases if stated >= threshold]) for threshold in thresholds]
    return [Kept(threshold, len(given), sum(given), len(cases)) for threshold, given in rows]
