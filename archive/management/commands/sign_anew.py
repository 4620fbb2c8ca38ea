"""Signs a log that does not go on from what was signed last, and says to the public why."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.errors import Refused
from archive.log import checkpoints
from archive.management.migrated import NeedsTables


class Command(NeedsTables, BaseCommand):
    help = (
        "Sign the publication log although it does not go on from what was signed last: an older backup was put back, or the key is "
        "another and the old one is lost. The reason stands in the checkpoint for ever, for all to read. Refused where the log does go on."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reason", required=True, help="why, in public")

    def handle(self, *args: Any, reason: str, **options: Any) -> None:
        if not reason.strip():
            raise CommandError("Say why: the public reads it.")
        try:
            made = checkpoints.make(anew=reason.strip())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(made.note)
