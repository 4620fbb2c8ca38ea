"""Writes the whole archive into one file, while the site runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from archive.backups import back_up, tried
from archive.management.printed import as_sentences, printed


class Command(BaseCommand):
    help = (
        "Write the whole archive into one new file, while the site runs, and read it again before it has its name. Not in it: the keys "
        "(SECRET_KEY, var/secret_key, that of the log), which are kept apart, and what is made anew."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="a file that is not there yet")
        parser.add_argument("--drill", action="store_true", help="then put an archive back from it, somewhere else, and look it through")

    def handle(self, *args: Any, file: Path, drill: bool, **options: Any) -> None:
        with as_sentences(then=""):
            manifest = back_up(file)
            self.stdout.write(printed(f"{file}: {sum(manifest.counts.values())} rows of {len(manifest.counts)} tables, read again."))
            if drill:
                tried(file)
                self.stdout.write("An archive was put back from it, elsewhere, and was whole.")
