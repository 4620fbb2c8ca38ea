"""Whether the log says what the law had taken out, and older versions are as that left them; blocks of anybody else are tampering."""

from collections.abc import Iterator

from archive.enums import RevisionClass
from archive.log.faults import Fault
from archive.models import Document, Revision
from archive.publication.snapshots import digest_of
from archive.verification.lawful import is_as_left, left_of
from archive.verification.lots import FEW, lots
from archive.verification.naming import named


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


def versions_as_left() -> Iterator[Fault]:
    """The log has no hash any more for what is kept of versions that said the words."""
    for revisions in lots(Revision.objects.filter(salt=None, log_index__isnull=False)):
        left = left_of("revision", [one.pk for one in revisions])
        for one in revisions:
            if one.pk not in left or not is_as_left(one, left[one.pk]):
                yield Fault(f"{one.object_type} number {one.object_id}, version {one.version}", "it is not what the law left of it")
