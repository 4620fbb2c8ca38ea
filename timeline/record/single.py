"""One statement or one document, as a page of its own needs it: model instances by queries that are written once.

    row = statement_of("k3x9m2p7qa")  # with all that its page tells, and nothing is read later

A queryset of eight tables takes ten times as long to be put together as its rows to be read.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Model

from archive.entries.asking import listed
from archive.models import Article, Attribution, Claim, Document, Occasion, Occurrence, Outlet, Speaker, Statement

LARGE = ("text", "raw")  # of a document; the bytes are never shown
STATED = "EXISTS (SELECT 1 FROM archive_statement s WHERE s.document_id = archive_document.id AND s.status = 'public')"


def statement_of(public_id: str) -> Statement | None:
    """The public statement of this address, without the text of its document."""
    for statement in _rows(Statement, "public_id = %s AND status = 'public'", public_id):
        statement.document = _with_source(_of(Document, statement.document_id, without=LARGE))
        statement.occasion = _by_number(Occasion, {statement.occasion_id} - {None}).get(statement.occasion_id)
        statement.__dict__.setdefault("_prefetched_objects_cache", {})["attributions"] = _attributions(statement)  # what `.all()` gives
        statement.public_occurrences = _links(statement)
        return statement
    return None


def document_of(public_id: str) -> Document | None:
    """The public document of this address, with its text."""
    for document in _rows(Document, f"public_id = %s AND {STATED}", public_id, without=("raw",)):
        return _with_source(document)
    return None


def _with_source(document: Document) -> Document:
    document.article = _of(Article, document.article_id)
    document.article.outlet = _of(Outlet, document.article.outlet_id)
    return document


def _attributions(statement: Statement) -> list[Attribution]:
    rows = _rows(Attribution, "statement_id = %s ORDER BY position", statement.pk)
    speakers = _by_number(Speaker, {row.speaker_id for row in rows} - {None})
    for row in rows:
        row.speaker = speakers.get(row.speaker_id)
    return rows


def _links(statement: Statement) -> list[Occurrence]:
    rows = _rows(Occurrence, "statement_id = %s AND status = 'public' ORDER BY start, id", statement.pk)
    claims = _by_number(Claim, {row.claim_id for row in rows})
    for row in rows:
        row.claim = claims[row.claim_id]
    return rows


def _of(model: type[Model], number: int, without: tuple[str, ...] = ()) -> Any:
    (row,) = _rows(model, "id = %s", number, without=without)
    return row


def _by_number(model: type[Model], numbers: Iterable[int]) -> dict[int, Any]:
    return {row.pk: row for row in _rows(model, f"id IN ({listed(numbers)})")} if numbers else {}


def _rows(model: type[Model], which: str, *params: str | int, without: tuple[str, ...] = ()) -> list[Any]:
    return list(model._default_manager.raw(f"{_selected(model, without)} WHERE {which}", params))


@cache
def _selected(model: type[Model], without: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if field.name not in without)
    return f"SELECT {columns} FROM {model._meta.db_table}"  # noqa: S608 - names of our own
