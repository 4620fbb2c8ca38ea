"""Finds words in every row of every table, whatever its columns are called: so that a table that comes later is read too."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models

from archive.models import (
    Article,
    Checkpoint,
    Claim,
    CountedLink,
    DocumentEntry,
    Entry,
    LogEntry,
    NameWord,
    Outlet,
    Passage,
    Posting,
    Redaction,
    Revision,
    SearchEntry,
    Speaker,
    Spelling,
    Suggestion,
    Term,
    VectorBlock,
)
from archive.models.document import Document
from archive.models.statement import Statement
from archive.publication.redacting.words import Repeats

LOT = 500
WORDED = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
# Made of other rows, and made anew when those change; or of no words at all.
FOLLOWING = {
    Checkpoint, CountedLink, DocumentEntry, Entry, NameWord, Passage, Posting, SearchEntry, Spelling, Suggestion, Term, VectorBlock,
    ContentType, Permission, Redaction,
}  # fmt: skip
ADDRESS = re.compile(r"[^\s/%-]*+[/%-]\S*")  # or a part of one: the-bridge-opens
ADDRESSED: dict[type[models.Model], str] = {Article: "url", Claim: "slug", Outlet: "slug", Speaker: "slug"}
# What stands in a document, and is told by its places there; and a public reason, which stands in the log and is told by its entry.
PLACED = {Document: {"text", "raw"}, Statement: {"text", "prefix", "suffix"}, Revision: {"reason"}}


class Hit(NamedTuple):
    """A row in which the words were found, in which columns, and how many of them stand side by side there."""

    model: type[models.Model]
    pk: Any
    columns: dict[str, int]
    about: tuple[str, int] | None  # the row that a row of history is about


def hits(wanted: Repeats) -> Iterator[Hit]:
    """All of them but those in the texts of documents and statements."""
    for model in apps.get_models(include_auto_created=True):
        if model not in FOLLOWING and model._meta.managed:
            yield from _in_table(model, wanted)


def _in_table(model: type[models.Model], wanted: Repeats) -> Iterator[Hit]:
    columns = [field.attname for field in model._meta.concrete_fields if _may_hold(field) and field.name not in PLACED.get(model, ())]
    if not columns:
        return
    about = ["object_type", "object_id"] if {"object_type", "object_id"} <= {field.name for field in model._meta.concrete_fields} else []
    rows = model._base_manager.order_by("pk").values_list("pk", *columns, *about)
    for pk, *values in rows.iterator(LOT):
        found = {name: most for name, value in zip(columns, values, strict=False) if value and (most := most_in(value, wanted))}
        if found:
            yield Hit(model, pk, found, (values[-2], values[-1]) if about and values[-1] else None)


def _may_hold(field: models.Field[Any, Any]) -> bool:
    return isinstance(field, WORDED) and not field.choices


def most_in(value: Any, wanted: Repeats) -> int:
    return max((wanted.most(text) for text in strings(value) if not ADDRESS.fullmatch(text)), default=0)


def addresses(wanted: Repeats) -> Iterator[tuple[type[models.Model], Any]]:
    """The rows whose own address is made of the words. It stays: the log names the row by it, and others link to it."""
    for model, column in ADDRESSED.items():
        for pk, address in model._base_manager.order_by("pk").values_list("pk", column).iterator(LOT):
            if address and wanted.most(address):
                yield model, pk


def strings(value: Any) -> Iterator[str]:
    """All texts in a value of a column; of bytes, as they would be read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from (*strings(name), *strings(one))
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, bytes | memoryview):
        yield from strings(_decoded(bytes(value)))


def _decoded(value: bytes) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value.decode("utf-8", "replace")


def without(value: Any, wanted: Repeats) -> Any:
    """The value with blocks in place of the words."""
    if isinstance(value, str):
        return value if ADDRESS.fullmatch(value) else wanted.blocked(value)
    if isinstance(value, dict):
        return {without(name, wanted): without(one, wanted) for name, one in value.items()}
    if isinstance(value, list):
        return [without(one, wanted) for one in value]
    return value


def is_in_log(hit: Hit) -> bool:
    """An entry of the log can't be changed, or the tree of all entries behind it would not hold any more."""
    return hit.model is LogEntry
