"""Another number, another rank, another thing that is counted; another month, weekday or "last year"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from archive.matching.alike import abbreviates
from archive.matching.features import Features, synonym_pairs
from archive.matching.guards.difference import Difference, Placed, against, are_short, stretch
from archive.matching.numbers import Quantity, is_superlative, unmatched, unpaired
from archive.matching.numerals import CALENDAR
from archive.matching.prepared import CURRENCIES, Prepared
from archive.matching.words import fold, read_lines, stem

# Shared idf mass of the union from which on a number that has no counterpart counts, the same where all others agree, and from which on
# each answers for one alone; from which on another month or day counts.
ALIKE, ODD_ONE, ONE_TO_ONE, TIMED = 0.5, 0.3, 0.75, 0.2
NAMED = ("month", "weekday", "day")
BESIDE = 25  # characters
# They are mostly other words where no day stands beside them.
NO_MONTHS = frozenset("march mar sep dec марта мая май лютий лютого люты лютага лютым".split())
TIMES = {form.replace("'", ""): named for form, named in CALENDAR.items() if form not in NO_MONTHS}
SPANS = frozenset(form for form, (kind, _) in TIMES.items() if kind == "span")


def differing_numbers(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    alike = max(features.jaccard, _share_of_words(query, other))
    yield from _values(query, other, alike)
    yield from _counted_things(query, other, alike)
    yield from _ranks(query, other)
    yield from _times(query, other, features)


def _values(query: Prepared, other: Prepared, alike: float) -> Iterator[Difference]:
    paired = alike >= ONE_TO_ONE
    alone = unpaired if paired else unmatched
    left, right = alone(query.quantities, other.quantities), alone(other.quantities, query.quantities)
    enough = ODD_ONE if len(left) == len(right) == 1 < min(len(query.quantities), len(other.quantities)) else ALIKE
    tells_of_one = are_short(query, other) or len(left) == len(query.quantities)
    for a, b in product(left, right):
        if (a.conflicts(b) or paired) and (alike >= enough or (tells_of_one and _is_of_one_thing(a, b, query, other))):
            yield against("the number differs", a, b)
            return


def _share_of_words(query: Prepared, other: Prepared) -> float:
    """What short texts share beside their numbers."""
    ours, theirs = ({stem for stem in side.content if stem[0] != "#"} for side in (query, other))
    return len(ours & theirs) / len(ours | theirs) if ours and theirs and are_short(query, other) else 0.0


def _is_of_one_thing(a: Quantity, b: Quantity, query: Prepared, other: Prepared) -> bool:
    """The same currency or word goes with them; or both are percents, years, days, ranks beside the same words."""
    if a.kind != b.kind:
        return False
    if a.kind != "plain":
        return bool(_beside(a, query) & _beside(b, other))
    ours, theirs = _thing(a, query), _thing(b, other)
    return bool(ours) and units().get(ours, ours) == units().get(theirs, theirs)


def _beside(number: Quantity, side: Prepared) -> set[str]:
    return {word.stem for word in side.words if number.start - BESIDE <= word.start <= number.end + BESIDE and word.stem in side.content}


def _thing(number: Quantity, side: Prepared) -> str:
    """The currency, or the word right behind a number if it says something."""
    if number.text[0] in CURRENCIES:
        return CURRENCIES[number.text[0]]
    following = next((word for word in side.words if word.start >= number.end), None)
    if not following or following.is_stop or following.start - number.end > 1:
        return ""
    return following.stem


def _counted_things(query: Prepared, other: Prepared, alike: float) -> Iterator[Difference]:
    """Two metres against two points, $5m against €5m; in texts that are else the same, two sides against two ministers."""
    for a, b in product(query.quantities, other.quantities):
        if not a.kind == b.kind == "plain" or not a.equals(b):
            continue
        things = _thing(a, query), _thing(b, other)
        if (alike >= ALIKE or all(thing in units() for thing in things)) and _is_something_else(*things, query, other):
            yield against("what is counted differs", _counted(a, query), _counted(b, other))
            return


def _is_something_else(ours: str, theirs: str, query: Prepared, other: Prepared) -> bool:
    """Neither thing stands in the other text, and they are no two words for one."""
    if not ours or not theirs or ours in other.content or theirs in query.content or ours in other.places or theirs in query.places:
        return False
    if ours in units() and theirs in units():
        return units()[ours] != units()[theirs]
    return not synonym_pairs([ours], [theirs]) and not abbreviates(ours, theirs)


@cache
def units() -> dict[str, int]:
    """Stem of a unit → the line of its kind."""
    return {stem(fold(word)): line for line, forms in enumerate(read_lines("units.txt")) for word in forms.split()}


def _counted(number: Quantity, side: Prepared) -> Placed:
    if number.text[0] in CURRENCIES:
        return number
    return stretch(side, number, next(word for word in side.words if word.start >= number.end))


def _ranks(query: Prepared, other: Prepared) -> Iterator[Difference]:
    """ "The third highest" against "the highest"."""
    ours, theirs = _ranked(query), _ranked(other)
    if ours and theirs and isinstance(ours, Quantity) != isinstance(theirs, Quantity):
        yield against("the rank differs", ours, theirs)


def _ranked(side: Prepared) -> Placed | None:
    """The first rank, or else a superlative."""
    rank = next((one for one in side.quantities if one.kind == "rank"), None)
    return rank or next((word for word in side.words if is_superlative(word.folded)), None)


def _times(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    if max(features.with_synonyms, _share_of_words(query, other)) < TIMED:
        return
    ours, theirs = _named_times(query), _named_times(other)
    for kind in ours.keys() & theirs.keys():
        if not ours[kind].keys() & theirs[kind].keys():
            yield against("the time differs", next(iter(ours[kind].values())), next(iter(theirs[kind].values())))
            return


def _named_times(side: Prepared) -> dict[str, dict[int, Placed]]:
    """Kind of time → which → where it stands; a day of a month names the month as well."""
    days = [number for number in side.quantities if number.kind == "day"]
    found: dict[str, dict[int, Placed]] = {"month": {int(day.value) // 100: day for day in days}} if days else {}
    for before, word in zip((None, *side.words), side.words, strict=False):
        kind, which = TIMES.get(word.folded, ("", 0))
        if kind == "span" and before and TIMES.get(before.folded, ("", 0))[0] == "which":
            found.setdefault(f"span {which}", {})[TIMES[before.folded][1]] = stretch(side, before, word)
        elif kind in NAMED and word.text != "may" and not any(day.start <= word.start < day.end for day in days):
            found.setdefault(kind, {})[which] = word
    return found
