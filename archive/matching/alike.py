"""Words that may stand for each other, for the guards: a synonym, a shortened or mistyped form, an abbreviation of names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import Levenshtein

from archive.matching.features import synonym_pairs
from archive.matching.polarity import swapped
from archive.matching.words import Word

MISTYPED = 0.75


def are_alike(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    left, right = {word.stem for word in ours}, {word.stem for word in theirs}
    if left & right or synonym_pairs(left, right) or any(abbreviates(a, b) for a in left for b in right):
        return True
    return _is_made_of_initials(ours, theirs) or _is_made_of_initials(theirs, ours)


def are_opposite(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Judged elsewhere, together with what negates them."""
    return bool(swapped([word.stem for word in ours], [word.stem for word in theirs]))


def abbreviates(a: str, b: str) -> bool:
    """One begins like the other, or is mistyped: a shortened or a differently derived form."""
    length = min(len(a), len(b), 5)
    return length >= 4 and (a[:length] == b[:length] or Levenshtein.normalized_similarity(a, b) >= MISTYPED)


def is_known_by(stem: str, others: Collection[str]) -> bool:
    """The other text has it in some form."""
    return stem in others or any(abbreviates(stem, other) for other in others) or bool(synonym_pairs([stem], others))


def _is_made_of_initials(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """NNB is the Norvanian National Bank."""
    initials = "".join(word.folded[0] for word in long)
    return len(long) > 1 and any(word.text.isupper() and word.folded == initials for word in short)
