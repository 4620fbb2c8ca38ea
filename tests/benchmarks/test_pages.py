"""No page and no list of the API visits more rows in an archive of ten times as many statements, and no page is heavy:
`pages` and `weights` in small.

What SQLite visits is told by the steps of its machine: a row that is read costs several, whatever shows it. Two made-up archives are asked,
one after the other, without statistics, as an archive is that nobody has analysed. A page that shows more in the larger one may visit so
much more. `python -m tests.benchmarks.pages` tells in milliseconds what pages cost at a million.
"""

from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import statistics
from tests.benchmarks.addresses import addresses
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import MadeUp
from tests.plans import forget
from tests.timeline.serving.weighing import Weight, weight_of
from timeline.lists import found

SMALL, LARGE = 300, 3000
FEW = 100  # what is counted up to a limit: most lists of the smaller archive are shorter
A_TICK = 50  # steps
SPARE, SPARE_STEPS = 1.2, 3000
MOST_QUERIES = 29  # of one page; it may fall and not rise. One statement reads each row by its key, and what else said its claims
# Pages that visit more: they draw or count up to a limit that the larger archive is the first to reach, or are to be mended. Their steps at
# LARGE may fall and not rise. Whoever mends one takes it out. They are taken where SQLite remembers few rows (`remember_few`), its worst.
KNOWN = {
    "home": 63_000,
    "of the top claim, denials": 12_000,
    "of ten years": 32_000,
    "that may fall in ten years": 32_000,
    "search, “the”": 28_000,
    "search, of a speaker": 28_000,
    "top claim": 84_000,
    "top claim over time": 68_000,
    # Beside these stands what they can be narrowed to, counted in up to FEW statements, which only the larger archive holds.
    "year": 18_000,
    "undated": 20_000,
    "of a busy speaker": 25_000,
    "of a busy outlet": 31_000,
    "of a kind": 30_000,
    "of a force": 20_000,
    "of a speaker in an outlet": 19_000,
    "of a claim by a speaker": 15_000,
    "search, a common word": 32_000,
    "search, two words": 33_000,
    "API statements, ten years, counted": 15_000,
    "API speakers, of a claim": 30_000,
    "API speakers, since 2019": 34_000,
    "API outlets, of a speaker": 13_000,
    "API occasions": 37_000,
    "API occasions, a common word": 48_000,
    "API occasions, of a speaker": 45_000,
    "API documents, a common word": 19_000,
    # As many names as a page tells of each kind, and the feed's entries, which only the larger archive has.
    "feed of the top claim": 20_000,
    "embedded top claim": 8_700,
    "search, a family name": 29_000,
    "search, a mistyped name": 29_000,
    "search, a name among words": 25_000,
}
MORE_QUERIES = {
    "search, a name among words": 31,  # a few for each of its words, and for whom they may name
    "statement of the top claim": 30,  # with its place in the log
}


@dataclass(frozen=True)
class Visit:
    steps: int
    queries: int
    bytes: int
    weight: Weight | None  # of a page for readers


@pytest.mark.sqlite
@pytest.mark.django_db
def test_pages_visit_no_more_rows_in_a_larger_archive_and_are_not_heavy(monkeypatch):
    monkeypatch.setattr(found, "MOST_COUNTED", FEW)
    remember_few()
    small, large = visits(SMALL), visits(LARGE)
    limits = {name: limit(name, small[name], large[name]) for name in large}

    too_many = [f'"{name}": {visit.steps:_}' for name, visit in large.items() if visit.steps > limits[name]]
    assert not too_many, ",\n".join(too_many)
    assert {name: visit.queries for name, visit in large.items() if visit.queries > MORE_QUERIES.get(name, MOST_QUERIES)} == {}
    assert {name: visit.weight for name, visit in large.items() if visit.weight and visit.weight.is_too_much} == {}


def remember_few() -> None:
    """SQLite counted its rows when there were few, and not since: what it thinks of a table's size stays, without its statistics too."""
    with transaction.atomic():
        filling.write(MadeUp(5))
        filling.rebuild()
        statistics.gather()
        transaction.set_rollback(True)
    forget()


def limit(name: str, small: Visit, large: Visit) -> int:
    shows_more = max(1.0, large.bytes / small.bytes)
    return KNOWN.get(name) or int(SPARE * shows_more * small.steps) + SPARE_STEPS


def visits(size: int) -> dict[str, Visit]:
    """Of each page, in an archive that is gone afterwards."""
    with transaction.atomic():
        filling.write(MadeUp(size))
        filling.rebuild()
        found = {name: visit(path) for name, path in addresses().items()}
        transaction.set_rollback(True)
    return found


def visit(path: str) -> Visit:
    cache.clear()
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1

    connection.connection.set_progress_handler(tick, A_TICK)
    try:
        with CaptureQueriesContext(connection) as queries:
            answer = Client().get(path)
            body = answer.getvalue()
    finally:
        connection.connection.set_progress_handler(None, 0)
    assert answer.status_code in (200, 410), path
    is_page = answer["Content-Type"].startswith("text/html")
    return Visit(ticks * A_TICK, len(queries), len(body), weight_of(body) if is_page else None)
