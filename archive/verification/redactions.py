"""Whether the log says what the law had taken out, and older versions are as that left them; blocks of anybody else are tampering."""

from collections.abc import Iterator

from archive.enums import Verb
from archive.log.faults import Fault
from archive.models import Document, Event, Redaction, Revision
from archive.verification.lawful import is_as_left, left_of, vouching
from archive.verification.lots import FEW, lots
from archive.verification.naming import named


def told_in_the_log() -> Iterator[Fault]:
    """All redactions under a document are told of by a digest, and each by whom, when and why, as an act on it tells."""
    for documents in lots(Document.objects.filter(redactions__isnull=False).distinct().only("public_id"), FEW):
        vouched = vouching([document.pk for document in documents])
        for document in documents:
            if document.pk not in vouched:
                yield Fault(
                    named(document),
                    "what the law had taken out is not told in full by its last version, or, without one, by the event of the act",
                )
        yield from _without_act(documents)


def _without_act(documents: list[Document]) -> Iterator[Fault]:
    numbers = {document.pk: document for document in documents}
    events = Event.objects.filter(object_type="document", object_id__in=numbers, verb=Verb.REDACTED)
    acts = set(events.values_list("object_id", "by", "at", "reason"))
    told = Redaction.objects.filter(document__in=numbers).values_list("document", "by", "at", "reason").distinct()
    for pk in sorted({pk for pk, *signed in told if (pk, *signed) not in acts}):
        yield Fault(named(numbers[pk]), "something was taken out of it by law, as no event tells")


def versions_as_left() -> Iterator[Fault]:
    """The log has no hash any more for what is kept of versions that said the words."""
    for revisions in lots(Revision.objects.filter(salt=None, log_index__isnull=False)):
        left = left_of("revision", [one.pk for one in revisions])
        for one in revisions:
            if one.pk not in left or not is_as_left(one, left[one.pk]):
                yield Fault(f"{one.object_type} number {one.object_id}, version {one.version}", "it is not what the law left of it")
