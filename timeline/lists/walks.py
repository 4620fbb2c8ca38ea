"""Walks: public statements in the order of dates, narrowed by keys, days and words, and read by one index from a place on.

    walk = Walk().under(TallyScope.SPEAKER, 7).said_inside(first, last)
    page = page_of(walk, OLDEST_FIRST, cursor=…)  # its rows are places, with the numbers of the statements
    walk.count_up_to(1000)

A walk is driven from the rarest of what narrows it, which the counts tell, and asks each row there for the rest by key. So a page costs
what it shows, and not what the archive holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from math import isqrt
from typing import Any, ClassVar, Self

from django.db import connection
from django.db.models.expressions import RawSQL

from archive import edtf
from archive.models import Occurrence, Statement
from archive.models.search import Condition, holds_words
from timeline.lists import ranking, recorded
from timeline.lists.known import (
    CHOSEN,
    MOST_COMPARED,
    Key,
    Known,
    counted,
    links_of,
    lists_of,
    on_occasion,
    one_by_one,
    public_statements,
    rows_of,
    said_on,
    spans_that_reach,
)
from timeline.lists.paging import BEST_MATCH, NEWEST_RECORDED, PAGE_SIZE, Count, Order
from timeline.lists.sources import EVERYTHING, Place, Source, counted_hits, is_listed, is_one_of, is_said_on, joined, of_words

Days = tuple[int, int]  # the first and the last `said_sort`
ALWAYS = (0, edtf.UNDATED_SORT)
DATED = (0, edtf.UNDATED_SORT - 1)
UNDATED = (edtf.UNDATED_SORT, edtf.UNDATED_SORT)
NEVER = (1, 0)
DAY, MONTH = 8, 6  # the last figures of the `said_sort` of a day or a time of day, and of the coarsest that lies within a month


def sort_of(day: date, rank: int) -> int:
    """The `said_sort` of what begins on a day and is so coarse: from 0 to 9, which is a time of that day."""
    return (day.year * 10000 + day.month * 100 + day.day) * 10 + rank


@dataclass(frozen=True)
class Walk:
    """Public statements under all of `keys`, whose `said_sort` is one of `days`; that end by a day, or no earlier than one; that hold
    the words of a `query`; that are `counted` as a figure of a claim; of an `occasion`; `chosen` one by one."""

    keys: tuple[Key, ...] = ()
    days: Days = ALWAYS
    ends_by: date | None = None
    ends_from: date | None = None
    query: str = ""
    counted: tuple[int, str] | None = None
    occasion: int | None = None
    chosen: tuple[int, ...] = ()

    model: ClassVar = Statement  # that cursors are of

    def none(self) -> Self:
        return replace(self, days=NEVER)

    def under(self, scope: str, key: object) -> Self:
        return replace(self, keys=tuple(dict.fromkeys([*self.keys, (str(scope), str(key))])))

    def holding(self, query: str) -> Self:
        return replace(self, query=query)

    def counted_as(self, claim: int, figure: str) -> Self:
        return replace(self, counted=(claim, figure))

    def said_on(self, occasion: int) -> Self:
        return replace(self, occasion=occasion) if self.occasion in (None, occasion) else self.none()

    def only(self, statements: Iterable[int]) -> Self:
        return replace(self, chosen=tuple(sorted(statements)))

    def within(self, days: Days) -> Self:
        return replace(self, days=(max(self.days[0], days[0]), min(self.days[1], days[1])))

    def said_inside(self, first: date | None = None, last: date | None = None) -> Self:
        """Whose time of saying begins in the days first..last, either of which may be None."""
        return self.within((sort_of(first, 0) if first else 0, sort_of(last, 9) if last else DATED[1]))

    def said_wholly_inside(self, first: date, last: date) -> Self:
        """Whose every possible day lies in one month, or is one day: what is coarser stands before it and is passed over."""
        if first == last:
            return self.within((sort_of(first, DAY), sort_of(last, 9)))
        walk = self.within((sort_of(first, MONTH), sort_of(last, 9)))
        return replace(walk, ends_by=min(last, self.ends_by or last))

    def said_overlapping(self, first: date | None = None, last: date | None = None) -> Self:
        """Of whose possible days one lies in the days first..last."""
        walk = self.said_inside(None, last)
        return replace(walk, ends_from=max(first, self.ends_from or first)) if first else walk

    # What it is read from.

    @cached_property
    def known(self) -> list[Known] | None:
        """What its statements stand in, the rarest first; None where one of its keys counts nothing, and so nothing passes."""
        lists = lists_of(self.keys) if self.days[0] <= self.days[1] else None
        if lists is None:
            return None
        rest = [*(links_of(*self.counted) if self.counted else ()), *([said_on(self.occasion)] if self.occasion else ())]
        rest += [one_by_one(self.chosen)] if self.chosen else []
        return sorted([*lists, *rest], key=lambda one: one.statements)

    @cached_property
    def driven(self) -> tuple[Source, list[Condition]]:
        """The rarest source, and what is asked of each of its rows."""
        rarest = self.known[0] if self.known else None
        if self.query and (rarest is None or self._hits <= rarest.statements or self._hits > self._most_compared):
            source = of_words(self.query, is_rare=connection.vendor == "postgresql" and self._hits <= self._most_compared)
            return source, self.conditions(source, has_words=True)
        if rarest:
            return rarest.source, self.conditions(rarest.source, rarest.keys)
        return EVERYTHING, self.conditions(EVERYTHING)

    @cached_property
    def _most_compared(self) -> int:
        """Of how many hits it is seen whether they are rare. PostgreSQL sorts rare ones, and meets a common one in every so many rows of
        all: for a page, the one costs what the other does where they are as many as this."""
        return isqrt(PAGE_SIZE * public_statements()) if connection.vendor == "postgresql" and not self.known else MOST_COMPARED

    @cached_property
    def _hits(self) -> int:
        """How many hits the query has, counted to one more than the rarest list holds, and than are compared at all."""
        most = min([self._most_compared, *(one.statements for one in self.known or ())])
        return int(rows_of(counted_hits(self.query, most + 1))[0][0])

    def conditions(self, source: Source, met: frozenset[Key] = frozenset(), *, has_words: bool = False) -> list[Condition]:
        """What is asked of each row of a source, but for the days, the keys that it meets and the words if it has them."""
        words = [holds_words(source.statement, self.query)] if self.query and not has_words else []
        beside = [*self._of_the_figure(source, met), *self._of_the_occasion(source, met), *self._of_the_chosen(source, met)]
        return [*self._listed(source, met), *self._of_the_end(source), *words, *beside]

    def _listed(self, source: Source, met: frozenset[Key]) -> Iterator[Condition]:
        for one in self.known or ():
            if one.tally and not one.keys <= met:
                met |= one.keys
                yield is_listed(source, one.tally)

    def _of_the_end(self, source: Source) -> Iterator[Condition]:
        """A day ends as it begins, which the row tells itself: only what is coarser is looked up."""
        of_row = f"EXISTS (SELECT 1 FROM archive_statement s WHERE s.id = {source.statement} AND s.said_latest"  # noqa: S608
        if self.ends_by:
            yield Condition(f"{source.said_sort} %% 10 >= {DAY} OR {of_row} <= %s)", (self.ends_by,))
        if self.ends_from:
            later = f"{source.said_sort} >= %s OR ({source.said_sort} %% 10 < {DAY} AND {of_row} >= %s))"
            yield Condition(later, (sort_of(self.ends_from, 0), self.ends_from))

    def _of_the_figure(self, source: Source, met: frozenset[Key]) -> Iterator[Condition]:
        if self.counted and counted(self.counted[1]) not in met:
            claim, figure = self.counted
            links = Occurrence.objects.public().filter(claim=claim).counted_as(figure)
            of_row = links.filter(statement=RawSQL(source.statement, ())).order_by().values("pk")  # noqa: S611 - a column
            sql, params = of_row.query.sql_with_params()
            yield Condition(f"EXISTS ({sql})", params)

    def _of_the_occasion(self, source: Source, met: frozenset[Key]) -> Iterator[Condition]:
        if self.occasion and on_occasion(self.occasion) not in met:
            yield is_said_on(source, self.occasion)

    def _of_the_chosen(self, source: Source, met: frozenset[Key]) -> Iterator[Condition]:
        if self.chosen and CHOSEN not in met:
            yield is_one_of(source.statement, self.chosen)

    # Reading it.

    @cached_property
    def _ways(self) -> list[tuple["Walk", Days]]:
        """How it is read, and which days so, in the order of dates: what began in an earlier year than the one from which on it ends
        stands in a span of years that reaches that year, and they are few."""
        if not self.ends_from:
            return [(self, ALWAYS)]
        year = sort_of(date(self.ends_from.year, 1, 1), 0)
        in_spans = FromSpans(**{one.name: getattr(self, one.name) for one in fields(self)})
        return [(in_spans, (0, year - 1)), (self, (year, edtf.UNDATED_SORT))]

    def read(self, order: Order, place: Any, size: int, *, back: bool) -> list[Any]:
        """Up to `size` places from a place on, in order or back from there."""
        if order == BEST_MATCH:
            return ranking.read(self, self.query, place, size, back=back)
        if order == NEWEST_RECORDED:
            return recorded.read(self, order, place, size, back=back)
        found: list[Place] = []
        descending = order.descending != back
        begin = Place(*place) if place else None
        for days in self._parts(order, begin, back=back):
            for walk, of_walk in reversed(self._ways) if descending else self._ways:
                if len(found) < size:
                    inside = self.within(days).within(of_walk).days
                    found += walk._read(inside, begin, descending=descending, most=size - len(found))
            begin = None
        return found

    def _parts(self, order: Order, begin: Place | None, *, back: bool) -> list[Days]:
        """Days in the order of reading, from those on in which it begins: where the newest come first, the undated come last. The date
        at which it begins is read apart: SQLite enters an index of its own numbers within one date alone."""
        parts = [DATED, UNDATED] if order.descending else [ALWAYS]
        if back:
            parts.reverse()
        if begin:
            if not parts[0][0] <= begin.said_sort <= parts[0][1]:
                del parts[0]
            day, (first, last) = begin.said_sort, parts.pop(0)
            parts = [(day, day), (first, day - 1) if order.descending != back else (day + 1, last), *parts]
        return parts

    def _read(self, days: Days, place: Place | None, *, descending: bool, most: int) -> list[Place]:
        if self.known is None or days[0] > days[1]:
            return []
        source, conditions = self.driven
        bounds = source.between(days, place, descending=descending)
        return [Place(*row) for row in rows_of(source.select([*bounds, *conditions], descending=descending, most=most))]

    def first(self, most: int) -> Condition:
        """The places of its first statements, as a query: as many of each of its ways."""
        ways = [(walk.driven, self.within(days).days) for walk, days in self._ways if walk.known is not None]
        selected = [source.select([*source.between(days), *asked], descending=False, most=most) for (source, asked), days in ways]
        return joined(selected) if len(selected) > 1 else selected[0]

    @property
    def kept_count(self) -> int:
        """How many there are under its one key, from the count that is kept."""
        return self.known[0].statements if self.known else 0

    def count_up_to(self, most: int) -> Count:
        number = self._number(most + 1)
        return Count(min(number, most), number > most)

    def _number(self, most: int) -> int:
        if self.known is None:
            return 0
        if self.known and self.known[0].tally and not self.query and not self.driven[1] and self.days == ALWAYS:
            return self.kept_count
        found = self.first(most)
        return int(rows_of(Condition(f"SELECT COUNT(*) FROM ({found.sql}) found", found.params))[0][0])  # noqa: S608 - see `sources`


class FromSpans(Walk):
    """Of a walk, what lies in spans of years that reach the year from which on it ends."""

    @cached_property
    def known(self) -> list[Known] | None:
        known, spans = super().known, spans_that_reach(self.ends_from.year)
        return sorted([*known, *spans], key=lambda one: one.statements) if known is not None and spans else None
