"""Writes a made-up archive into the empty database of this process: rows by plain SQL, for the time, and all that can be made anew by the
archive's own functions.
"""

import sys
import time
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from archive import statistics
from archive.entries import keeping
from archive.linking import passages as linking_index
from archive.log import filling as log_filling
from archive.log import histories
from archive.models import Document
from archive.models.source_note import reach_of
from archive.publication import listings, recounts
from archive.publication.snapshots import Body, snapshots
from tests.benchmarks.making.holders import Holders
from tests.benchmarks.making.made_up import MadeUp
from tests.benchmarks.making.records import Records
from tests.benchmarks.making.tables import AT_ONCE, quickly, set_counters
from tests.factories import CONTENT_ROLES, make_user


def fill(size: int, *, passages: bool = False) -> None:
    """All of it, and the database's statistics, as each load leaves them."""
    began = time.process_time()
    with quickly():
        records = written(MadeUp(size))
    statistics.gather()
    tell(records)
    done = time.process_time()
    rebuild()
    if passages:
        for _ in linking_index.rebuild(linking_index.outdated()):
            pass
    statistics.gather()
    print(f"{size:,} public statements: {done - began:.0f} CPU s, made anew: {time.process_time() - done:.0f}", file=sys.stderr)


def write(made: MadeUp) -> None:
    records = written(made)
    set_counters()
    tell(records)


def written(made: MadeUp) -> Records:
    records = Records(Holders(made), make_user(*CONTENT_ROLES, username="benchmark"))
    for source in made.sources():
        records.add(source)
    records.flush()
    return records


@transaction.atomic
def tell(records: Records) -> None:
    """Keep what the public sees of small tables, and which documents a notice reaches: both are known when all sources are written, and
    asked for when the tables have their indexes again."""
    holders = records.holders
    for model, places in holders.public.items():
        for row, body in in_batches([holders.rows[model][place] for place in sorted(places)]):
            records.revise(row, body)
    reached = Document.objects.filter(pk__in=reach_of(Document.objects.exclude(relation=""))).order_by("pk").defer("text", "raw")
    for document, body in in_batches(list(reached)):
        if "notices" in body:
            records.revise(document, body, changed="notices")
    records.flush()


def in_batches(rows: list[Any]) -> Iterator[tuple[Any, Body]]:
    """Each with what the public sees of it."""
    for at in range(0, len(rows), AT_ONCE):
        batch = rows[at : at + AT_ONCE]
        yield from zip(batch, snapshots(batch), strict=True)


def rebuild() -> None:
    """What publication keeps beside the record, once PostgreSQL knows how much there is, as it would by itself in a while."""
    if connection.vendor == "postgresql":
        statistics.gather()
    for _ in log_filling.fill():
        pass
    for _ in histories.fill():
        pass
    for _ in listings.rebuild():
        pass
    recounts.recount_retracted()
    recounts.recount_statements()
    for claims in recounts.counted_claims():
        recounts.recount(claims)
    for step in keeping.steps():
        for _ in keeping.rebuild(step):
            pass
