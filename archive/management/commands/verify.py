"""Checks whether the record is as it was published."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.management.migrated import NeedsTables
from archive.verification import faults


class Command(NeedsTables, BaseCommand):
    help = (
        "Work out words, revisions, counts, search, histories and publication log again and hold them against what is kept: each fault "
        "is told in a line that begins with the public id of what it is of, with exit code 1. Writes nothing, and nobody waits for it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for fault in faults():
            self.stdout.write(str(fault))
            number += 1
        if number:
            raise CommandError(f"{number} faults.")
        self.stdout.write("No fault.")
