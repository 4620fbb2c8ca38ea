"""An archive is put back from a backup: first beside the place that it is for, brought to the tables of this program and checked; then it
takes that place at once. Killed at any moment, there is the archive that was there or the one that was put back.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from archive.backups import sqlite
from archive.backups.kinds import kind
from archive.backups.manifest import Manifest
from archive.backups.packing import unpacking, workplace
from archive.errors import Refused
from archive.models import Document, Event, User


def restore(file: Path, *, replace: bool = False, tampered: bool = False) -> Manifest:
    """Refuses where the archive holds something, unless told to `replace` it, while anybody uses it, and what was `tampered` with unless
    it may be."""
    if holds_something() and not replace:
        raise Refused(_("The archive here holds something. Nothing was done. With --replace the backup takes its place."))
    kind().expect_unused()
    with _beside(file, tampered=tampered) as (candidate, manifest):
        candidate.take_place()
    connection.close()
    return manifest


def tried(file: Path) -> Manifest:
    """Everything but the last step: what was put back is looked through, and goes again. The archive is not touched."""
    with _beside(file) as (candidate, manifest):
        _manage("verify", "--copy", on=candidate.url, failed=_("Put back, the archive is not whole: {told}"))
    return manifest


def holds_something() -> bool:
    """Whether anybody's work could be written over. A database that can't be read may hold anything."""
    try:
        if not connection.introspection.table_names():
            return False
        return any(table.objects.exists() for table in (Document, User, Event))
    except DatabaseError:
        connection.close()
        return True


@contextmanager
def _beside(file: Path, *, tampered: bool = False) -> Iterator[tuple[Any, Manifest]]:
    """The archive of the backup, whole and with the tables of this program, beside the one that is here."""
    if not file.is_file():
        raise Refused(_("There is no file {file}.").format(file=file))
    with unpacking(file) as packed, workplace(_on_the_disk_of_the_archive()) as folder:
        manifest = packed.manifest
        manifest.expect_ours()
        candidate = kind().Candidate(folder)
        (part,) = manifest.parts
        packed.unpack(part, candidate.copy)
        try:
            candidate.fill(manifest.counts)
            if manifest.is_older:
                _manage("migrate", "--no-input", "--verbosity=0", on=candidate.url, failed=_("The tables could not be renewed: {told}"))
            candidate.expect_whole(tampered=tampered)
            yield candidate, manifest
        finally:
            candidate.discard()


def _on_the_disk_of_the_archive() -> Path:
    place = sqlite.place() if connection.vendor == "sqlite" else Path(settings.VAR_DIR) / "restored"
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def _manage(*words: str, on: str, failed: str) -> None:
    """A command of ours in a process of its own, for a database has one name a process."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]
    done = subprocess.run(command, env=os.environ | {"DATABASE_URL": on}, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise Refused(failed.format(told=" ".join((done.stdout + done.stderr).split()[-60:])))
