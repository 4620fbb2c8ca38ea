"""Prints whether two people are needed to make words public; `on` and `off` say so from now on."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.management.migrated import NeedsTables
from archive.models import Policy
from archive.working.two_people import need_two_people


class Command(NeedsTables, BaseCommand):
    help = "Whether who drafted a statement may publish it: on, two people are needed; off, one may do both."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("turn", nargs="?", choices=["on", "off"], help="without it: print what holds")

    def handle(self, *args: Any, turn: str | None, **options: Any) -> None:
        needed = need_two_people(turn == "on").two_people if turn else Policy.needs_two_people()
        self.stdout.write(f"Two people are {'needed' if needed else 'not needed'} to make a statement public.")
