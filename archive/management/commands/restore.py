"""Puts the archive back from a backup. Never over one that holds something, unless told to."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from archive.backups import restore, tried
from archive.backups.triggers import wrong_triggers
from archive.errors import Refused
from archive.log import checkpoints, kept_histories, last_note
from archive.management.printed import as_sentences, printed


class Command(BaseCommand):
    help = (
        "Put the archive back from a backup. First all of it is put beside the one that is here, renewed to the tables of this program and "
        "checked, then it takes its place at once. The site and the worker have to be stopped."
    )
    requires_system_checks = ()  # of a database that may be damaged
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="a file that `backup` made")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--replace", action="store_true", help="also over an archive that holds something, which is gone then")
        how.add_argument("--drill", action="store_true", help="only try it, somewhere else, and look through what was put back")
        parser.add_argument("--tampered", action="store_true", help="also one whose triggers are gone or changed: the last resort")

    def handle(self, *args: Any, file: Path, replace: bool, drill: bool, tampered: bool, **options: Any) -> None:
        with as_sentences(then=""):
            manifest = tried(file) if drill else restore(file, replace=replace, tampered=tampered)
        done = "could be put back, and was whole" if drill else "was put back"
        rows, at = sum(manifest.counts.values()), manifest.made_at
        if not drill:
            self.tell_of_the_log()
            self.tell_of_its_triggers()
        self.stdout.write(printed(f"The archive of {at:%d %B %Y, %H:%M} UTC {done}: {rows} rows of {len(manifest.counts)} tables."))

    def tell_of_the_log(self) -> None:
        """Nothing more is signed of an older state until somebody says so to the public."""
        try:
            told = last_note.unlike(last_note.read())
        except Refused as refusal:
            told = str(refusal)
        if told:
            self.stderr.write(str(checkpoints.NOT_SIGNED % {"told": told}))
        elif told := kept_histories.unlike(kept_histories.read()):
            self.stderr.write(str(checkpoints.LACKING % {"told": told}))

    def tell_of_its_triggers(self) -> None:
        """Of one that was put back as it was."""
        if names := wrong_triggers(connection):
            told = f"Its triggers are not those of this release ({names}): what it holds may have been changed. See what `verify` tells."
            self.stderr.write(printed(told))
