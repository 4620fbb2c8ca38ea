"""For who lost both telephone and paper: their password alone lets them in again, until they set the second step up anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.management.migrated import NeedsTables
from archive.models import User
from archive.signing_in import second_step, sessions


class Command(NeedsTables, BaseCommand):
    help = "Forgets somebody's second step and ends their sessions. Make sure that it is they who ask."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the name they sign in with")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        person = User.objects.filter(username=name).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {name}.")
        second_step.remove(person, by=None)
        sessions.end_all(person)
        self.stdout.write(f"{name} signs in with the password alone.")
