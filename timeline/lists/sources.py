"""What a list of statements is read from, in the order of dates: all public statements, one Listing, or the full-text index.

Written in SQL, because a page is one walk of one index from a place on, and that must be so whatever the database thinks of its tables:
the order is the index's own, a place in it is compared as one row value, and every other condition is asked of a row by key.
Nothing of a request stands in the SQL: it goes in as parameters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from archive.models.search import PLACES, Condition, hits, place_of


class Place(NamedTuple):
    """Where a statement stands in the order of dates."""

    said_sort: int
    id: int


@dataclass(frozen=True)
class Source:
    """Rows `l` of a table, and how they tell date and number of their statement. `place` is one column that holds both, if there is one."""

    table: str
    which: Condition
    said_sort: str = "l.said_sort"
    statement: str = "l.statement_id"
    place: str = ""

    def between(self, days: tuple[int, int], place: Place | None = None, *, descending: bool = False) -> list[Condition]:
        """The rows of these dates, or those of them that follow a place, which takes the place of a bound: the index is entered there."""
        if days[0] == days[1] and not self.place:
            beyond = [Condition(f"{self.statement} {'<' if descending else '>'} %s", (place.id,))] if place else []
            return [Condition(f"{self.said_sort} = %s", (days[0],)), *beyond]
        bounds = [self._bound(">=", days[0]), self._bound("<=", days[1])]
        if place:
            bounds[descending] = self._beyond(place, "<" if descending else ">")
        return bounds

    def _bound(self, way: str, said_sort: int) -> Condition:
        if self.place:
            return Condition(f"{self.place} {way} %s", (place_of(said_sort, 0 if way == ">=" else PLACES - 1),))
        return Condition(f"{self.said_sort} {way} %s", (said_sort,))

    def _beyond(self, place: Place, way: str) -> Condition:
        if self.place:
            return Condition(f"{self.place} {way} %s", (place_of(*place),))
        return Condition(f"({self.said_sort}, {self.statement}) {way} (%s, %s)", place)

    def where(self, conditions: Iterable[Condition]) -> Condition:
        found = [self.which, *conditions]
        return Condition(" AND ".join(f"({one.sql})" for one in found), tuple(value for one in found for value in one.params))

    def select(self, conditions: Iterable[Condition], *, descending: bool, most: int) -> Condition:
        """The dates and numbers of the first `most` rows that meet all conditions."""
        way, where = "DESC" if descending else "ASC", self.where(conditions)
        order = f"{self.place} {way}" if self.place else f"{self.said_sort} {way}, {self.statement} {way}"
        columns = f"{self.said_sort} AS said_sort, {self.statement} AS statement"
        sql = f"SELECT {columns} FROM {self.table} WHERE {where.sql} ORDER BY {order} LIMIT %s"  # noqa: S608 - see above
        return Condition(sql, (*where.params, most))


EVERYTHING = Source("archive_statement l", Condition("l.status = 'public'"), statement="l.id")


def of_tally(tally: int) -> Source:
    """The statements that are counted there."""
    return Source("archive_listing l", Condition("l.tally_id = %s", (tally,)))


def of_words(query: str, *, is_rare: bool) -> Source:
    """The hits of a search. PostgreSQL's index has no order: few hits are found and sorted, many are met on a walk of the dates; it is
    told which, for it guesses that of a word it has not counted."""
    parts = f"(l.{{place}} / {PLACES})", f"(l.{{place}} & {PLACES - 1})", "l.{place}"
    table, column, found = "archive_search l", "rowid", hits(query)
    if connection.vendor == "postgresql":
        table, column = "archive_searchentry l", "place"
        if is_rare:
            table = f"(SELECT place FROM archive_searchentry WHERE {found.sql} OFFSET 0) l"  # noqa: S608 - see above
            found = Condition("TRUE", found.params)
    return Source(table, found, *(part.format(place=column) for part in parts))


def holder(column: str) -> Source:
    """The public statements that name one row of another table, as one looks for them beside that row: by this column of theirs and no
    other index, whatever else is asked."""
    return Source("archive_statement l", Condition(f"{column} AND NOT l.status <> 'public'"), "(l.said_sort + 0)", "l.id")
