"""What turns a claim round: negations, and words exchanged for their opposites.

Similarity is blind to both ("did not approve" shares every word but one with "did approve"), so they are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from archive.matching.words import Word, fold, read_lines, stem

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither without cannot hardly scarcely deny denies denied denying untrue "
    "не нет ни никогда никто ничто ничего нигде без отрицает отрицал отрицала".split()
)
# With the word that follows they negate nothing: "not only", "no doubt", "nothing but".
RULED = frozenset(("rule", "rules", "ruled", "ruling"))
LONGEST_TEXT = 5000
HARMLESS = {
    "not": {"only", "just", "merely", "to"},
    "no": {"doubt", "matter", "wonder", "longer"} - {"longer"},
    "nothing": {"but"},
    "без": {"сомнения"},
    "не": {"только"},
}


# "Isn't it a fact that …", "Didn't they promise …?" ask for a yes.
ASKING = re.compile(
    r"(?:^|[.!?]\s)\W{0,3}(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)n['’]t\b[^.!?]{0,400}\?", re.I
)


def negations(words: Sequence[Word], text: str) -> int:
    """How many words negate. "Neither … nor" counts once, a negation that only asks not at all."""
    following = [*(word.folded for word in words), ""][1:]
    found = sum(
        word.folded in NEGATIONS and after not in HARMLESS.get(word.folded, ()) for word, after in zip(words, following, strict=True)
    )
    found += sum(word.folded in RULED and after == "out" for word, after in zip(words, following, strict=True))
    return max(found - len(ASKING.findall(text[:LONGEST_TEXT])), 0)


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Stem → the stems that mean its opposite."""
    found: dict[str, set[str]] = {}

    def join(a: str, b: str) -> None:
        if a != b:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)

    for line in read_lines("opposites.txt"):
        left, right = ([stem(fold(word)) for word in side.split()] for side in line.split("|"))
        for a in left:
            for b in right:
                join(a, b)
    for line in read_lines("opposites_wordnet.txt"):
        first, *partners = line.split()
        for partner in partners:
            join(first, partner)
    return {one: frozenset(others) for one, others in found.items()}


def swapped(ours: Iterable[str], theirs: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of opposites among the stems that each side has alone; a stem is used once."""
    left, pairs = list(theirs), []
    for one in ours:
        against = opposites().get(one, frozenset())
        other = next((candidate for candidate in left if candidate in against), None)
        if other is not None:
            left.remove(other)
            pairs.append((one, other))
    return pairs
