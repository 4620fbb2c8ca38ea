"""Statements by when they were recorded here, the newest first: the order in which they became public.

All public statements stand so in an index. A walk that is narrowed to few is read whole and sorted; of one that holds more the index is
followed, and each row asked for the rest, so that a page is met after few rows.
"""

from typing import Any, NamedTuple

from archive.models.search import Condition, all_of
from timeline.lists.known import rows_of
from timeline.lists.paging import Order
from timeline.lists.sources import EVERYTHING

MOST_SORTED = 5_000  # about as many rows as are met for a page of a list of so many among a million
AMONG = "SELECT {at}, s.id FROM ({found}) found CROSS JOIN archive_statement s WHERE s.id = found.statement AND"
AT = "CAST({}.recorded_at AS varchar(40))"  # as text, that it can be compared with when it comes back


class Recorded(NamedTuple):
    """A place in the list: when a statement was recorded, as the database writes it, and its number."""

    recorded: str
    id: int


def read(walk: Any, order: Order, place: tuple[str, int] | None, size: int, *, back: bool) -> list[Recorded]:
    """Up to `size` places from a place on, in order or back from there."""
    if walk.known is None:
        return []
    descending = order.descending != back
    is_few = _is_narrowed(walk) and not walk.count_up_to(MOST_SORTED).more
    selected = _of_few(walk, place, descending) if is_few else _of_many(walk, place, descending)
    rows = rows_of(Condition(f"{selected.sql} LIMIT %s", (*selected.params, size)))
    return [Recorded(*row) for row in rows]


def _is_narrowed(walk: Any) -> bool:
    return bool(walk != type(walk)())


def _of_few(walk: Any, place: tuple[str, int] | None, descending: bool) -> Condition:
    found, begin = walk.first(MOST_SORTED), _from("s", place, descending)
    among = AMONG.format(at=AT.format("s"), found=found.sql)
    return Condition(f"{among} {begin.sql} {_order('s', descending)}", (*found.params, *begin.params))


def _of_many(walk: Any, place: tuple[str, int] | None, descending: bool) -> Condition:
    """The days are no bound of an index here: SQLite would take the one of dates, and sort all that stands there."""
    first, last = walk.days
    of_days = [Condition("(l.said_sort + 0) BETWEEN %s AND %s", (first, last))] if _is_narrowed(walk) else []
    where = all_of([EVERYTHING.which, *walk.conditions(EVERYTHING), *of_days, _from("l", place, descending)])
    sql = f"SELECT {AT.format('l')}, l.id FROM {EVERYTHING.table} WHERE {where.sql} {_order('l', descending)}"  # noqa: S608 - see `sources`
    return Condition(sql, where.params)


def _from(table: str, place: tuple[str, int] | None, descending: bool) -> Condition:
    if place is None:
        return Condition("0 = 0")
    return Condition(f"({table}.recorded_at, {table}.id) {'<' if descending else '>'} (%s, %s)", place)


def _order(table: str, descending: bool) -> str:
    way = "DESC" if descending else "ASC"
    return f"ORDER BY {table}.recorded_at {way}, {table}.id {way}"
