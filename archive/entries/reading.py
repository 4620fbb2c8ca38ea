"""Entries by key, for pages and JSON: one query for any number of statements, and one for any number of documents.

Nothing here writes. What has no entry yet, as after an update until `reindex` has run, is worked out for the answer.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
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

MOST_READ = 1_000  # of each kind, a process: those of much-read pages are read again and again, and each takes some 6 kB


class Source(NamedTuple):
    """What has to be told of a document. An empty `title` is to be stood in for; `hidden`: where words stand that were withdrawn."""

    title: str
    notes: tuple[SourceNote, ...]
    hidden: tuple[tuple[int, int], ...]
    redacted: tuple["Redacted", ...] = ()


class Redacted(NamedTuple):
    """That the law had something taken out of a document's text: when, why, and from where to where."""

    at: str
    reason: str
    places: list[list[int]]

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


def written_of(statements: Iterable[int]) -> dict[int, str]:
    """The entry of each of these that is public as it is written down, by its number: `shown_in` reads it."""
    return _read("archive_entry", "statement_id", set(statements), shown_of)


@lru_cache(maxsize=MOST_READ)
def shown_in(entry: str) -> Shown:
    """What an entry tells. All who read it share what is answered, so nobody changes it."""
    shown: Shown = orjson.loads(entry)
    return shown


def entries_of(statements: Iterable[int]) -> dict[int, Shown]:
    """What is shown of each of these that is public, by its number."""
    return {pk: shown_in(entry) for pk, entry in written_of(statements).items()}


def documents_of(numbers: Iterable[int]) -> dict[int, Source]:
    """What has to be told of each of these that is public, by its number."""
    return {pk: source_in(entry) for pk, entry in _read("archive_documententry", "document_id", set(numbers), documents.shown_of).items()}


def cover(statement: Statement, shown: Shown) -> None:
    """Give the attributions of a statement, which was read for one answer, their `printed`, from its entry."""
    for row, one in zip(statement.attributions.all(), shown["speakers"], strict=False):
        row.printed = Printed(one["name"], one["role"])


def _read(table: str, key: str, numbers: set[int], work_out: WorkOut) -> dict[int, str]:
    if not numbers:
        return {}
    found = dict(asked(f"SELECT {key}, shown FROM {table} WHERE {key} IN ({listed(numbers)}) AND shown <> ''"))
    missing = numbers - found.keys()
    return found | {pk: written(shown) for pk, shown in work_out(missing).items()} if missing else found


@lru_cache(maxsize=MOST_READ)
def source_in(entry: str) -> Source:
    """What the entry of a document tells."""
    shown = orjson.loads(entry)
    notes = [SourceNote(**(note | {"status": SourceStatus(note["status"])})) for note in shown["notes"]]
    redacted = tuple([Redacted(**one) for one in shown.get("redacted", ())])
    return Source(shown["title"], tuple(notes), tuple([(start, end) for start, end in shown["hidden"]]), redacted)
