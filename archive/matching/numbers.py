"""The quantities of a text, normalised: "$0.3bn", "300 million" and "three hundred million" are one value; so are "two thirds" and "67%".

Years stand apart from other numbers, and so do days of a month and ranks ("the third highest").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive.matching.numerals import (
    CARDINALS,
    MAGNITUDES,
    MONTHS,
    ORDINALS,
    PARTS,
    WRITTEN_DAYS,
    Token,
    Tokens,
    cardinal_at,
    is_digits,
    is_year,
    ordinal_at,
    small_at,
    tokens_of,
    word_at,
    written_day_at,
)  # fmt: skip
from archive.matching.words import spelled

TOLERANCE = 0.02
WHOLE = 100
# "A third" is a share before these, and at the end of a sentence; "a third term" is none.
PARTS_GO_ON = frozenset("of as more less and or the in since from to by on at over under than within during after before".split())
PERCENT = {"%", "percent", "percents", "pct", "percentage", "процент", "процента", "процентов", "процентам", "процентами", "відсоток",
           "відсотка", "відсотків", "відсотки", "відсоткам", "відсотками", "працэнт", "працэнта", "працэнтаў", "працэнты", "працэнтам",
           "працэнтамі"}  # fmt: skip
# What stands before "points", or is short for both.
OF_PERCENT, POINTS, IN_SHORT = ("процентн", "відсотков", "працэнтн"), ("point", "пункт"), {("p", "p"), ("п", "п"), ("в", "п")}
NAMED_PARTS = {spelled(form): WHOLE / parts for parts, forms in {
    2: "половина половину половины половиною половиной половини половине палова палову паловы паловай", 4: "четверть чверть чвэрць",
    3: "треть"}.items() for form in forms.split()}  # fmt: skip
PER_CENT = "per cent"
SUPERLATIVES = frozenset("most least best worst".split())
NO_SUPERLATIVES = frozenset("interest request protest harvest forest suggest contest".split())
SHORTEST_SUPERLATIVE = 6  # letters: "lowest"; but "west", "guest"
LAST_DAY, ENDINGS_OF_DAYS = 31, frozenset("го е ое га ае".split())  # "14-го"
ABBREVIATED = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
MISTAKABLE = ({"year", "plain"}, {"day", "plain"}, {"percent", "points"})  # kinds that could stand in one place
CURRENCY_SIGNS = "$€£₽"
STARTS = frozenset([*CARDINALS, *MAGNITUDES, *ORDINALS, *PARTS, *NAMED_PARTS, *MONTHS, *WRITTEN_DAYS, "a", "an", "every"])
WRITTEN_OUT = frozenset(word for word in (*CARDINALS, *MAGNITUDES, *ORDINALS, *PARTS, *NAMED_PARTS, *WRITTEN_DAYS) if len(word) > 2)
DIGIT, LETTERS = re.compile("[0-9]"), re.compile(r"[^\W\d_]++(?:'[^\W\d_]++)*+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`kind` is plain, year, percent, points (of percent), rank or day; those of different kinds are not compared. `text` is as written."""

    kind: str
    value: float
    text: str
    start: int
    end: int

    @property
    def token(self) -> str:
        """One spelling for what is nearly equal; a stem like any other to the index."""
        return f"#{self.value:.2g}{'%' * (self.kind == 'percent')}" if self.kind in ("plain", "percent") else f"#{self.kind}{self.value:g}"

    def equals(self, other: Quantity) -> bool:
        if {self.kind, other.kind} <= {"year", "day", "rank"}:
            return self.kind == other.kind and self.value == other.value
        if "year" in (self.kind, other.kind):
            return {self.kind, other.kind} == {"year", "plain"} and self.value == other.value
        return self.kind == other.kind and abs(self.value - other.value) <= TOLERANCE * max(abs(self.value), abs(other.value))

    def conflicts(self, other: Quantity) -> bool:
        """The two could stand in one place, and differ."""
        kinds = {self.kind, other.kind}
        return (len(kinds) == 1 or kinds in MISTAKABLE) and not self.equals(other)


class Amount(NamedTuple):
    """The kind and value of a quantity, and the token where it is over."""

    kind: str
    value: float
    end: int


def quantities(text: str) -> tuple[Quantity, ...]:
    if not _may_count(text if text.isascii() else spelled(text)):
        return ()
    tokens = tokens_of(text)
    found, at = [], 0
    while at < len(tokens):
        reading = _quantity(tokens, at) if tokens[at].kind == "digits" or tokens[at].text in STARTS else None
        if reading:
            start, end = _from(text, tokens[at]), tokens[reading.end - 1].end
            found.append(Quantity(reading.kind, reading.value, text[start:end], start, end))
        at = reading.end if reading else at + 1
    return tuple(found)


def _may_count(text: str) -> bool:
    return DIGIT.search(text) is not None or not WRITTEN_OUT.isdisjoint(LETTERS.findall(text.lower()))


def unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    return [one for one in ours if not any(one.equals(other) for other in theirs)]


