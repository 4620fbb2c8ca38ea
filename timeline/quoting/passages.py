"""Which statements of an occasion are one passage: one tells what the other does, as far as the record or the words themselves show it.

Two are one passage where one translates the other, or both another; where people judged that the same speaker makes the same claim with
them, and one of them says little else; and where the same speaker's words are the same in one language, stand in the other's word for
word, or are nearly those of it or of a sentence of it. Nothing else is guessed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from rapidfuzz.distance import LCSseq

from timeline.quoting.said import Said

FEWEST_WORDS = 4  # of words that are looked for inside longer ones
FEWEST_NEAR = 6  # of words that are nearly those of another
NEAR = 0.75  # of the words of one that stand in the other, in their order
LITTLE_ELSE = 0.5  # of a statement, that carries the claim

Key = TypeVar("Key")


def passages(rows: Sequence[Said]) -> list[list[Said]]:
    """In the order in which the first statement of each stands, and each in that order."""
    first = {row: row for row in rows}
    place = {row: number for number, row in enumerate(rows)}
    for pair in (*_of_translations(rows), *_of_claims(rows), *_of_words(rows)):
        early, late = sorted((_first(first, one) for one in pair), key=place.__getitem__)
        first[late] = early
    return list(_grouped(rows, lambda row: [_first(first, row)]).values())


def _first(first: dict[Said, Said], row: Said) -> Said:
    while first[row] is not row:
        first[row] = first[first[row]]
        row = first[row]
    return row


def _grouped(rows: Iterable[Said], keys_of: Callable[[Said], Iterable[Key]]) -> dict[Key, list[Said]]:
    found: dict[Key, list[Said]] = defaultdict(list)
    for row in rows:
        for key in keys_of(row):
            found[key].append(row)
    return found


def _of_translations(rows: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    for group in _grouped(rows, lambda row: [row.original]).values():
        yield from ((group[0], other) for other in group[1:])


def _of_claims(rows: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """What says little but the claim is one passage with all that say it."""
    for key, group in _grouped(rows, lambda row: [(claim, voice) for claim in row.claims for voice in row.voices]).items():
        claim = key[0]
        wholly = [row for row in group if row.claims[claim] >= LITTLE_ELSE * len(row.shown["text"])]
        yield from ((wholly[0], other) for other in (group if wholly else ()))


def _of_words(rows: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    for group in _grouped(rows, lambda row: [(row.shown["language"], voice) for voice in row.voices]).values():
        yield from (pair for pair in combinations(group, 2) if are_alike(*pair))


def are_alike(one: Said, other: Said) -> bool:
    """The same words, those of a part, or nearly those."""
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if len(short.vocabulary & long.vocabulary) < len(short.vocabulary) - (1 - NEAR) * len(short.words):  # as most pairs
        return False
    if short.words == long.words:
        return bool(short.words)
    if len(short.words) >= FEWEST_WORDS and short.line in long.line:
        return True
    return len(short.words) >= FEWEST_NEAR and any(_are_near(short.words, part) for part in (long.words, *long.sentences))


def _are_near(one: list[str], other: list[str]) -> bool:
    longer = max(len(one), len(other))
    return min(len(one), len(other)) >= NEAR * longer and LCSseq.similarity(one, other) >= NEAR * longer
