"""What the law had taken out: it is not as it was written, and no fault as long as it is as the act left it.

A Redaction excuses nothing by being there: its document has to vouch for it, by a digest of all redactions under it, in its last Revision,
which stands in the log, or, of a document that was never public, in the Event of the act.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from archive.enums import Verb
from archive.models import Document, Event, Redaction, Revision
from archive.models.log.redaction import bytes_of
from archive.publication.snapshots import digest_of

Left = dict[str, str]  # by column: the fingerprint of what the last act left there
DIGEST = "redacted_sha256"


def left_of(object_type: str, numbers: Collection[int]) -> dict[int, Left]:
    """Of those rows of a table of which something was taken out."""
    found: dict[int, Left] = defaultdict(dict)
    rows = list(Redaction.objects.filter(object_type=object_type, object_id__in=numbers).order_by("id"))
    vouched = vouching({row.document_id for row in rows})
    for row in rows:
        if row.document_id in vouched:
            found[row.object_id][row.field] = row.left_sha256
    return dict(found)


def is_as_left(row: Any, left: Left) -> bool:
    return all(hashlib.sha256(bytes_of(getattr(row, column))).hexdigest() == fingerprint for column, fingerprint in left.items())


def vouching(documents: Collection[int]) -> set[int]:
    """Those of them whose redactions are all told of, and are no others than those."""
    if not documents:
        return set()
    made, told = defaultdict[int, list[Redaction]](list), _digests(documents)
    for row in Redaction.objects.filter(document__in=documents).order_by("id"):
        made[row.document_id].append(row)
    return {number for number, rows in made.items() if digest_of(rows) == told.get(number)}


def _digests(documents: Collection[int]) -> dict[int, str]:
    """What the log says wins over an Event; an act is asked for in any case."""
    of = {"object_type": "document", "object_id__in": documents}
    acts = Event.objects.filter(**of, verb=Verb.REDACTED, detail__has_key=DIGEST).order_by("pk")
    told = {number: detail[DIGEST] for number, detail in acts.values_list("object_id", "detail")}
    latest = Revision.objects.latest_of(Document(pk=number) for number in documents)
    last = {number: _digest_in(revision) for (_, number), revision in latest.items()}
    return {number: last.get(number, digest) for number, digest in told.items()}


def _digest_in(revision: Revision) -> str:
    try:
        return str(revision.content.get(DIGEST, ""))
    except (ValueError, AttributeError):  # it was tampered with, and is told of where versions are read
        return ""
