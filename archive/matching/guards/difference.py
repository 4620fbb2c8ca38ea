"""One thing in which two similar texts differ, named for an editor."""

from __future__ import annotations

from dataclasses import dataclass

from archive.matching.prepared import Prepared

VARIANT, REVERSAL, NARROWER = "variant", "reversal", "narrower"
# A sentence or two: in a long text that holds a short one, what stands beside it proves nothing.
FEW_WORDS = 30


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    reason: str


def written(side: Prepared, stem: str) -> str:
    return next((word.text for word in side.words if word.stem == stem), stem)


def are_short(*sides: Prepared) -> bool:
    return all(len(side.words) <= FEW_WORDS for side in sides)
