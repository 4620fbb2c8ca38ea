"""Another thing, person or place in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from archive.matching.alike import are_alike, are_opposite, is_known_by
from archive.matching.features import Features
from archive.matching.guards.difference import Difference, Placed, Span, against, are_short, stretch
from archive.matching.guards.signs import signs_of
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
    of_others = _read_by_others(query), _read_by_others(other)
    for step in steps:
        if step.tag != "replace":
            continue
        ours = _only_here(query.words[step.src_start : step.src_end], other, of_others[0])
        theirs = _only_here(other.words[step.dest_start : step.dest_end], query, of_others[1])
        if ours and theirs and not are_alike(ours, theirs) and not are_opposite(ours, theirs):
            yield against("a word differs", stretch(query, ours[0], ours[-1]), stretch(other, theirs[0], theirs[-1]))
            return


def _read_by_others(side: Prepared) -> list[Span]:
    """Numbers, and small words such as "provided that", have guards of their own."""
    found: list[Placed] = [*side.quantities, *signs_of(side)]
    return [(one.start, one.end) for one in found]


def _only_here(words: Sequence[Word], opposite: Prepared, of_others: Sequence[Span]) -> Sequence[Word]:
    """The words of a stretch; none where it holds a stop word (a turn of phrase), or a word that the other text has elsewhere."""
    if any(start <= word.start < end for start, end in of_others for word in words):
        return ()
    return () if any(word.is_stop or word.stem in opposite.content for word in words) else words


def differing_names(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """The same is said, in whatever order, of another name on each side. Elsewhere in a longer text a name proves nothing."""
    if not are_short(query, other):
        return
    ours, theirs = query.content - query.names, other.content - other.names
    if not ours or len(ours & theirs) < SAID_LIKENESS * len(ours | theirs):
        return
    left, right = _names_alone(query, other), _names_alone(other, query)
    if left and right and not are_alike(left, right):
        yield against("the name differs", left[0], right[0])


def _names_alone(side: Prepared, opposite: Prepared) -> list[Word]:
    return [word for word in side.words if word.is_name and word.stem in side.content and not is_known_by(word.stem, opposite.content)]
