"""The note that was signed last, kept beside the key, outside of the database: whoever is master of that alone can have no other history
signed, for what is signed next has to go on from this note."""

import logging
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from archive.log import keys, notes, proofs
from archive.models import Checkpoint, LogEntry

logger = logging.getLogger(__name__)
NAME = "log_checkpoint"  # of the file in var/


def place() -> Path:
    return Path(settings.VAR_DIR) / NAME


def read() -> str:
    return text_of(place())


def text_of(file: Path) -> str:
    """Empty where there is none. What can't be read is not as if it were missing: it is told as what nobody wrote."""
    try:
        return file.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"It can’t be read: {error}"


def keep(note: str) -> None:
    if read() != note:
        write(place(), note)


def write(file: Path, words: str) -> None:
    """All of it or nothing. A disk that takes nothing undoes no act that is done: what was kept before is a beginning of it."""
    try:
        _write(file, words)
    except OSError as error:
        logger.error("%s can’t be kept beside the key: %s", file.name, error)  # noqa: TRY400 - a disk's answer, and no mistake of ours


def _write(file: Path, words: str) -> None:
    """On the disk when this returns."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, begun = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as open_file:
            open_file.write(words)
            open_file.flush()
            os.fsync(open_file.fileno())
        Path(begun).replace(file)
    finally:
        Path(begun).unlink(missing_ok=True)


def unlike(kept: str) -> str:
    """Why the log as it stands does not go on from what was signed last; empty where it does. Where nothing is kept beside the key, what
    the database has of it counts."""
    last = Checkpoint.objects.first()
    note = kept or (last.note if last else "")
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


def is_in_database(kept: str) -> bool:
    """Whether the checkpoint that is kept beside the key stands there too."""
    return not kept or Checkpoint.objects.filter(note=kept).exists()
