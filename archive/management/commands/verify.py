"""Checks whether the record is as it was published."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.log.faults import faults


class Command(BaseCommand):
    help = "Recompute the publication log and hold it against the revisions: each fault is told in a line, with exit code 1."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for fault in faults():
            self.stdout.write(str(fault))
            number += 1
        if number:
            raise CommandError(f"{number} faults.")
        self.stdout.write("No fault.")
