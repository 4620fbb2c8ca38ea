"""Whether blocks stand where the law had something taken out, and the log says so; anywhere else they are tampering."""

import hashlib
from collections.abc import Iterator

from archive.enums import RevisionClass
from archive.log.faults import Fault
from archive.models import Document, Event, Judgement, Redaction, Revision
from archive.models.log.redaction import bytes_of
from archive.publication.snapshots import digest_of
from archive.verification.lots import FEW, lots
from archive.verification.naming import named, names_of

KEPT = {"event": Event, "judgement": Judgement, "revision": Revision}  # which nobody else may change


def told_in_the_log() -> Iterator[Fault]:
    """All redactions under a document that was public stand in one of its Revisions, of the class that says so, by a digest."""
    for documents in lots(Document.objects.filter(redactions__isnull=False).distinct().only("public_id"), FEW):
        latest = Revision.objects.latest_of(documents)
        for document in documents:
            last = latest.get(("document", document.pk))
            if last is not None and not _tells(last, document):
                yield Fault(named(document), "its last version does not tell of what the law had taken out")


def _tells(last: Revision, document: Document) -> bool:
    made = Revision.objects.of(document).filter(revision_class=RevisionClass.LEGAL_REMOVAL)
    told = last.content.get("redacted_sha256")
    return bool(made) and told == digest_of(document.redactions.order_by("id"))


def left_as_they_were() -> Iterator[Fault]:
    """Of what was taken out of rows that never change, what was left is still what stands there."""
    for table, model in KEPT.items():
        latest = {(one.object_id, one.field): one for one in Redaction.objects.filter(object_type=table).order_by("id").iterator(1000)}
        rows = model._base_manager.in_bulk({number for number, _ in latest})
        names = names_of((table, number) for number, _ in latest)
        for (number, field), one in latest.items():
            row = rows.get(number)
            if row is None or hashlib.sha256(bytes_of(getattr(row, field))).hexdigest() != one.left_sha256:
                yield Fault(names.get((table, number), f"{table} {number}"), f"its {field} is not what the law left of it")
