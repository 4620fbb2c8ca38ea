"""A date with its precision: one EDTF string, and what follows from it.

`earliest` and `latest` are strict bounds, civil dates at the place of saying: "~" and "?" don't widen them, a zone never moves them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from archive.edtf.words import words_of

UNDATED_SORT: int = 99999999_9

SHAPES = {"time": "day", "day": "day", "month": "month", "season": "month"}
# A span of at least so many days stands this far forward among those that begin on the same day; the open ones before all.
COARSENESS = ((3654, 1), (367, 2), (185, 3), (93, 4), (32, 5), (28, 6), (2, 7))


class EdtfError(ValueError):
    """The text is no date that the record keeps; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """`precision` is time, day, month, season, year, decade, century or interval; `ends` are the dates of an interval, None where open."""

    text: str
    earliest: datetime.date
    latest: datetime.date | None
    precision: str
    approximate: bool = False
    uncertain: bool = False
    time: datetime.datetime | None = None
    ends: tuple[Edtf | None, Edtf | None] = (None, None)

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        """An interval without a known beginning or end. Said-on refuses these."""
        return self.precision == "interval" and None in self.ends

    @property
    def is_exact_day(self) -> bool:
        return self.precision in ("day", "time") and not (self.approximate or self.uncertain)

    @property
    def sort_key(self) -> int:
        """Orders by the earliest day; of those that begin together the coarser stands first."""
        first = self.earliest
        return (first.year * 10000 + first.month * 100 + first.day) * 10 + self._rank

    @property
    def _rank(self) -> int:
        if self.latest is None:
            return 0
        days = (self.latest - self.earliest).days + 1
        return next((rank for least, rank in COARSENESS if days >= least), 9 if self.precision == "time" else 8)

    @property
    def shape(self) -> str:
        """How the pages draw it: "day", "month" (or season), "span" (a year and longer, an interval)."""
        return SHAPES.get(self.precision, "span")

    @property
    def words(self) -> str:
        return words_of(self)


def earliest_of(sort_key: int) -> datetime.date:
    """The day that `Edtf.sort_key` begins with."""
    month, day = divmod(sort_key // 10, 100)
    year, month = divmod(month, 100)
    return datetime.date(year, month, day)


def days_between(a: Edtf, b: Edtf) -> tuple[int, int]:
    """Fewest and most days from a to b; equal when both are single days, negative where b can lie before a."""
    if a.latest is None or b.latest is None or a.is_open or b.is_open:
        raise EdtfError("Days can't be counted from or to a date with an open end; give it both ends.")
    return (b.earliest - a.latest).days, (b.latest - a.earliest).days
