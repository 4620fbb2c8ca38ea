"""What is signed of the log, whenever it has grown, and kept for ever: who keeps one can tell later whether the log was changed."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from archive.enums import Verb
from archive.log import histories, keys, notes, proofs
from archive.models import ArchiveState, Checkpoint, Event, LogEntry
from archive.models.history import type_of

PLACE = "/data/log"


def origin() -> str:
    """The name of the log: where it stands on the web, without a scheme."""
    address = urlsplit(settings.SITE_URL)
    return f"{address.netloc}{address.path}{PLACE}"


def latest() -> Checkpoint | None:
    return Checkpoint.objects.first()


def is_behind() -> bool:
    """Whether something was entered since the last one."""
    last = latest()
    return LogEntry.objects.size() > (last.size if last else 0)


@transaction.atomic
def make() -> Checkpoint:
    """Sign the log as it stands. The last checkpoint is given where nothing has changed since: neither log nor key nor address.

    Pages that name a checkpoint name the new one from then on.
    """
    ArchiveState.take_turn()
    key, last = keys.signing_key(), latest()
    head = notes.Head(origin(), LogEntry.objects.size(), proofs.root(LogEntry.objects.size()))
    note = notes.checkpoint(head, key)
    if last and last.note == note:
        return last
    named = notes.named_key(head.origin, key.public_key().public_bytes_raw())
    made, is_new = Checkpoint.objects.get_or_create(note=note, defaults={"size": head.size, "key": named, "at": timezone.now()})
    if is_new:
        histories.write([Event(verb=Verb.ENTERED, object_type=type_of(made), object_id=made.pk, at=made.at)])
        ArchiveState.raise_revision()
    return made
