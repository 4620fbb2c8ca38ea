"""Claims that part by a small word: "only if", "must", "a few", "at least" before a number. One table tells what parts from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from archive.matching.features import Features
from archive.matching.guards.difference import Difference, Placed, against, are_short, less, stretch
from archive.matching.guards.numbers import TIMES
from archive.matching.guards.signs import Sign, signs_of
from archive.matching.numbers import Quantity
from archive.matching.prepared import Prepared
from archive.matching.words import Word

# Questions that a text answers as a whole, and those that it answers of one number, day or word.
OF_THE_WHOLE = ("condition", "supposed", "sureness", "duty", "amount")
PLAIN = "plain"  # a number that nothing bounds
MOVES = ("to", "by")  # "rose to 300", "rose by 300": beside a bound, they say nothing of it
FARTHEST = 3  # words from a preposition to what it belongs to: "before the long strike"
BEHIND = (
    "or ",
    "and ",
    "at ",
    "maximum",
    "minimum",
    "и ",
    "і ",
    "та ",
    "с лишним",
    "з гаком",
    "максимум",
    "минимум",
    "мінімум",
    "максімум",
)
BESIDE = 12  # characters from a bound to its number: "up to some 300", "300 cars or more"

KINDS = {"bound": ("plain", "percent", "points"), "date": ("year", "day", "plain"), "time": ("year", "day", "plain")}

Answers: TypeAlias = dict[str, Placed]


class Row(NamedTuple):
    """One side says `sense`, the other `instead` on the same question; or nothing on it, and then the first says less: `what` tells how.

    Not where a side negates, if `in_negations` is False: "may not" is "must not", and "no country may" no doubt.
    """

    sense: str
    instead: str = ""
    what: str = ""
    in_negations: bool = True


ROWS = (
    Row("if", what="under a condition"),
    Row("only if", what="under a condition"),
    Row("unless", what="with an exception"),
    Row("only if", "if"),
    Row("even if", "if"),
    Row("even if", "only if"),
    Row("even if", "unless"),
    Row("would have", what="as what might have been"),
    Row("possible", what="as something possible", in_negations=False),
    Row("alleged", what="as hearsay", in_negations=False),
    Row("partly", what="in part", in_negations=False),
    Row("whether", what="as a hope or a question", in_negations=False),
    Row("tried", what="as an attempt", in_negations=False),
    Row("must", "may", in_negations=False),
    Row("few", "a few"),
    Row("all", "only"),
    Row("until", "before", in_negations=False),
    Row("until", "after", in_negations=False),
    Row("before", "after", in_negations=False),
    Row("until", "within", in_negations=False),
    *(Row(upper, lower) for upper in ("at most", "less", "nearly") for lower in ("at least", "more")),
    *(Row(bound, other) for bound in ("at most", "at least", "less") for other in (PLAIN, "about", "exactly")),
    *(Row("exactly", other) for other in ("about", "more", "nearly")),
    Row("at most", "nearly"),
    Row("to", "by"),
)
LIKENESS, CONTAINED = 0.5, 0.8


def differing_small_words(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    if features.with_synonyms < LIKENESS and not _holds(query, other, features):
        return
    ours, theirs = asked(query), asked(other)
    both = ((ours[question], theirs[question]) for question in ours if question in theirs)
    found = (_first_of(said, (query, other)) for said in both)
    yield from dict.fromkeys(difference for difference in found if difference)


def _holds(query: Prepared, other: Prepared, features: Features) -> bool:
    """One of them is said within the other, which a long condition makes unlike it."""
    return are_short(query, other) and max(features.query_contained, features.other_contained) >= CONTAINED


def _first_of(said: tuple[Answers, Answers], sides: tuple[Prepared, Prepared]) -> Difference | None:
    return next((found for row in ROWS if (found := _parted(row, said, sides))), None)


def _parted(row: Row, said: tuple[Answers, Answers], sides: tuple[Prepared, Prepared]) -> Difference | None:
    """Whichever side it is that says the one or the other."""
    for first, last in ((0, 1), (1, 0)):
        here, there = said[first], said[last]
        if row.sense not in here or row.sense in there:
            continue
        if not row.instead and there.keys() < here.keys() and _may_speak(row, sides[first]):
            return less(row.what, here[row.sense], by_us=first == 0)
        if row.instead in there and row.instead not in here and _may_speak(row, *sides):
            senses = row.sense, row.instead
            return against("differs", said[0][senses[first]], said[1][senses[last]])
    return None


def _may_speak(row: Row, *sides: Prepared) -> bool:
    return row.in_negations or not any(side.negations for side in sides)


def asked(side: Prepared) -> dict[tuple[str, str], Answers]:
    """Each question, with what it is asked of → the senses of the answers, with their words."""
    found: dict[tuple[str, str], Answers] = {(question, ""): {} for question in OF_THE_WHOLE}
    for sign in signs_of(side):
        if sign.question in OF_THE_WHOLE:
            found[sign.question, ""].setdefault(sign.sense, sign)
        elif of := _what_it_is_of(sign, side):
            first, last = sorted((sign, of), key=attrgetter("start"))
            found.setdefault((sign.question, _name_of(of)), {})[sign.sense] = stretch(side, first, last)
    for number in side.quantities:
        bounds = found.setdefault(("bound", number.token), {})
        if not bounds.keys() - MOVES:
            bounds[PLAIN] = number
    return found


def _what_it_is_of(sign: Sign, side: Prepared) -> Quantity | Word | None:
    """The number beside it; or the next word that tells something, if it is one of time or anything may be timed by it."""
    numbers = [one for one in side.quantities if one.kind in KINDS.get(sign.question, ())]
    ahead = next((one for one in numbers if 0 <= one.start - sign.end <= BESIDE), None)
    if ahead or sign.question == "bound":
        return ahead or _before(sign, numbers)
    following = next((word for word in side.words[sign.last : sign.last + FARTHEST] if word.stem in side.content), None)
    is_timed = sign.question == "time" or (following is not None and following.folded in TIMES)
    return following if is_timed else None


def _before(sign: Sign, numbers: Sequence[Quantity]) -> Quantity | None:
    """ "300 cars or more"."""
    stands_behind = sign.text.casefold().startswith(BEHIND)
    return next((one for one in numbers if stands_behind and 0 <= sign.start - one.end <= BESIDE), None)


def _name_of(of: Quantity | Word) -> str:
    return of.token if isinstance(of, Quantity) else of.stem
