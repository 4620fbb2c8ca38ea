"""Pairs that people answered beside what the engine makes of them, at its own threshold and at others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.evaluation.shares import Measure, f1, share


@dataclass(frozen=True, slots=True)
class Pair:
    """`answer` is a person's, `label` the engine's (same, possible, none, or what a guard found); `score` is how like the two are, and
    `is_telling` says that the engine would propose them."""

    answer: str
    score: float
    same: bool
    label: str
    is_telling: bool = True


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """What calling pairs the same from this score on would give."""

    threshold: float
    given: int
    right: int
    precision: Measure
    recall: Measure
    f1: Measure


def measures_of(pairs: Sequence[Pair], same: str) -> list[Measure]:
    """Of the pairs that the engine calls the same claim; `same` is the answer that says so."""
    given, wanted, right = _counts(pairs, [one.same for one in pairs], same)
    return [share("precision", right, given), share("recall", right, wanted), f1("F1", right, given, wanted)]


def at_thresholds(pairs: Sequence[Pair], same: str, current: float, thresholds: Sequence[float]) -> list[AtThreshold]:
    """A guard that found a difference keeps a pair from being the same at every threshold."""
    rows = []
    for threshold in thresholds:
        given, wanted, right = _counts(pairs, [_is_called_same(one, threshold, current) for one in pairs], same)
        measures = share("precision", right, given), share("recall", right, wanted), f1("F1", right, given, wanted)
        rows.append(AtThreshold(threshold, given, right, *measures))
    return rows


def _is_called_same(pair: Pair, threshold: float, current: float) -> bool:
    """Above the engine's own threshold a pair must be the same by its other rules as well; below it nothing but a guard speaks against."""
    if pair.score < threshold:
        return False
    return pair.same or (pair.score < current and pair.label in ("possible", "same", "none"))


def _counts(pairs: Sequence[Pair], called: Sequence[bool], same: str) -> tuple[int, int, int]:
    right = sum(is_called and pair.answer == same for pair, is_called in zip(pairs, called, strict=True))
    return sum(called), sum(pair.answer == same for pair in pairs), right


def by_answer(pairs: Sequence[Pair]) -> dict[str, dict[str, int]]:
    """For each answer, what the engine calls the pairs that got it, the commonest first."""
    found: dict[str, Counter[str]] = {}
    for pair in pairs:
        found.setdefault(pair.answer, Counter())[pair.label] += 1
    return {answer: dict(labels.most_common()) for answer, labels in found.items()}
