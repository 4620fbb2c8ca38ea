"""What is signed of the log, whenever it has grown, and kept for ever: who keeps one can tell later whether the log was changed."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from archive.enums import Verb
from archive.errors import Refused
from archive.log import histories, kept_histories, keys, last_note, notes, proofs
from archive.models import ArchiveState, Checkpoint, Event, LogEntry
from archive.models.history import type_of

PLACE = "/data/log"
NOT_SIGNED = gettext_lazy(
    "The log does not go on from what was signed last: %(told)s. Nothing was signed. Where an older backup was put back, or the key was "
    "changed without its old one in LOG_KEYS_BEFORE, say so to the public with: manage.py sign_anew --reason “…”. Else somebody changed "
    "the log: keep everything as it is, and see manage.py verify."
)
LACKING = gettext_lazy(
    "Histories are not as they were kept beside the key: %(told)s. The log is signed as before; manage.py verify tells of this until "
    "somebody says to the public that an older backup was put back, with: manage.py sign_anew --reason “…”."
)


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
def make(anew: str = "") -> Checkpoint:
    """Sign the log as it stands. The last checkpoint is given where nothing has changed since: neither log nor key nor address.

    Nothing is signed that does not go on from what was signed last, unless somebody says why, in public, in the note itself (`anew`).
    Pages that name a checkpoint name the new one from then on.
    """
    ArchiveState.take_turn()
    key, last = keys.signing_key(), latest()
    head = notes.Head(origin(), LogEntry.objects.size(), proofs.root(LogEntry.objects.size()))
    public, besides = key.public_key().public_bytes_raw(), _said_besides(anew, last)
    named = notes.named_key(head.origin, public)
    if last and not anew and last.key == named and _says(last.note, head, public):
        made = last
    else:
        made = _made(head, named, notes.checkpoint(head, key, besides), anew)
    transaction.on_commit(lambda: _keep_beside_the_key(made, anew=bool(anew)))
    return made


def _keep_beside_the_key(made: Checkpoint, *, anew: bool) -> None:
    last_note.keep(made.note)
    kept_histories.keep(anew=anew)


def _says(note: str, head: notes.Head, public: bytes) -> bool:
    try:
        return notes.opened(note, public) == head
    except notes.NoteError:
        return False


def _said_besides(anew: str, last: Checkpoint | None) -> list[str]:
    """What the public has to know of this note; refuses to sign another history unsaid."""
    told = last_note.unlike(last_note.read())
    if told and not anew:
        raise Refused(NOT_SIGNED % {"told": told})
    if anew:
        return [_signs_anew(anew, filter(None, (told, kept_histories.unlike(kept_histories.read()))))]
    if last and not last_note.read():
        return ["On Record had nothing beside its key of what was signed before, and went by its database"]
    return []


def _signs_anew(reason: str, told: Iterable[str]) -> str:
    """All in one line, as the format has it."""
    if not (broken := "; ".join(told)):
        raise Refused(gettext("The log goes on from what was signed last: there is nothing to say. Nothing was done."))
    line = " ".join(f"On Record signs anew, {broken}: {reason}".split())
    if not line.isprintable():
        raise Refused(gettext("The reason has characters that can’t be printed. Nothing was done."))
    return line


def _made(head: notes.Head, named: str, note: str, reason: str) -> Checkpoint:
    made, is_new = Checkpoint.objects.get_or_create(note=note, defaults={"size": head.size, "key": named, "at": timezone.now()})
    if is_new:
        entered = Event(verb=Verb.ENTERED, object_type=type_of(made), object_id=made.pk, at=made.at, reason=reason)
        histories.write([entered])
        ArchiveState.raise_revision()
    return made
