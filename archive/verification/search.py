"""Whether the search finds every public statement by its words, and nothing else."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Exists, OuterRef

from archive import matching
from archive.log.faults import Fault
from archive.models import SearchEntry, Statement
from archive.publication import search_index
from archive.verification.lots import each, lots

# What the index of the search holds otherwise than the entries that it is made of: `place` and `stems` of a row that differs.
UNLIKE = {
    "sqlite": """
        SELECT e.statement_id, e.place FROM archive_searchentry e LEFT JOIN archive_search s ON s.rowid = e.place
        WHERE s.rowid IS NULL OR s.stems <> e.stems
        UNION ALL SELECT NULL, s.rowid FROM archive_search s LEFT JOIN archive_searchentry e ON e.place = s.rowid WHERE e.place IS NULL""",
    "postgresql": "SELECT statement_id, place FROM archive_searchentry WHERE vector <> to_tsvector('simple', stems)",
}


def entries_of_the_search() -> Iterator[Fault]:
    yield from each(lots(Statement.objects.public().only("public_id", "text", "said_sort")), _in_search)
    hidden = SearchEntry.objects.filter(~Exists(Statement.objects.public().filter(pk=OuterRef("statement"))))
    for entry in hidden.select_related("statement").only("statement__public_id"):
        yield Fault(f"statement {entry.statement.public_id}", "the search finds it, and it is not public")
    for entry in SearchEntry.objects.exclude(engine__in=["", matching.ENGINE_VERSION]).select_related("statement"):
        yield Fault(f"statement {entry.statement.public_id}", "the search has it as no version of the program would")


def _in_search(rows: list[Statement]) -> Iterator[Fault]:
    wrong = search_index.missing(rows)
    yield from (Fault(f"statement {row.public_id}", "the search does not find it by its words") for row in rows if row.pk in wrong)


def index_of_the_search() -> Iterator[Fault]:
    with connection.cursor() as cursor:
        cursor.execute(UNLIKE[connection.vendor])
        found = cursor.fetchall()
    names = dict(Statement.objects.filter(pk__in=[number for number, _ in found if number]).values_list("pk", "public_id"))
    for number, place in found:
        name = f"statement {names.get(number, f'number {number}')}" if number else f"place {place} of the search"
        yield Fault(name, "the index of the search holds other words than its entry")
