"""A page of a walk goes by an index that has its order and reads no more rows than it shows, whatever the database knows of its tables."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Tally
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import RARE, MadeUp
from timeline.lists.paging import NEWEST_FIRST, OLDEST_FIRST, page_of
from timeline.lists.periods import period_of, span_of
from timeline.lists.walks import UNDATED, Walk

SIZE = 1_200
SCAN_OR_SORT = re.compile(  # of a table; not of what a query within the query gives, or of links of one date
    r"SCAN (?!(l|archive_search) VIRTUAL TABLE|found|CONSTANT)|USE TEMP B-TREE (?!FOR (RIGHT PART|LAST TERM) OF ORDER BY)"
)


@pytest.fixture(scope="module")
def _many(made_once) -> None:
    filling.write(MadeUp(SIZE))
    filling.rebuild()


@pytest.fixture(params=["as it is", "with statistics"])
def many(_many, db, request) -> None:
    """An archive of many statements, on a database without statistics and on one that has gathered them."""
    if request.param == "with statistics":
        connection.cursor().execute("ANALYZE")


def most(scope: str, rank: int = 0) -> str:
    return Tally.objects.filter(scope=scope).order_by("-statements", "id")[rank].key


def many_walks() -> dict[str, Walk]:
    speaker, other, outlet, claim = most("speaker"), most("speaker", 1), most("outlet"), most("claim")
    return {
        "all": Walk(),
        "speaker": Walk().under("speaker", speaker),
        "outlet": Walk().under("outlet", outlet),
        "claim": Walk().under("claim", claim),
        "kind": Walk().under("kind", "indirect"),
        "speaker, outlet": Walk().under("speaker", speaker).under("outlet", outlet),
        "speaker, claim, outlet": Walk().under("speaker", speaker).under("claim", claim).under("outlet", outlet),
        "two speakers": Walk().under("speaker", speaker).under("speaker", other),
        "years": Walk().said_inside(date(2005, 1, 1), date(2015, 12, 31)),
        "years of an outlet": Walk().under("outlet", outlet).said_inside(date(2005, 1, 1), date(2015, 12, 31)),
        "month": period_of("2012", "01").statements(),
        "day": period_of("2012", "01", "05").statements(),
        "undated": Walk().within(UNDATED),
        "may fall in years": Walk().said_overlapping(date(2005, 1, 1), date(2015, 12, 31)),
        "of a speaker, may fall in years": Walk().under("speaker", speaker).said_overlapping(date(2005, 1, 1)),
        "denials of a claim": Walk().under("claim", claim).counted_as(int(claim), "denials"),
        "denials of a claim in an outlet": Walk().under("claim", claim).under("outlet", outlet).counted_as(int(claim), "denials"),
        "span": span_of(*most("span").split("-")).statements(),
        "common word": Walk().holding("the"),
        "rare word": Walk().holding(RARE),
        "word, outlet": Walk().holding("the").under("outlet", outlet),
        "rare word, outlet": Walk().holding(RARE).under("outlet", outlet),
    }


def plans(asked: CaptureQueriesContext) -> Iterator[str]:
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            yield from (row[3] for row in cursor.fetchall())


@pytest.mark.sqlite
@pytest.mark.usefixtures("many")
def test_every_walk_goes_by_an_index_that_has_its_order():
    walks = many_walks()
    with CaptureQueriesContext(connection) as asked:
        for walk, order in product(walks.values(), (OLDEST_FIRST, NEWEST_FIRST)):
            first = page_of(walk, order, size=5)
            page_of(walk, order, size=5, cursor=first.next)
            walk.count_up_to(1000)

    assert {step for step in plans(asked) if "archive_tally" not in step and SCAN_OR_SORT.match(step)} == set()


@contextmanager
def steps_taken() -> Iterator[list[int]]:
    """The steps of SQLite's machine, by tens."""
    taken: list[int] = []
    connection.connection.set_progress_handler(lambda: taken.append(10), 10)
    yield taken
    connection.connection.set_progress_handler(None, 0)


@pytest.mark.sqlite
@pytest.mark.usefixtures("many")
def test_a_page_reads_what_it_shows_and_not_what_the_archive_holds():
    """Two pages of fifty, and what is counted to find the rarest list: a walk through all rows would take ten times as many."""
    cost = {}
    for name, walk in many_walks().items():
        for order in (OLDEST_FIRST, NEWEST_FIRST):
            assert walk.known is not None
            with steps_taken() as taken:
                page = page_of(walk, order, size=50)
                page_of(walk, order, size=50, cursor=page.next)
            cost[name, order.descending] = sum(taken)

    assert {name: steps for name, steps in cost.items() if steps > 6_000} == {}
