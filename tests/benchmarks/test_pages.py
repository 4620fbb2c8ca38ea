"""No page and no list of the API visits more rows in an archive of ten times as many statements: `pages` in small.

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

from tests.benchmarks.addresses import addresses
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import MadeUp

SMALL, LARGE = 300, 3000
A_TICK = 50  # steps
SPARE, SPARE_STEPS = 1.2, 3000
MOST_QUERIES = 31  # of one page; it may fall and not rise
# Pages that visit more, known and to be mended: their steps at LARGE may fall and not rise. Whoever mends one takes it out.
KNOWN = {
    "home": 200_000,
    "chronology": 480_000,
    "chronology, deep": 420_000,
    "chronology, newest first": 450_000,
    "year": 430_000,
    "undated": 450_000,
    "of a busy speaker": 230_000,
    "of a busy outlet": 500_000,
    "of a rare outlet": 170_000,
    "of the top claim": 380_000,
    "of the top claim, denials": 200_000,
    "of a kind": 560_000,
    "of a force": 500_000,
    "of a speaker in an outlet": 240_000,
    "of a few in a busy outlet": 71_000,
    "of a claim by a speaker": 260_000,
    "of ten years": 470_000,
    "that may fall in ten years": 480_000,
    "of an outlet in a year": 40_000,
    "search, a common word": 400_000,
    "search, “the”": 620_000,
    "search, a rare word": 130_000,
    "search, two words": 390_000,
    "search, of a speaker": 200_000,
    "claims of a speaker": 25_000,
    "top claim": 410_000,
    "top claim, denials": 270_000,
    "claim of a few": 230_000,
    "busy speaker": 310_000,
    "speaker of a few": 300_000,
    "busy outlet": 460_000,
    "rare outlet": 170_000,
    "statement of the top claim": 30_000,
    "API statements": 500_000,
    "API statements, deep": 440_000,
    "API statements, newest first": 470_000,
    "API statements, counted": 500_000,
    "API statements, a common word": 390_000,
    "API statements, a rare word": 140_000,
    "API statements, of a speaker": 220_000,
    "API statements, of an outlet": 470_000,
    "API statements, of a claim": 350_000,
    "API statements, ten years, counted": 460_000,
    "API claims, of a speaker": 25_000,
    "API claims/top/trail": 360_000,
    "API speakers, of a claim": 470_000,
    "API outlets, of a speaker": 94_000,
    "API documents, a common word": 260_000,
    "API documents, of a rare outlet": 34_000,
    "API occasions, a common word": 150_000,
    "API occasions, of a speaker": 180_000,
    "API occurrences": 530_000,
    "API occurrences, of a claim": 340_000,
    "API occurrences, of a speaker": 240_000,
}


@dataclass(frozen=True)
class Visit:
    steps: int
    queries: int
    bytes: int


@pytest.mark.sqlite
@pytest.mark.django_db
def test_pages_visit_no_more_rows_in_a_larger_archive():
    small, large = visits(SMALL), visits(LARGE)
    limits = {name: limit(name, small[name], large[name]) for name in large}

    too_many = [f'"{name}": {visit.steps:_}' for name, visit in large.items() if visit.steps > limits[name]]
    assert not too_many, ",\n".join(too_many)
    assert {name: visit.queries for name, visit in large.items() if visit.queries > MOST_QUERIES} == {}


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
    finally:
        connection.connection.set_progress_handler(None, 0)
    assert answer.status_code in (200, 410), path
    return Visit(ticks * A_TICK, len(queries), len(answer.content))
