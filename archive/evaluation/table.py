"""Measures as lines to read on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from archive.evaluation.reliability import Kept, Reliability
from archive.evaluation.shares import Interval, Measure


def lines_of(measures: Sequence[Measure]) -> list[str]:
    """One line a measure: value, 95 % interval, counts, and whether the target is reached."""
    width = max((len(one.name) for one in measures), default=0)
    return [f"  {one.name:{width}}  {_figure(one.value)}  {_range(one.interval)}  {_counts(one)}{_target(one)}" for one in measures]


def _figure(value: float | None) -> str:
    return "  –  " if value is None else f"{value:5.3f}"


def _range(interval: Interval | None) -> str:
    return " " * 13 if interval is None else f"[{interval[0]:5.3f} {interval[1]:5.3f}]"


def _counts(one: Measure) -> str:
    counts = one.counts
    if "given" in counts:
        return f"{counts['right']} right of {counts['given']} given, {counts['wanted']} wanted"
    return f"{counts['right']} of {counts['of']}" if "right" in counts else f"of {counts['of']}"


def _target(one: Measure) -> str:
    if one.target is None or one.value is None:
        return ""
    return f"; target {one.target:g}{' reached' if one.value >= one.target else ' missed'}"


def lines_of_reliability(found: Reliability, kept: Sequence[Kept]) -> list[str]:
    lines = ["  confidence    cases  stated  observed  95 % interval"]
    lines += [
        f"  {one.low:4.2f}–{one.high:4.2f}  {one.total:9}  {one.stated:6.3f}  {one.observed:8.3f}  {_range(one.interval)}"
        for one in found.bins
    ]
    if found.error is not None and found.brier is not None:
        lines.append(f"  expected calibration error {found.error:.3f}, Brier score {found.brier:.3f}, {found.total} speakers")
    lines += ["", "  speakers given from a confidence of"]
    lines += [
        f"  {one.threshold:12.2f}  {one.given:5} given, {one.right:5} right{_precision(one)}, {one.total - one.given} left empty"
        for one in kept
    ]
    return lines


def _precision(one: Kept) -> str:
    return f" ({one.right / one.given:.3f})" if one.given else ""
