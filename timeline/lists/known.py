"""What helps to find the statements of a walk: the lists of its keys, the links of a figure of a claim, an occasion, the spans of years
that reach a year; each with how many statements it holds, as they are counted."""

from itertools import combinations
from typing import NamedTuple

from django.db import connection

from archive.enums import TallyScope
from archive.models import Tally
from archive.models.search import Condition
from archive.models.tally import PAIRS, pair_key
from timeline.lists.sources import Source, chosen, holder, of_figure, of_tallies

Key = tuple[str, str]  # a Tally's scope and key
CHOSEN: Key = ("chosen", "")  # as what a walk's keys tell that its statements are those that were chosen
MOST_COMPARED = 10_000  # hits of a search, or links of a figure, that are counted to see whether they are rarer than a list

LISTS = "SELECT scope, key, id, statements FROM archive_tally WHERE statements > 0 AND"
# How many links of a claim there are in a figure, up to a number; nothing until its links are counted one by one.
LINKS = """
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM archive_countedlink WHERE claim_id = %s AND figure = %s LIMIT %s) found)
WHERE EXISTS (SELECT 1 FROM archive_countedlink WHERE claim_id = %s)
"""
HELD = "SELECT COUNT(*) FROM (SELECT 1 FROM archive_statement WHERE occasion_id = %s AND status = 'public' LIMIT %s) found"


class Known(NamedTuple):
    """Rows that hold all statements of a walk: where they stand, how many they are, and what each of them meets. `tally` is the number of
    the list, if they are one."""

    source: Source
    statements: int
    keys: frozenset[Key]
    tally: int = 0


def lists_of(keys: tuple[Key, ...]) -> list[Known] | None:
    """The lists of these keys and of pairs of them; None where one of them holds nothing, and so nothing is under all of them."""
    wanted = {key: frozenset([key]) for key in keys}
    for both in combinations(keys, 2):
        for one, other in (both, both[::-1]):
            if pair := PAIRS.get((one[0], other[0])):
                wanted[str(pair), pair_key(one[1], other[1])] = frozenset(both)
    alike = " OR ".join("(scope = %s AND key = %s)" for _key in wanted)
    rows = rows_of(Condition(f"{LISTS} ({alike})", tuple(name for key in wanted for name in key))) if wanted else ()
    found = [Known(of_tallies(pk), statements, wanted[scope, key], pk) for scope, key, pk, statements in rows]
    return found if len(found) == len(wanted) else None


def public_statements() -> int:
    """How many there are at all."""
    return sum(statements for _scope, _key, _pk, statements in rows_of(Condition(f"{LISTS} scope = %s", (TallyScope.ARCHIVE.value,))))


def links_of(claim: int, figure: str) -> list[Known]:
    """The links of a claim that count in a figure, where it is known which they are."""
    rows = rows_of(Condition(LINKS, (claim, figure, MOST_COMPARED + 1, claim)))
    met = frozenset([(str(TallyScope.CLAIM), str(claim)), counted(figure)])
    return [Known(of_figure(claim, figure), links, met) for (links,) in rows]


def counted(figure: str) -> Key:
    """As what a walk's keys tell that its statements are counted as a figure."""
    return "counted", figure


def said_on(occasion: int) -> Known:
    """The statements of an occasion. They are sorted for each page, and so are counted no further than may be compared."""
    [[statements]] = rows_of(Condition(HELD, (occasion, MOST_COMPARED + 1)))
    return Known(holder("l.occasion_id = %s", occasion), statements, frozenset([on_occasion(occasion)]))


def one_by_one(statements: tuple[int, ...]) -> Known:
    """Statements that somebody chose; they are sorted for each page, and so are few."""
    return Known(chosen(statements), len(statements), frozenset([CHOSEN]))


def on_occasion(occasion: int) -> Key:
    """As what a walk's keys tell that its statements were said on an occasion."""
    return "occasion", str(occasion)


def spans_that_reach(year: int) -> list[Known]:
    """The statements of all spans of years that began before a year and end in it or after it, as one list in the order of dates."""
    rows = tallied_spans(year)
    return [Known(of_tallies(*(pk for pk, *_span in rows)), sum(one for *_span, one in rows), frozenset())] if rows else []


def tallied_spans(year: int) -> list[tuple[int, int, int, int]]:
    """Spans of years that began before a year and end in it or after it: their Tally, the first year, the last, how many statements."""
    rows = Tally.objects.filter(scope=TallyScope.SPAN, statements__gt=0, key__lt=f"{year:04}").order_by("key")
    spans = [(pk, int(key[:4]), int(key[5:]), statements) for pk, key, statements in rows.values_list("pk", "key", "statements")]
    return [span for span in spans if span[2] >= year]


def rows_of(selected: Condition) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(selected.sql, selected.params)
        return cursor.fetchall()
