"""What the public sees of a row, and the unchangeable Revisions of it, as canonical bytes with their hash."""

import hashlib
import json
from datetime import datetime
from typing import Any

from django.db import models

from archive.acts import Signature
from archive.enums import RevisionClass, StatementStatus
from archive.models import Document, Revision, Speaker, Statement
from archive.models.history import type_of
from archive.models.source_note import notes_of
from archive.publication.public_fields import PUBLIC_FIELDS


def canonical(body: dict[str, Any]) -> bytes:
    """One byte sequence for one content: keys sorted, no white space, UTF-8, strings and whole numbers alone (RFC 8785)."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def snapshot(row: models.Model) -> dict[str, Any]:
    """All that the public sees of a row. A withdrawn statement has none of its words."""
    body = {"type": type_of(row), "id": _plain(row)}
    if isinstance(row, Statement) and row.status == StatementStatus.WITHDRAWN:
        return body | {"status": row.status, "class": row.withdrawn_class, "reason": row.withdrawn_reason}
    body |= {name: _plain(getattr(row, name)) for name in PUBLIC_FIELDS[type(row)]}
    if isinstance(row, Statement):
        return body | _words_and_links(row)
    if isinstance(row, Document):
        return body | _notices(row)
    return body | (_names_and_roles(row) if isinstance(row, Speaker) else {})


def revise(row: models.Model, revision_class: RevisionClass, signed: Signature, changed: list[str] | None = None) -> Revision:
    """Keep the row as the public sees it from now on, under its next version number."""
    latest = Revision.objects.of(row).order_by("-version").values_list("version", flat=True).first() or 0
    body = canonical(snapshot(row))
    return Revision.objects.create(
        object_type=type_of(row), object_id=row.pk, version=latest + 1, body=body, sha256=hashlib.sha256(body).hexdigest(),
        revision_class=revision_class, reason=signed.reason, changed=changed or [], by=signed.by, at=signed.at,
    )  # fmt: skip


def changed_since(row: models.Model, last: Revision) -> list[str]:
    """What the public sees of a row otherwise than this Revision of it kept."""
    was, now = last.content, snapshot(row)
    names = (was.keys() | now.keys()) - {"type", "id"}
    return sorted(name for name in names if (was.get(name) or "") != (now.get(name) or ""))


def _notices(document: Document) -> dict[str, Any]:
    """What its outlet said of it later, where it did."""
    notes = notes_of([document.pk]).get(document.pk)
    return {"notices": [note.kept for note in notes]} if notes else {}


def _names_and_roles(speaker: Speaker) -> dict[str, Any]:
    held = [(role.title, f" ({role.since}/{role.until})" if role.since or role.until else "") for role in speaker.roles.all()]
    return {"aliases": [alias.name for alias in speaker.aliases.all()], "roles": [title + years for title, years in held]}


def _words_and_links(statement: Statement) -> dict[str, Any]:
    return {
        "status": statement.status,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "document": statement.document.public_id,
        "document_sha256": statement.document.sha256,
        "speakers": [
            {"speaker": one.speaker.slug if one.speaker else None, "name": one.name, "role": one.role}
            for one in statement.attributions.select_related("speaker")
        ],
        "occurrences": [
            {"claim": one.claim.slug, "start": one.start, "end": one.end, "stance": one.stance, "likeness": one.likeness}
            for one in statement.occurrences.public().select_related("claim")
        ],
    }


def _plain(value: Any) -> Any:
    """A value as strings and whole numbers: a row by its public id, slug or address."""
    if isinstance(value, models.Model):
        return next((str(getattr(value, name)) for name in ("public_id", "slug") if hasattr(value, name)), str(value.pk))
    if isinstance(value, datetime):
        return value.isoformat()
    return value
