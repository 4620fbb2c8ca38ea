"""What a list of statements is read from, in the order of dates: all public statements, one Listing, or the full-text index.

Written in SQL, because a page is one walk of one index from a place on, and that must be so whatever the database thinks of its tables:
the order is the index's own, a place in it is compared as one row value, and every other condition is asked of a row by key.
Nothing of a request stands in the SQL: it goes in as parameters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from archive.models.search import PLACES, Condition, all_of, hits, place_of


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
        return all_of([self.which, *conditions])

    def select(self, conditions: Iterable[Condition], *, descending: bool, most: int) -> Condition:
        """The dates and numbers of the first `most` rows that meet all conditions."""
        way, where = "DESC" if descending else "ASC", self.where(conditions)
        order = f"{self.place} {way}" if self.place else f"{self.said_sort} {way}, {self.statement} {way}"
        columns = f"{self.said_sort} AS said_sort, {self.statement} AS statement"
        sql = f"SELECT {columns} FROM {self.table} WHERE {where.sql} ORDER BY {order} LIMIT %s"  # noqa: S608 - see above
        return Condition(sql, (*where.params, most))


EVERYTHING = Source("archive_statement l", Condition("l.status = 'public'"), statement="l.id")


def of_tallies(*tallies: int) -> Source:
    """The statements that are counted there. Those of several lists are sorted, so these must be short."""
    return Source("archive_listing l", Condition(f"l.tally_id IN ({', '.join('%s' for _ in tallies)})", tallies))


def of_figure(claim: int, figure: str) -> Source:
    """The statements whose links to a claim are counted as this figure, each once however many of its passages are linked. The links
    stand in the order of dates, and only those of one date are sorted."""
    return Source(
        "archive_countedlink l CROSS JOIN archive_occurrence o", Condition(OF_FIGURE, (claim, figure)), statement="o.statement_id"
    )


OF_FIGURE = """
l.claim_id = %s AND l.figure = %s AND o.id = l.occurrence_id AND NOT EXISTS (
    SELECT 1 FROM archive_occurrence twin CROSS JOIN archive_countedlink link
    WHERE twin.claim_id = l.claim_id AND twin.statement_id = o.statement_id AND twin.id < o.id
    AND link.occurrence_id = twin.id AND link.figure = l.figure)
"""


def is_listed(source: Source, tally: int) -> Condition:
    """Whether the statement of a row is on a list. Asked of the index by date, in which those of a row's neighbours stand near: SQLite
    would take the one by number for an equal number."""
    same = "= {0}" if connection.vendor == "postgresql" else "BETWEEN {0} AND {0}"
    row = f"o.tally_id = %s AND o.said_sort = {source.said_sort} AND o.statement_id {same.format(source.statement)}"
    return Condition(f"EXISTS (SELECT 1 FROM archive_listing o WHERE {row})", (tally,))  # noqa: S608 - see above


def is_said_on(source: Source, occasion: int) -> Condition:
    """Whether the statement of a row was said on an occasion."""
    sql = f"EXISTS (SELECT 1 FROM archive_statement s WHERE s.id = {source.statement} AND s.occasion_id = %s)"  # noqa: S608 - see above
    return Condition(sql, (occasion,))


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


def counted_hits(query: str, most: int) -> Condition:
    """How many hits a search has, up to a number."""
    table, found = "archive_searchentry" if connection.vendor == "postgresql" else "archive_search", hits(query)
    sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE {found.sql} LIMIT %s) found"  # noqa: S608 - see above
    return Condition(sql, (*found.params, most))


def joined(queries: Iterable[Condition]) -> Condition:
    """The rows of several queries, as one."""
    queries = list(queries)
    sql = " UNION ALL ".join(f"SELECT * FROM ({one.sql}) found" for one in queries)  # noqa: S608 - see above
    return Condition(sql, tuple(value for one in queries for value in one.params))


def holder(column: str, *params: int) -> Source:
    """The public statements that name one row of another table, as one looks for them beside that row: by this column of theirs and no
    other index, whatever else is asked."""
    return Source("archive_statement l", Condition(f"{column} AND NOT l.status <> 'public'", params), "(l.said_sort + 0)", "l.id")


def is_one_of(statement: str, numbers: tuple[int, ...]) -> Condition:
    return Condition(f"{statement} IN ({', '.join('%s' for _ in numbers)})", numbers)


def chosen(statements: tuple[int, ...]) -> Source:
    """Those public statements of which the numbers are given, found by them and sorted."""
    asked = is_one_of("l.id", statements)
    return Source("archive_statement l", Condition(f"{asked.sql} AND NOT l.status <> 'public'", asked.params), "(l.said_sort + 0)", "l.id")
