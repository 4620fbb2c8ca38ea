"""Appends to the log, in the transaction that makes the Revisions: an entry says which, and what it kept, by a hash alone."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from archive import many_rows
from archive.log import merkle, proofs
from archive.models import ArchiveState, Document, LogEntry, Revision, Statement, User

FORMAT = 1
SALT = 16  # bytes by chance: without them nobody tells from a hash whether words that he guesses were there
SIGNS = (("publisher", "publish_statement"), ("reviewer", "accept_statement"), ("editor", "judge_suggestion"))  # of a role: what it may


class Logged(NamedTuple):
    """A Revision that gets its entry now, with the checksums of what it was read from, and the role of who made it, where it is known."""

    revision: Revision
    sources: list[str]
    role: str = ""


def canonical(content: dict[str, Any]) -> bytes:
    """One byte sequence for one content: keys sorted, no white space, UTF-8, strings and whole numbers alone (RFC 8785)."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def salted_hash(salt: bytes, body: bytes) -> str:
    """What the log holds of a Revision. When salt and body are erased, it stands and tells nothing."""
    return hashlib.sha256(salt + body).hexdigest()


def append(logged: Sequence[Logged]) -> None:
    """Give these Revisions, which are about to be written, their salts and their places in the log, and write its entries.

    Whoever appends has his turn until the transaction ends, so that no index is given twice, and none is left out.
    """
    if not logged:
        return
    ArchiveState.take_turn()
    edge, rows = proofs.edge(), []
    for one in logged:
        one.revision.salt, one.revision.log_index = secrets.token_bytes(SALT), edge.size
        entry = canonical(entry_of(one))
        rows.append((edge.size, entry, b"".join(edge.add(merkle.leaf_hash(entry)))))
    many_rows.write(LogEntry, ["index", "entry", "hashes"], rows)


def entry_of(logged: Logged) -> dict[str, Any]:
    revision, sources, role = logged
    content = revision.content
    return {
        "format": FORMAT,
        "index": revision.log_index,
        "type": revision.object_type,
        "object": content["id"],
        "version": revision.version,
        "hash": salted_hash(bytes(revision.salt or b""), bytes(revision.body)),
        "sources": sources,
        "time": written_time(revision.at),
        "role": role,
        "class": str(revision.revision_class),
        "reason": revision.reason,
    }


def written_time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def sources_of(row: Any) -> list[str]:
    """The checksums of what a row was read from: of a text and of its bytes as they came; of the text that words stand in."""
    if isinstance(row, Document):
        return [row.sha256, row.raw_sha256]
    return [row.document.sha256] if isinstance(row, Statement) else []


def role_of(person: User) -> str:
    """In which role somebody publishes: the highest that he holds."""
    if person.is_superuser:
        return "superuser"
    return next((role for role, may in SIGNS if person.has_perm(f"archive.{may}")), "")
