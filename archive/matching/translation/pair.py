"""Two texts in two languages -> how likely one translates the other, and why. A small sum that a person can add up.

The weights were fitted on 38 invented statements in Russian and Belarusian, with their English translations (same speaker, a day apart)
and what else was said of the same matter: other numbers, days, places, denials, the topic alone, all taken as said on one day; and rounded.
A person decides: however much is shared, it is never the same by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from archive.matching.numbers import Quantity
from archive.matching.score import coefficients, probability
from archive.matching.translation.marks import Marks, Name, is_indexed

INTERCEPT = -4.0
SHARED = 0.25  # for each unit of rarity
CONFLICT, UNMATCHED, MONTH, NAME = -2.5, -1.0, -0.5, -0.6  # numbers that differ, that one side alone has; months and names of one alone
LENGTH = -3.0  # by the logarithm of how many times longer one is
SPEAKER = {True: 2.0, False: -1.5, None: 0.75}
OCCASION = 1.5
DAYS = ((3, 1.0), (31, 0.0), (366, -1.0))  # so many days apart at most
LONG_AGO, DAY_UNKNOWN = -2.0, 0.5
LEAST, LEAST_SHARED = 0.2, 4.0  # below it there is nothing to ask
BESIDES = 7.0  # rarity that two texts may share besides what the index tells: a year and a small number
# So many of the likeliest are proposed, and none that is less than half as likely as the first.
MOST, LEAST_BESIDE = 3, 0.5
# In which share of texts each stands, before the archive's own count; and how many texts that guess is worth.
COMMON = {"day": 0.003, "percent": 0.004, "points": 0.001, "plain": 0.002}
OF_UNINDEXED = 3.5  # the rarity of a year or a small number, which no index counts: one text in thirty has it
GUESSED = 2000
RAREST = 9.0
NAMED = 3


class Told(NamedTuple):
    """What is known beside the words; None where it isn't."""

    is_same_speaker: bool | None = None
    days_apart: int | None = None
    is_one_occasion: bool = False


@dataclass(frozen=True, slots=True)
class Rarity:
    """`counts`: in how many of the `total` texts each term stands."""

    counts: Mapping[str, int]
    total: int

    def of_name(self, sound: str) -> float:
        return min(self._of(f"@{sound}", 0.0), RAREST)

    def of_number(self, number: Quantity) -> float:
        return self._of(number.token, COMMON[number.kind]) if is_indexed(number) else OF_UNINDEXED

    def _of(self, term: str, share: float) -> float:
        return log((self.total + GUESSED + 1) / (self.counts.get(term, 0) + GUESSED * share + 0.5))


