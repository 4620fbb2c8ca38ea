"""Another thing, person or place in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from archive.matching.alike import are_alike, are_opposite, is_known_by
from archive.matching.features import Features
from archive.matching.guards.difference import Difference, Placed, Span, against, are_short, stretch
from archive.matching.guards.signs import signs_of
from archive.matching.numerals import CALENDAR
from archive.matching.prepared import Prepared
from archive.matching.words import Word

# Share of words kept in their order; share of what is said apart from names.
FRAME_LIKENESS, SAID_LIKENESS = 0.6, 0.75
# Shared idf mass from which on one name of ONE_NAME words alone on each side counts; what stands in capitals and is longer is no name.
NAMED_LIKENESS, ONE_NAME, LONGEST_ABBREVIATION = 0.35, 2, 3
MOST_CAPITALS = 0.4
NO_NAMES = frozenset(CALENDAR) | frozenset(
    "president senator sen congress congressman governor gov secretary minister mayor mr mrs dr".split()
)


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
    left, right = _names_alone(query, other), _names_alone(other, query)
    if not left or not right or are_alike(left, right):
        return
    is_one = max(len(left), len(right)) <= ONE_NAME and not _is_headline(query) and not _is_headline(other)
    if _is_said_of_both(query, other) or (is_one and features.with_synonyms >= NAMED_LIKENESS):
        yield against("the name differs", left[0], right[0])


def _is_headline(side: Prepared) -> bool:
    """Most Words Are Written Like Names."""
    return sum(word.text[0].isupper() for word in side.words) > MOST_CAPITALS * len(side.words)


def _is_said_of_both(query: Prepared, other: Prepared) -> bool:
    ours, theirs = query.content - query.names, other.content - other.names
    return bool(ours) and len(ours & theirs) >= SAID_LIKENESS * len(ours | theirs)


def _names_alone(side: Prepared, opposite: Prepared) -> list[Word]:
    """Without what capitals make of a month, a title, or a word that is shouted; and without the first name of somebody who is known."""
    alone: list[Word] = []
    is_known = False
    for word, following in list(zip(side.words, [*side.words[1:], None], strict=True))[::-1]:
        if not word.is_name or word.stem not in side.content or word.folded in NO_NAMES or _is_shouted(word):
            continue
        goes_on = following is not None and following.is_name and following.start - word.end == 1
        is_known = is_known_by(word.stem, opposite.content) or (goes_on and is_known)
        alone += [] if is_known else [word]
    return alone[::-1]


def _is_shouted(word: Word) -> bool:
    return word.text.isupper() and len(word.text) > LONGEST_ABBREVIATION
