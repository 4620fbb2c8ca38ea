"""A negation, an opposite, exchanged roles: the same words that say the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archive.matching.features import Features
from archive.matching.guards.denial import denied
from archive.matching.guards.difference import REVERSAL, Difference, Placed, against, of_stem
from archive.matching.guards.signs import signs_of
from archive.matching.polarity import swapped
from archive.matching.prepared import Prepared

OPPOSITE = "may be the opposite"
# How alike two texts must be before it counts: shared idf mass with synonyms, shared words, shared idf mass.
NEGATION_LIKENESS, SWAP_LIKENESS, ROLE_LIKENESS, DENIAL_LIKENESS = 0.7, 0.5, 0.85, 0.25
COMPARING = frozenset("than чем ніж чым".split())
ROLE_SHARE = 0.75
FEWEST_DENIED = 2  # words that both have and one denies
PREPOSITIONS = frozenset("of in on at by for with about against between into through to from under over within without than".split())
ARTICLES = frozenset("a an the this that these those its his her their our my your any all some".split())
# Two exchanged words this near each other say the same again: "employment rose", "unemployment fell".
ONE_PHRASE = 4


def differing_polarity(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    swaps = swaps_of(query, other)
    excepted = _exception(query, other) if swaps or features.with_synonyms >= DENIAL_LIKENESS else None
    turned = is_turned(query, other, swaps) != bool(excepted)
    if swaps:
        yield from () if turned else _swapped(query, other, swaps)
    elif turned and features.with_synonyms >= NEGATION_LIKENESS:
        yield excepted or _negated(query, other)
    elif not excepted and features.with_synonyms >= DENIAL_LIKENESS:
        yield from _denied(query, other)


def _swapped(query: Prepared, other: Prepared, swaps: list[tuple[str, str]]) -> Iterator[Difference]:
    if _likeness(query, other, len(swaps)) >= SWAP_LIKENESS and not _say_the_same_again(query, other, swaps):
        for a, b in swaps:
            yield against(OPPOSITE, of_stem(query, a), of_stem(other, b), label=REVERSAL)


def _compares(side: Prepared) -> bool:
    """ "Nobody pays more than we do" is "We pay more than anybody"."""
    return any(word.folded in COMPARING for word in side.words)


def _denied(query: Prepared, other: Prepared) -> Iterator[Difference]:
    """Most of what both say, one of them denies."""
    if _compares(query) or _compares(other):
        return
    ours, theirs = denied(query), denied(other)
    shared = [stem for stem in ours if stem in theirs and stem not in query.names | other.names]
    turned = [stem for stem in shared if bool(ours[stem]) != bool(theirs[stem])]
    if len(turned) >= FEWEST_DENIED and 2 * len(turned) > len(shared):
        yield _only_one_says(ours[turned[0]], theirs[turned[0]])


def _only_one_says(ours: Placed | None, theirs: Placed | None) -> Difference:
    said = next(word.text for word in (ours, theirs) if word)
    return Difference(
        REVERSAL, f"{OPPOSITE}: only one says '{said}'", *((word.start, word.end) if word else None for word in (ours, theirs))
    )


def _exception(query: Prepared, other: Prepared) -> Difference | None:
    """ "Unless" is "if not": where the other side says "if", it negates."""
    ours, theirs = ({sign.sense: sign for sign in signs_of(side) if sign.question == "condition"} for side in (query, other))
    if "unless" in ours and "if" in theirs and "unless" not in theirs:
        return against(OPPOSITE, ours["unless"], theirs["if"], label=REVERSAL)
    if "unless" in theirs and "if" in ours and "unless" not in ours:
        return against(OPPOSITE, ours["if"], theirs["unless"], label=REVERSAL)
    return None


def _negated(query: Prepared, other: Prepared) -> Difference:
    """With the word that one side negates by and the other has not."""
    ours, theirs = Counter(query.negations), Counter(other.negations)
    if len(query.negations) > len(other.negations):
        return _only_one_says(of_stem(query, next(iter(ours - theirs))), None)
    return _only_one_says(None, of_stem(other, next(iter(theirs - ours))))


def swaps_of(query: Prepared, other: Prepared) -> list[tuple[str, str]]:
    left, right = Counter(query.sequence), Counter(other.sequence)
    return swapped(left - right, right - left)


def is_turned(query: Prepared, other: Prepared, swaps: list[tuple[str, str]]) -> bool:
    """One side negates, and not by a word that is exchanged already ("admits" against "denies"). Two turns make none."""
    exchanged = {stem for pair in swaps for stem in pair}
    return sum(stem not in exchanged for stem in (*query.negations, *other.negations)) % 2 == 1


def _say_the_same_again(query: Prepared, other: Prepared, swaps: list[tuple[str, str]]) -> bool:
    if len(swaps) % 2:
        return _is_converse(query, other, swaps[0])
    ours, theirs = ([side.places[pair[n]][0] for pair in swaps] for n, side in enumerate((query, other)))
    return max(ours) - min(ours) <= ONE_PHRASE and max(theirs) - min(theirs) <= ONE_PHRASE


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


def exchanged_roles(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """Who does it and who suffers it change places."""
    alike = max(features.query_contained, features.other_contained) if features.jaccard >= ROLE_SHARE else 0.0
    if alike < ROLE_LIKENESS or query.vector is None or other.vector is None or swaps_of(query, other):
        return  # other languages tell roles by endings
    passives = [_agents(side) for side in (query, other)]
    pair = _exchanged(query, other) if bool(passives[0]) == bool(passives[1]) else _doer_suffers(query, other, passives)
    if pair:
        first, last = (of_stem(query, stem) for stem in pair)
        there = of_stem(other, pair[0])
        told = f"{OPPOSITE}: '{first.text}' and '{last.text}' change places"
        yield Difference(REVERSAL, told, (first.start, first.end), (there.start, there.end))


def _exchanged(query: Prepared, other: Prepared) -> tuple[str, str] | None:
    """Two words take each other's place around a third, with each other's preposition: other orders of the same sentence keep theirs."""
    ours, theirs = _places(query), _places(other)
    shared = sorted(ours.keys() & theirs.keys(), key=ours.__getitem__)
    here, there = _neighbours(shared), _neighbours(sorted(shared, key=theirs.__getitem__))
    for at, a in enumerate(shared):
        for b in shared[at + 1 :]:
            if theirs[b] > theirs[a] or not _is_between(shared, ours, a, b) & _is_between(shared, theirs, b, a):
                continue
            stands_for = _is_beside(here[a], there[b]) and _is_beside(here[b], there[a])
            if stands_for and _role(query, ours[a]) == _role(other, theirs[b]) and _role(query, ours[b]) == _role(other, theirs[a]):
                return a, b
    return None


def _neighbours(stems: list[str]) -> dict[str, tuple[str, str]]:
    return {stem: (before, after) for before, stem, after in zip(["", *stems], stems, [*stems[1:], ""], strict=False)}


def _is_beside(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """The word before or the word behind is the same: a part that moved as a whole stands beside others."""
    return ours[0] == theirs[0] or ours[1] == theirs[1]


def _is_between(shared: list[str], places: dict[str, int], first: str, last: str) -> set[str]:
    return {stem for stem in shared if places[first] < places[stem] < places[last]}


def _role(side: Prepared, place: int) -> str:
    """The preposition of a word, across articles and one word more: "in the old north"; "" where there is none."""
    passed = 0
    for word in side.words[max(place - 4, 0) : place][::-1]:
        if word.folded in PREPOSITIONS:
            return word.folded
        passed += word.folded not in ARTICLES
        if passed > 1:
            break
    return ""


def _doer_suffers(query: Prepared, other: Prepared, passives: list[list[tuple[str, str]]]) -> tuple[str, str] | None:
    """One side is in the passive voice; the other names its "by whom" behind the verb."""
    active = _places(other if passives[0] else query)
    for verb, agent in passives[0] or passives[1]:
        if verb in active and active.get(agent, -1) > active[verb]:
            return agent, verb
    return None


def _agents(side: Prepared) -> list[tuple[str, str]]:
    """Verb and doer of "sued by the mayor", "cut to 2 percent by the ministry"."""
    found, counted = [], {number.start for number in side.quantities}
    for at, word in enumerate(side.words[:-1]):
        following = side.words[at + 1]
        if word.folded == "by" and following.start not in counted and not following.folded.endswith("ing"):  # that is how much, and how
            before = [one.stem for one in side.words[max(at - 4, 0) : at] if one.stem in side.content]
            after = [one.stem for one in side.words[at + 1 : at + 4] if one.stem in side.content]
            found += [(before[-1], after[0])] if before and after else []
    return found


def _places(side: Prepared) -> dict[str, int]:
    """Where each content word stands, for words that stand once."""
    return {stem: found[0] for stem, found in side.places.items() if len(found) == 1 and stem in side.content and stem not in PREPOSITIONS}
