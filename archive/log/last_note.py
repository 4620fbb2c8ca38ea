"""The note that was signed last, kept beside the key, outside of the database: whoever is master of that alone can have no other history
signed, for what is signed next has to go on from this note."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from archive.log import keys, notes, proofs
from archive.models import Checkpoint, LogEntry

NAME = "log_checkpoint"  # of the file in var/


def place() -> Path:
    return Path(settings.VAR_DIR) / NAME


def read() -> str:
    try:
        return place().read_text()
    except FileNotFoundError:
        return ""


def keep(note: str) -> None:
    if read() != note:
        write(place(), note)


def write(file: Path, words: str) -> None:
    """All of it or nothing, on the disk when this returns."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, begun = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "w") as open_file:
            open_file.write(words)
            open_file.flush()
            os.fsync(open_file.fileno())
        Path(begun).replace(file)
    finally:
        Path(begun).unlink(missing_ok=True)


def unlike() -> str:
    """Why the log as it stands does not go on from what was signed last; empty where it does. Where nothing is kept beside the key, what
    the database has of it counts."""
    last = Checkpoint.objects.first()
    note = read() or (last.note if last else "")
    if not note:
        return ""
    try:
        head = notes.opened_by_any(note, keys.known())
    except notes.NoteError as error:
        return gettext("what was signed last can’t be read with the keys of this log: %(error)s") % {"error": error}
    size = LogEntry.objects.size()
    if head.size > size:
        return gettext("it has %(size)s entries, and %(signed)s were signed") % {"size": size, "signed": head.size}
    if proofs.root_or_none(head.size) != head.root:
        return gettext("its first %(signed)s entries are not those that were signed") % {"signed": head.size}
    return ""


def is_in_database() -> bool:
    """Whether the checkpoint that is kept beside the key stands there too."""
    note = read()
    return not note or Checkpoint.objects.filter(note=note).exists()
