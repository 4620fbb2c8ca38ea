"""What makes two similar texts different claims: another number, a negation, an opposite, exchanged roles, another word in the same frame.

Similarity sees none of this. A guard relabels a pair and says why; it never hides one. Each is asked only of texts that are
otherwise much alike, for in two loosely related texts a difference proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Levenshtein

from archive.matching.features import Features, synonym_pairs
from archive.matching.numbers import Quantity, is_superlative, unmatched, unpaired
from archive.matching.polarity import swapped
from archive.matching.prepared import Prepared
from archive.matching.words import Word

VARIANT, REVERSAL, NARROWER = "variant", "reversal", "narrower"
# Said on one side alone, they make a claim smaller: a condition or a doubt. In a text that negates they don't ("no country may").
LIMITS = frozenset("if unless may might could possibly perhaps partly если может возможно".split())
# How alike two texts must be, 0 to 1, before a difference counts: shared idf mass of the union, or shared words of the aligned texts.
NUMBERS_ONE_TO_ONE, NUMBERS_ALIKE = 0.75, 0.5
NEGATION_LIKENESS, SWAP_LIKENESS, ROLE_LIKENESS, FRAME_LIKENESS, LIMIT_LIKENESS = 0.7, 0.5, 0.9, 0.6, 0.5
MISTYPED = 0.75


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    reason: str


def differences(query: Prepared, other: Prepared, features: Features) -> tuple[Difference, ...]:
    found = [*_numbers(query, other, features), *_polarity(query, other, features), *_roles(query, other, features)]
    return tuple(found or [*_frame(query, other), *_limits(query, other, features)])


def _numbers(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    alone = unpaired if features.jaccard >= NUMBERS_ONE_TO_ONE else unmatched
    left, right = alone(query.quantities, other.quantities), alone(other.quantities, query.quantities)
    for a, b in product(left, right):
        if a.conflicts(b) and (features.jaccard >= NUMBERS_ALIKE or _is_of_one_thing(a, b, query, other)):
            yield Difference(VARIANT, f"variant: the number differs: {a.text} against {b.text}")
            return
    for a, b in product(query.quantities, other.quantities):
        if a.kind == b.kind == "plain" and a.equals(b) and _counts_something_else(a, b, query, other):
            yield Difference(VARIANT, f"variant: the number differs in what it counts: {_counted(a, query)} against {_counted(b, other)}")
            return
    for ranks, plain in ((left, other), (right, query)):
        for rank in ranks:
            if _is_bare_superlative(rank, plain):
                yield Difference(VARIANT, f"variant: the rank differs: only one says '{rank.text}'")
                return


def _is_of_one_thing(a: Quantity, b: Quantity, query: Prepared, other: Prepared) -> bool:
    """Both are percents, years, days, ranks, money; or the same word follows."""
    if a.kind == b.kind != "plain" or a.text[0] == b.text[0] in "$€£₽":
        return True
    return a.kind == b.kind and bool(things := {_thing(a, query), _thing(b, other)} - {""}) and len(things) == 1


def _thing(number: Quantity, side: Prepared) -> str:
    """The word right behind a number, if it is one that says something."""
    following = next((word for word in side.words if word.start >= number.end), None)
    return following.stem if following and not following.is_stop and following.start - number.end <= 1 else ""


def _counts_something_else(a: Quantity, b: Quantity, query: Prepared, other: Prepared) -> bool:
    """Two metres against two points: words that follow the number, of which neither stands in the other text."""
    ours, theirs = _thing(a, query), _thing(b, other)
    if not ours or not theirs or ours in other.places or theirs in query.places:
        return False
    return not synonym_pairs([ours], [theirs]) and not _abbreviates(ours, theirs)


def _counted(number: Quantity, side: Prepared) -> str:
    return f"{number.text} {next(word.text for word in side.words if word.start >= number.end)}"


def _is_bare_superlative(rank: Quantity, plain: Prepared) -> bool:
    """ "The third highest" against "the highest"."""
    if rank.kind != "rank" or any(one.kind == "rank" for one in plain.quantities):
        return False
    return any(is_superlative(word.folded) for word in plain.words)


def _polarity(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """Two turns make none: "not legal" and "illegal" say the same."""
    left, right = Counter(query.sequence), Counter(other.sequence)
    swaps = swapped(left - right, right - left)
    turned = (query.negations + other.negations) % 2 == 1
    alike = _likeness(query, other, len(swaps))
    if len(swaps) % 2 and not turned and alike >= SWAP_LIKENESS and not _is_converse(query, other, swaps[0]):
        yield Difference(
            REVERSAL, "possible reversal: " + ", ".join(f"'{_written(query, a)}' against '{_written(other, b)}'" for a, b in swaps)
        )
    if turned and not len(swaps) % 2 and features.with_synonyms >= NEGATION_LIKENESS:
        yield Difference(REVERSAL, "possible reversal: one side is negated")


def _is_converse(query: Prepared, other: Prepared, swap: tuple[str, str]) -> bool:
    """ "A before B" is "B after A": the words on the two sides of a comparison change places with it."""
    here, there = query.sequence.index(swap[0]), other.sequence.index(swap[1])
    shared = query.content & other.content
    crossed = {stem for stem in shared & set(query.sequence[:here]) if stem in other.sequence[there:]}
    back = {stem for stem in shared & set(query.sequence[here:]) if stem in other.sequence[:there]}
    return bool(crossed - back and back - crossed)


def _likeness(query: Prepared, other: Prepared, swaps: int) -> float:
    """Share of words that both have, with the exchanged ones counted as had."""
    left, right = Counter(query.sequence), Counter(other.sequence)
    shared = (left & right).total() + swaps
    total = (left | right).total() - swaps
    return shared / total if total else 0.0


def _written(side: Prepared, stem: str) -> str:
    return next((word.text for word in side.words if word.stem == stem), stem)


def _roles(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """The same words, but two of them exchanged their places around a third, and neither text is the other in the passive voice."""
    if features.jaccard < ROLE_LIKENESS or _passives(query) != _passives(other):
        return
    ours, theirs = _places(query), _places(other)
    shared = sorted(ours.keys() & theirs.keys(), key=ours.__getitem__)
    for at, pivot in enumerate(shared):
        before = [stem for stem in shared[:at] if theirs[stem] > theirs[pivot]]
        after = [stem for stem in shared[at + 1 :] if theirs[stem] < theirs[pivot]]
        if before and after:
            yield Difference(REVERSAL, f"possible reversal: '{_written(query, before[0])}' and '{_written(query, after[0])}' change places")
            return


def _passives(side: Prepared) -> int:
    return sum(word.folded == "by" for word in side.words)


def _places(side: Prepared) -> dict[str, int]:
    """Where each content word stands, for words that stand once."""
    return {stem: found[0] for stem, found in side.places.items() if len(found) == 1 and stem in side.content}


def _limits(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    if features.with_synonyms < LIMIT_LIKENESS:
        return
    ours, theirs = ([word.text for word in side.words if word.folded in LIMITS and not side.negations] for side in (query, other))
    if bool(ours) != bool(theirs):
        yield Difference(NARROWER, f"narrower: only one side says '{(ours or theirs)[0]}'")


def _frame(query: Prepared, other: Prepared) -> Iterator[Difference]:
    """The same sentence with another word in one place: other thing, person or place."""
    steps = Levenshtein.opcodes(query.sequence, other.sequence)
    kept = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if kept < FRAME_LIKENESS * max(len(query.sequence), len(other.sequence)):
        return
    for step in steps:
        if step.tag != "replace":
            continue
        ours, theirs = _only_here(query, step.src_start, step.src_end, other), _only_here(other, step.dest_start, step.dest_end, query)
        if ours and theirs and not _alike(ours, theirs):
            yield Difference(VARIANT, f"variant: '{ours[0].text}' where the other says '{theirs[0].text}'")
            return


def _only_here(side: Prepared, start: int, end: int, opposite: Prepared) -> list[Word]:
    """The words of a stretch; none where it holds a stop word (a turn of phrase), a number, or a word that the other text has elsewhere."""
    stretch = list(side.words[start:end])
    counted = any(number.start <= word.start < number.end for number in side.quantities for word in stretch)
    return [] if counted or any(word.is_stop or word.stem in opposite.content for word in stretch) else stretch


def _alike(ours: list[Word], theirs: list[Word]) -> bool:
    left, right = {word.stem for word in ours}, {word.stem for word in theirs}
    return bool(left & right or synonym_pairs(left, right) or any(_abbreviates(a, b) for a in left for b in right))


def _abbreviates(a: str, b: str) -> bool:
    """One begins like the other, or is mistyped: a shortened or a differently derived form."""
    length = min(len(a), len(b), 5)
    return length >= 4 and (a[:length] == b[:length] or Levenshtein.normalized_similarity(a, b) >= MISTYPED)
