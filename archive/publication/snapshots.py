"""What the public sees of a row, and the unchangeable Revisions of it, as canonical bytes with their hash."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models

from archive import many_rows
from archive.acts import Signature
from archive.enums import RevisionClass, StatementStatus
from archive.log.writing import Logged, append, canonical, role_of, sources_of
from archive.models import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    FactCheck,
    Occurrence,
    Redaction,
    Revision,
    Speaker,
    SpeakerAlias,
    SpeakerIdentifier,
    SpeakerRole,
    Statement,
)
from archive.models.history import type_of
from archive.models.source_note import notes_of
from archive.publication.public_fields import PUBLIC_FIELDS

Body = dict[str, Any]
KEPT_LATER = {"fact_checks_told": "fact_checks"}  # what older Revisions do not say of the same thing
OF_SPEAKERS: tuple[Any, ...] = (SpeakerAlias, SpeakerRole, SpeakerIdentifier, Affiliation)


class Change(NamedTuple):
    """A row that the public sees otherwise from now on, and how that came."""

    row: models.Model
    revision_class: RevisionClass
    signed: Signature
    fields: list[str] | None = None


def snapshot(row: models.Model) -> Body:
    """All that the public sees of a row. A withdrawn statement has none of its words."""
    return snapshots([row])[0]


def snapshots(rows: Sequence[models.Model]) -> list[Body]:
    """The same of many; what stands in other tables is read at once for all rows of one table."""
    beside: dict[tuple[type[models.Model], int], Body] = {}
    for model, read in BESIDE.items():
        alike = [row for row in rows if isinstance(row, model) and not _is_withdrawn(row)]
        beside |= {(model, pk): found for pk, found in read(alike).items()} if alike else {}
    return [_body(row) | beside.get((type(row), row.pk), {}) for row in rows]


def revise(row: models.Model, revision_class: RevisionClass, signed: Signature, changed: list[str] | None = None) -> None:
    """Keep the row as the public sees it from now on, under its next version number."""
    revise_all([Change(row, revision_class, signed, changed)])


def revise_all(changes: Sequence[Change]) -> list[int]:
    """Keep each of these rows, none of them twice, in their order, and enter that in the log. Returns the version numbers that they have
    now."""
    rows = [change.row for change in changes]
    latest = Revision.objects.versions_of(rows)
    versions = [latest.get((type_of(row), row.pk), 0) + 1 for row in rows]
    revisions = [_revision(*one) for one in zip(changes, map(canonical, snapshots(rows)), versions, strict=True)]
    append([_logged(*one) for one in zip(revisions, changes, strict=True)])
    many_rows.create(revisions)
    return versions


def _logged(revision: Revision, change: Change) -> Logged:
    return Logged(revision, [] if _is_withdrawn(change.row) else sources_of(change.row), role_of(change.signed.by))


def _revision(change: Change, body: bytes, version: int) -> Revision:
    row, revision_class, signed, fields = change
    return Revision(
        object_type=type_of(row), object_id=row.pk, version=version, body=body, sha256=hashlib.sha256(body).hexdigest(),
        revision_class=revision_class, reason=signed.reason, changed=fields or [], by=signed.by, at=signed.at,
    )  # fmt: skip


def changed_since(now: Body, last: Revision) -> list[str]:
    """What the public sees of a row otherwise than this Revision of it kept."""
    was = last.content
    names = (was.keys() | now.keys()) - {"type", "id"}
    names -= {name for name, first in KEPT_LATER.items() if first in was and name not in was}
    changed = (name for name in names if _in_one_order(name, was.get(name) or "") != _in_one_order(name, now.get(name) or ""))
    return sorted({KEPT_LATER.get(name, name) for name in changed})


def _in_one_order(name: str, value: Any) -> Any:
    """Links of the same words stand in no order of their own, and a database gives them in any."""
    return sorted(value, key=canonical) if name == "occurrences" and value else value


def _is_withdrawn(row: models.Model) -> bool:
    return isinstance(row, Statement) and row.status == StatementStatus.WITHDRAWN


def _body(row: models.Model) -> Body:
    """What stands in the row itself."""
    body = {"type": type_of(row), "id": _plain(row)}
    if isinstance(row, Statement) and _is_withdrawn(row):
        return body | {"status": row.status, "class": row.withdrawn_class, "reason": row.withdrawn_reason}
    return body | {name: _plain(getattr(row, name)) for name in PUBLIC_FIELDS[type(row)]}


def _notices(documents: list[Any]) -> dict[int, Body]:
    """What its outlet said of it later, where it did; and what the law had taken out of it."""
    found = notes_of(document.pk for document in documents)
    told = _redacted(documents)
    for pk, notes in found.items():
        told[pk] = {"notices": [note.kept for note in notes]} | told.get(pk, {})
    return told


def _redacted(documents: list[Any]) -> dict[int, Body]:
    """The places with their hashes, and that of the text as it was left; and a digest of all that went with it, in whatever table."""
    places = _by(Redaction.objects.places().filter(object_id__in=[one.pk for one in documents]), "object_id")
    acts = _by(Redaction.objects.filter(document__in=documents).order_by("id"), "document_id")
    told: dict[int, Body] = {
        pk: {
            "redactions": [{"start": one.start, "end": one.end, "hash": one.hash} for one in found],
            "text_sha256": max(found, key=lambda one: one.pk).left_sha256,
        }
        for pk, found in places.items()
    }
    for pk, rows in acts.items():
        told[pk] = told.get(pk, {}) | {"redacted_sha256": digest_of(rows)}
    return told


def digest_under(document: Document) -> Body:
    """As the Event of an act tells it, for a document that is not public has no Revision that would."""
    rows = document.redactions.order_by("id")
    return {"redacted_sha256": digest_of(rows)} if rows else {}


def digest_of(redactions: Iterable[Redaction]) -> str:
    """Of all redactions under one document, in the order in which they were made."""
    return hashlib.sha256(canonical({"redactions": [one.told for one in redactions]})).hexdigest()


def _fact_checks(claims: list[Any]) -> dict[int, Body]:
    """Where somebody else found something; and when, in which language."""
    return {
        pk: {
            "fact_checks": [f"{one.publisher}: “{one.rating}” {one.address}" for one in checks],
            "fact_checks_told": [[one.published, one.language] for one in checks],
        }
        for pk, checks in _by(FactCheck.objects.filter(claim__in=claims), "claim_id").items()
    }


def _names_and_roles(speakers: list[Any]) -> dict[int, Body]:
    """Numbers in registers, parties and countries only where there are any: the snapshots of before they were kept hold none."""
    aliases, roles, identifiers, affiliations = (_by(table.objects.filter(speaker__in=speakers), "speaker_id") for table in OF_SPEAKERS)
    found = {
        one.pk: {"aliases": [alias.name for alias in aliases[one.pk]], "roles": [_with_years(role) for role in roles[one.pk]]}
        for one in speakers
    }
    for pk in identifiers:
        found[pk]["identifiers"] = [str(one) for one in identifiers[pk]]
    for pk in affiliations:
        found[pk]["affiliations"] = [_with_years(one, f"{one.kind}: {one.name}") for one in affiliations[pk]]
    return found


def _with_years(one: SpeakerRole | Affiliation, words: str = "") -> str:
    words = words or str(one)
    return f"{words} ({one.since}/{one.until})" if one.since or one.until else words


def _words_and_links(statements: list[Any]) -> dict[int, Body]:
    named = _by(Attribution.objects.filter(statement__in=statements).select_related("speaker"), "statement_id")
    links = _by(Occurrence.objects.public().filter(statement__in=statements).select_related("claim"), "statement_id")
    return {one.pk: _words(one) | {"speakers": _speakers(named[one.pk]), "occurrences": _links(links[one.pk])} for one in statements}


def _words(statement: Statement) -> Body:
    return {
        "status": statement.status,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "document": statement.document.public_id,
        "document_sha256": statement.document.sha256,
    }


def _speakers(named: list[Attribution]) -> list[Body]:
    return [{"speaker": one.speaker.slug if one.speaker else None, "name": one.name, "role": one.role} for one in named]


def _links(links: list[Occurrence]) -> list[Body]:
    return [{"claim": one.claim.slug, "start": one.start, "end": one.end, "stance": one.stance, "likeness": one.likeness} for one in links]


def _by(rows: Iterable[Any], column: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _plain(value: Any) -> Any:
    """A value as strings and whole numbers: a row by its public id, slug or address."""
    if isinstance(value, models.Model):
        return next((str(getattr(value, name)) for name in ("public_id", "slug") if hasattr(value, name)), str(value.pk))
    if isinstance(value, datetime):
        return value.isoformat()
    return value


# What the public sees of rows of a table and what stands in others: by the numbers of the rows.
BESIDE: dict[type[models.Model], Callable[[list[Any]], dict[int, Body]]] = {
    Statement: _words_and_links,
    Document: _notices,
    Speaker: _names_and_roles,
    Claim: _fact_checks,
}
