"""Checks whether the record is as it was published."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.management.migrated import NeedsTables
from archive.verification import faults


class Command(NeedsTables, BaseCommand):
    help = (
        "Work out words, revisions, counts, search, histories and publication log again and hold them against what is kept: each fault "
        "is told in a line that begins with the public id of what it is of, with exit code 1. Writes nothing, and nobody waits for it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--copy", action="store_true", help="of a copy, which may be older than what was signed here last")

    def handle(self, *args: Any, copy: bool, **options: Any) -> None:
        number = 0
        for fault in faults(is_copy=copy):
            self.stdout.write(str(fault))
            number += 1
        if number:
            raise CommandError(f"{number} faults.")
        self.stdout.write("No fault.")
