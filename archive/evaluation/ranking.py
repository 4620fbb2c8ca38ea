"""Ranked lists beside what is right: how far up the right ones stand."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

from archive.evaluation.shares import Measure, mean, share

TOP, LISTED = 5, 10


def average_precision(ranking: Sequence[Hashable], right: Collection[Hashable], top: int = TOP) -> float:
    """The precision at each right place among the first `top`, over as many as could be right there."""
    hits, total = 0, 0.0
    for place, one in enumerate(ranking[:top], 1):
        if one in right:
            hits += 1
            total += hits / place
    return total / min(len(right), top) if right else 0.0


def first_right(ranking: Sequence[Hashable], right: Collection[Hashable]) -> int | None:
    """The place of the first that is right, counted from 1."""
    return next((place for place, one in enumerate(ranking, 1) if one in right), None)


def measures_of(lists: Sequence[tuple[Sequence[Hashable], Collection[Hashable]]]) -> list[Measure]:
    """Over rankings, each with what is right; only those for which something is right are counted."""
    asked = [(ranking, right) for ranking, right in lists if right]
    places = [first_right(ranking, right) for ranking, right in asked]
    return [
        mean(f"MAP@{TOP}", [average_precision(ranking, right) for ranking, right in asked]),
        mean("MRR", [1 / place if place else 0.0 for place in places]),
        share("P@1", sum(place == 1 for place in places), len(places)),
        share(f"S@{LISTED}", sum(place is not None and place <= LISTED for place in places), len(places)),
    ]
