"""Ways that hold: at ten thousand statements no query of a page or a list reads or sorts many more rows than a page shows, whether the
database has statistics or not.
"""

import pytest
from django.test import Client

from archive import statistics
from tests.benchmarks.addresses import addresses
from tests.benchmarks.making import filling
from tests.benchmarks.making.made_up import MadeUp
from tests.plans import Asked, forget, queries_of

# PostgreSQL, which gathers statistics by itself, reads a table of ten thousand rows whole where that is quicker.
pytestmark = [pytest.mark.django_db, pytest.mark.full, pytest.mark.sqlite]

SIZE = 10_000
MOST_READ = 8_000  # rows, for fifty with all that stands beside them; a scan or a sort of the archive is beyond it
MADE_ONCE = "what stands beside a statement is worked out where it is not kept"
# Queries that may read more, by a part of their words, and why.
ALLOWED = {
    "LIMIT 1500": "a strip draws the first 1,500 entries of a claim",
    "SELECT COUNT(*) FROM (SELECT l.said_sort": "a list is counted up to “2,000+”",
    "SELECT (SELECT t.scope": "the rail counts what the newest 2,000 of a list have",
    '"saying"': MADE_ONCE,
    '"statement__attributions__speaker"': MADE_ONCE,
    'AS "statement", "archive_attribution"."speaker_id" AS "speaker"': MADE_ONCE,
}


def too_dear(pages: dict[str, list[Asked]]) -> list[str]:
    asked = [(name, one) for name, queries in pages.items() for one in queries if not any(words in one.sql for words in ALLOWED)]
    return [f"{name}: {one.rows_read} rows: {one.sql}\n{one.way}" for name, one in asked if one.rows_read > MOST_READ]


def test_no_query_of_a_page_reads_many_more_rows_than_a_page(client: Client):
    filling.write(MadeUp(SIZE))
    filling.rebuild()
    statistics.gather()
    pages = {name: queries_of(lambda url=url: client.get(url)) for name, url in addresses().items()}

    assert "busy speaker" in pages
    try:
        for state in (forget, statistics.gather):
            state()
            assert too_dear(pages) == []
    finally:
        forget()  # the next test of this process finds other tables