class Pair(NamedTuple):
    """What stands in both texts: as ours and as theirs write it, and how rare it is."""

    ours: str
    theirs: str
    rarity: float


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common; `alone` are numbers that one side has and the other has not."""

    names: Sequence[Pair]
    numbers: Sequence[Pair]
    alone: tuple[Sequence[Quantity], Sequence[Quantity]]
    missing_names: int
    missing_months: int

    @property
    def rarity(self) -> float:
        return sum(one.rarity for one in (*self.names, *self.numbers))


@dataclass(frozen=True, slots=True)
class Translation:
    """`likelihood` that one text translates the other; `probability` is what a list of likenesses shows: never as much as likely."""

    likelihood: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        return self.likelihood * coefficients().likely


def translation_of(ours: Marks, theirs: Marks, rarity: Rarity, told: Told) -> Translation | None:
    """None where too little is shared to ask."""
    shared = shared_by(ours, theirs, rarity)
    likelihood = probability(_evidence(shared, ours, theirs, told))
    if shared.rarity < LEAST_SHARED or likelihood < LEAST:
        return None
    return Translation(likelihood, _reasons(shared, told))


def may_reach(rarity: float, told: Told) -> bool:
    """Whether two texts that share terms of this rarity may be worth asking about, however alike the rest of them is."""
    return probability(INTERCEPT + SHARED * (rarity + BESIDES) + _beside(told)) >= LEAST


def likeliest(found: Mapping[int, Translation]) -> dict[int, Translation]:
    """The best few, those first; of equals the one with the lower number."""
    order = sorted(found, key=lambda key: (-found[key].likelihood, key))
    return {key: found[key] for key in order[:MOST] if found[key].likelihood >= LEAST_BESIDE * found[order[0]].likelihood}


def shared_by(ours: Marks, theirs: Marks, rarity: Rarity) -> Shared:
    names, numbers = _names(ours.names, theirs.names, rarity), []
    left, alone = list(theirs.quantities), []
    for number in ours.quantities:
        equal = next((one for one in left if number.equals(one)), None)
        if equal:
            left.remove(equal)
            numbers.append(Pair(number.text, equal.text, rarity.of_number(number)))
        else:
            alone.append(number)
    sure = min(sum(name.is_sure for name in side.names) for side in (ours, theirs))
    return Shared(names, numbers, (alone, left), max(0, sure - len(names)), len(ours.months ^ theirs.months))


def _names(ours: Sequence[Name], theirs: Sequence[Name], rarity: Rarity) -> list[Pair]:
    """Each of theirs answers for one of ours; and of two words, one is surely a name."""
    left, found = list(theirs), []
    for name in ours:
        beside = (one for one in left if (name.is_sure or one.is_sure) and name.sound_shared(one))
        if other := next(beside, None):
            left.remove(other)
            found.append(Pair(name.text, other.text, rarity.of_name(name.sound_shared(other))))
    return found


def _evidence(shared: Shared, ours: Marks, theirs: Marks, told: Told) -> float:
    """The logarithm of the odds."""
    alone = [len(side) for side in shared.alone]
    parts = (
        INTERCEPT,
        SHARED * shared.rarity,
        CONFLICT * min(alone),
        UNMATCHED * (max(alone) - min(alone)),
        NAME * shared.missing_names,
        MONTH * shared.missing_months,
        LENGTH * abs(log(len(ours.text) / len(theirs.text))),
        _beside(told),
    )
    return sum(parts)


def _beside(told: Told) -> float:
    """What is known beside the words."""
    days = next((worth for most, worth in DAYS if (told.days_apart or 0) <= most), LONG_AGO)
    return SPEAKER[told.is_same_speaker] + OCCASION * told.is_one_occasion + (DAY_UNKNOWN if told.days_apart is None else days)


def _reasons(shared: Shared, told: Told) -> tuple[str, ...]:
    """The strongest first, in everyday words; names and numbers as the side in Latin letters writes them."""
    both = (("name", shared.names), ("have", shared.numbers))
    said = [f"both {verb} {_listed(pairs)}" for verb, pairs in both if pairs]
    said[0] = f"may be a translation: {said[0]}"
    if all(shared.alone):
        said.append(f"differs: '{shared.alone[0][0].text}' against '{shared.alone[1][0].text}'")
    return (*said, *filter(None, [_circumstances(told)]))


def _listed(pairs: Sequence[Pair]) -> str:
    rarest = sorted(pairs, key=lambda pair: -pair.rarity)[:NAMED]
    return ", ".join(f"'{pair.ours if pair.ours.isascii() else pair.theirs}'" for pair in rarest)


def _circumstances(told: Told) -> str:
    """ "Said by the same speaker, a day apart"."""
    who = {True: "by the same speaker", False: "by another speaker", None: ""}[told.is_same_speaker]
    if told.is_one_occasion:
        when = "on one occasion"
    elif told.days_apart is None:
        when = ""
    else:
        when = {0: "on one day", 1: "a day apart"}.get(told.days_apart, f"{told.days_apart} days apart")
    return f"said {', '.join(filter(None, [who, when]))}" if who or when else ""