def unpaired(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Stricter: each of theirs answers for one of ours alone. For texts that are otherwise the same."""
    left, alone = list(theirs), []
    for one in ours:
        equal = [other for other in left if one.equals(other)]
        pair = min(equal, key=lambda other: abs(one.value - other.value)) if equal else None
        if pair:
            left.remove(pair)
        else:
            alone.append(one)
    return alone


def _from(text: str, token: Token) -> int:
    return token.start - (token.start > 0 and text[token.start - 1] in CURRENCY_SIGNS)


def _quantity(tokens: Tokens, at: int) -> Amount | None:
    """The quantity that begins here; each reading is tried in turn."""
    return _first(READINGS, tokens, at)


def _first(readings: Sequence[Callable[[Tokens, int], Amount | None]], tokens: Tokens, at: int) -> Amount | None:
    for read in readings:
        if found := read(tokens, at):
            return found
    return None


def _day(tokens: Tokens, at: int) -> tuple[int, int]:
    """The day that begins here, and how many tokens it takes."""
    if is_digits(tokens, at) and not tokens[at].suffix and tokens[at].value <= LAST_DAY and tokens[at].text.isdigit():
        return int(tokens[at].value), 1 + (word_at(tokens, at + 1) in ENDINGS_OF_DAYS)
    ordinal = ordinal_at(tokens, at)
    return (ordinal, 1) if ordinal else written_day_at(tokens, at)


def _date(tokens: Tokens, at: int) -> Amount | None:
    """9 May, the 9th of May, May 9th, Jan. 9, девятого мая; but not: в мае 9 раз."""
    if (month := MONTHS.get(word_at(tokens, at))) and word_at(tokens, at).isascii():
        behind = at + 1 + (word_at(tokens, at + 1) == "." and word_at(tokens, at) in ABBREVIATED)
        day, taken = _day(tokens, behind)
        return Amount("day", month * 100 + day, behind + taken) if day else None
    day, taken = _day(tokens, at)
    behind = at + taken + (word_at(tokens, at + taken) == "of")
    month = MONTHS.get(word_at(tokens, behind))
    return Amount("day", month * 100 + day, behind + 1) if day and month else None


def _rank(tokens: Tokens, at: int) -> Amount | None:
    """An ordinal from second on; "first" only before a superlative, for it opens too many sentences."""
    place = ordinal_at(tokens, at)
    if not place or (word_at(tokens, at) in PARTS and _is_part(tokens, at)):
        return None
    return Amount("rank", place, at + 1) if place > 1 or is_superlative(word_at(tokens, at + 1)) else None


def is_superlative(word: str) -> bool:
    ends_so = word.endswith("est") and len(word) >= SHORTEST_SUPERLATIVE
    return word in SUPERLATIVES or (ends_so and word not in NO_SUPERLATIVES)


def _is_part(tokens: Tokens, at: int) -> bool:
    """A third of, by a third; but not: for a third term."""
    if word_at(tokens, at - 1) not in ("a", "one"):
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].kind == "mark" or word_at(tokens, at + 1) in PARTS_GO_ON


def _half(tokens: Tokens, at: int) -> Amount | None:
    """Half of; but not: two and half, half a million."""
    if word_at(tokens, at) != "half" or word_at(tokens, at - 1) == "and" or word_at(tokens, at + 1) in ("a", "an"):
        return None
    return Amount("percent", WHOLE / 2, at + 1)


def _named_part(tokens: Tokens, at: int) -> Amount | None:
    """Половина, треть; but not: два с половиной."""
    word = word_at(tokens, at)
    return Amount("percent", NAMED_PARTS[word], at + 1) if word in NAMED_PARTS and word_at(tokens, at - 1) not in ("с", "з") else None


def _one_part(tokens: Tokens, at: int) -> Amount | None:
    """A third, one quarter."""
    part = word_at(tokens, at + 1)
    if word_at(tokens, at) not in ("a", "one") or part not in PARTS or not _is_part(tokens, at + 1):
        return None
    return Amount("percent", WHOLE / PARTS[part], at + 2)


def _every_such(tokens: Tokens, at: int) -> Amount | None:
    """Every third."""
    whole = ordinal_at(tokens, at + 1) if word_at(tokens, at) == "every" else 0
    return Amount("percent", WHOLE / whole, at + 2) if whole > 1 else None


def _some_parts(tokens: Tokens, at: int) -> Amount | None:
    """Two thirds."""
    count, part = small_at(tokens, at), word_at(tokens, at + 1)
    return Amount("percent", WHOLE * count / PARTS[part], at + 2) if count and part in PARTS and part.endswith("s") else None


def _so_many_of(tokens: Tokens, at: int) -> Amount | None:
    """One in two, three out of four."""
    out = word_at(tokens, at + 1) == "out"
    of = at + 1 + out
    if word_at(tokens, of) not in (("in", "of") if out else ("in",)):
        return None
    count, whole = small_at(tokens, at), small_at(tokens, of + 1)
    return Amount("percent", WHOLE * count / whole, of + 2) if 0 < count < whole <= WHOLE else None


def _share(tokens: Tokens, at: int) -> Amount | None:
    return _first(SHARES, tokens, at)


def _number(tokens: Tokens, at: int) -> Amount | None:
    number = cardinal_at(tokens, at)
    if number is None:
        return None
    following = word_at(tokens, number.end)
    if (end := _end_of_points(tokens, number.end)) > number.end:
        return Amount("points", number.value, end)
    if following in PERCENT or following == PER_CENT:
        return Amount("percent", number.value, number.end + 1)
    return Amount("year" if number.is_bare and is_year(tokens[at]) else "plain", number.value, number.end)


def _end_of_points(tokens: Tokens, at: int) -> int:
    """Behind "percentage points", "% points", "п.п."; `at` itself where it is something else."""
    first, second = word_at(tokens, at), word_at(tokens, at + 1)
    if (first in PERCENT or first == PER_CENT or first.startswith(OF_PERCENT)) and second.startswith(POINTS):
        return at + 2
    return at + 2 * ((first, second) in IN_SHORT) + (first in ("pp", "пп"))


# The first that reads something decides.
SHARES = (_half, _named_part, _one_part, _every_such, _some_parts, _so_many_of)
READINGS = (_date, _rank, _share, _number)
