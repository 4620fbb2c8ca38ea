"""The proof that versions of something public stand in the log, as pages, dossiers and the API tell it.

Of what was public of a row only the last version is given: what stood there before may have been withdrawn.
"""

import base64
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Subquery
from django.urls import reverse

from archive.log import merkle, proofs
from archive.models import Checkpoint, LogEntry, Revision, Statement


@dataclass(frozen=True)
class Signed:
    """What was signed of the log last: nothing yet in a new archive."""

    size: int = 0
    note: str | None = None
    key: str | None = None

    @property
    def url(self) -> str:
        """Where it stands for ever."""
        return f"{settings.SITE_URL}{reverse('checkpoint-of', args=[self.size])}" if self.note else ""

    @property
    def told(self) -> dict[str, Any]:
        return {"size": self.size, "checkpoint": self.note, "key": self.key}


def signed() -> Signed:
    last = Checkpoint.objects.first()
    return Signed(last.size, last.note, last.key) if last else Signed()


def last_entry(public_id: str) -> LogEntry | None:
    """Of the last version of a statement."""
    numbers = Statement.objects.filter(public_id=public_id).values("pk")
    places = Revision.objects.filter(object_type="statement", object_id__in=numbers).order_by("-version").values("log_index")
    return LogEntry.objects.filter(index=Subquery(places[:1])).first()


def proofs_of(object_type: str, numbers: Collection[int], state: Signed) -> dict[int, list[dict[str, Any]]]:
    """The proofs of all versions of these rows of a table, from the first on, by the number of the row: two queries for all."""
    rows = Revision.objects.filter(object_type=object_type, object_id__in=numbers, log_index__isnull=False)
    revisions = list(rows.order_by("object_id", "version"))
    told = proofs_at([one.log_index for one in revisions if one.log_index is not None], state)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in revisions:
        if one.log_index in told:
            found[one.object_id].append(told[one.log_index] | {"salt": None, "body": None})
    for last in revisions:  # of each row the last one comes last
        if last.object_id in found and last.salt:
            found[last.object_id][-1].update(salt=bytes(last.salt).hex(), body=bytes(last.body).decode())
    return dict(found)


def proofs_at(indexes: Collection[int], state: Signed) -> dict[int, dict[str, Any]]:
    """The same of entries by their places: the entry as it was hashed, its hash, and the path from there to the root that was signed."""
    entries = LogEntry.objects.in_bulk(list(indexes))
    ranges = {index: merkle.inclusion(index, 0, state.size) for index in entries if index < state.size}
    known = proofs.hashes(place for one in ranges.values() for part in one for place in merkle.complete(*part))
    return {
        index: {
            "index": index,
            "entry": bytes(row.entry).decode(),
            "hash": row.hash,
            "path": written([merkle.root_of(part, known.__getitem__) for part in ranges[index]]) if index in ranges else None,
        }
        for index, row in entries.items()
    }


def written(hashes: list[bytes]) -> list[str]:
    return [base64.b64encode(one).decode() for one in hashes]
