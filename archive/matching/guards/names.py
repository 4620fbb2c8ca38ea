"""Another thing, person or place in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from archive.matching.alike import are_alike, are_opposite, is_known_by
from archive.matching.features import Features
from archive.matching.guards.difference import VARIANT, Difference, are_short
from archive.matching.prepared import Prepared
from archive.matching.words import Word

# Share of words kept in their order; share of what is said apart from names.
FRAME_LIKENESS, SAID_LIKENESS = 0.6, 0.75


def differing_frame(query: Prepared, other: Prepared) -> Iterator[Difference]:
    """The same sentence with another word in one place."""
    steps = Levenshtein.opcodes(query.sequence, other.sequence)
    kept = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if kept < FRAME_LIKENESS * max(len(query.sequence), len(other.sequence)):
        return
    for step in steps:
        if step.tag != "replace":
            continue
        ours, theirs = _only_here(query, step.src_start, step.src_end, other), _only_here(other, step.dest_start, step.dest_end, query)
        if ours and theirs and not are_alike(ours, theirs) and not are_opposite(ours, theirs):
            yield Difference(VARIANT, f"variant: '{ours[0].text}' where the other says '{theirs[0].text}'")
            return


def _only_here(side: Prepared, start: int, end: int, opposite: Prepared) -> list[Word]:
    """The words of a stretch; none where it holds a stop word (a turn of phrase), a number, or a word that the other text has elsewhere."""
    stretch = list(side.words[start:end])
    counted = any(number.start <= word.start < number.end for number in side.quantities for word in stretch)
    return [] if counted or any(word.is_stop or word.stem in opposite.content for word in stretch) else stretch


def differing_names(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """The same is said, in whatever order, of another name on each side. Elsewhere in a longer text a name proves nothing."""
    if not are_short(query, other):
        return
    ours, theirs = query.content - query.names, other.content - other.names
    if not ours or len(ours & theirs) < SAID_LIKENESS * len(ours | theirs):
        return
    left, right = _names_alone(query, other), _names_alone(other, query)
    if left and right and not are_alike(left, right):
        yield Difference(VARIANT, f"variant: '{left[0].text}' where the other says '{right[0].text}'")


def _names_alone(side: Prepared, opposite: Prepared) -> list[Word]:
    return [word for word in side.words if word.is_name and word.stem in side.content and not is_known_by(word.stem, opposite.content)]
