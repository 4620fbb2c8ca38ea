"""Entries by key, for pages and JSON: one query for any number of statements, and one for any number of documents.

Nothing here writes. What has no entry yet, as after an update until `reindex` has run, is worked out for the answer.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import orjson

from archive.entries import documents
from archive.entries.asking import asked, listed
from archive.entries.printed import Printed
from archive.entries.values import shown_of
from archive.entries.writing import Shown, WorkOut, written
from archive.enums import SourceStatus
from archive.models import Statement
from archive.models.source_note import SourceNote


class Source(NamedTuple):
    """What has to be told of a document. An empty `title` is to be stood in for; `hidden`: where words stand that were withdrawn."""

    title: str
    notes: tuple[SourceNote, ...]
    hidden: Sequence[tuple[int, int]]


def entries_of(statements: Iterable[int]) -> dict[int, Shown]:
    """What is shown of each of these that is public, by its number."""
    return _read("archive_entry", "statement_id", set(statements), shown_of)


def documents_of(numbers: Iterable[int]) -> dict[int, Source]:
    """What has to be told of each of these that is public, by its number."""
    return {pk: _source(shown) for pk, shown in _read("archive_documententry", "document_id", set(numbers), documents.shown_of).items()}


def cover(statements: Iterable[Statement]) -> None:
    """Give the attributions of these rows their `printed`. They were read with `.shown()`, for one answer."""
    statements = list(statements)
    found = entries_of(one.pk for one in statements)
    for statement in statements:
        speakers = found[statement.pk]["speakers"] if statement.pk in found else []
        for row, one in zip(statement.attributions.all(), speakers, strict=False):
            row.printed = Printed(one["name"], one["role"])


def _read(table: str, key: str, numbers: set[int], work_out: WorkOut) -> dict[int, Shown]:
    rows = asked(f"SELECT {key}, shown FROM {table} WHERE {key} IN ({listed(numbers)}) AND shown <> ''")
    found = {pk: orjson.loads(shown) for pk, shown in rows}
    missing = numbers - found.keys()
    return found | {pk: orjson.loads(written(shown)) for pk, shown in work_out(missing).items()} if missing else found


def _source(shown: Shown) -> Source:
    notes = [SourceNote(**(note | {"status": SourceStatus(note["status"])})) for note in shown["notes"]]
    return Source(shown["title"], tuple(notes), [(start, end) for start, end in shown["hidden"]])
