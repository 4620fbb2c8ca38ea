"""Loads the demo archive into an empty one and prints its logins."""

import secrets
from argparse import ArgumentParser
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive import demo, statistics
from archive.demo import users
from archive.errors import Refused
from archive.management.migrated import NeedsTables

if TYPE_CHECKING:
    from archive.demo.loading import Loaded

PASSWORD_FILE = "demo_password"  # noqa: S105 - a file's name


class Command(NeedsTables, BaseCommand):
    requires_system_checks = ()  # nobody waits for what they import
    help = "Loads the demo archive, an invented country's press with its editors' decisions, into an empty archive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="say so and go on when the archive is not empty")

    def handle(self, *args, if_empty: bool, **options) -> None:
        if if_empty and not demo.is_empty():
            self.stdout.write("The archive is not empty; the demo is loaded into an empty one alone.")
            return self.print_logins() if users.are_here() else None
        try:
            demo.expect_empty()
            self.stdout.write("Loading the demo archive takes some seconds …")
            self.stdout.flush()
            from archive.demo import loading  # noqa: PLC0415 - it reads texts, and who finds the archive loaded has no need of that

            loaded = loading.load(password=password())
            statistics.gather()
        except Refused as error:
            raise CommandError(str(error)) from error
        self.print_counts(loaded)
        return self.print_logins()

    def print_counts(self, loaded: "Loaded") -> None:
        states = ", ".join(f"{count} {state}" for state, count in loaded.statements.items())
        self.stdout.write(
            f"Demo archive: {loaded.documents} documents, {sum(loaded.statements.values())} statements ({states}), "
            f"{loaded.claims} claims with {loaded.occurrences} occurrences, {loaded.judgements} judgements, "
            f"{loaded.open_suggestions} suggestions waiting."
        )

    def print_logins(self) -> None:
        self.stdout.write(f"Demo logins, all with the password {password()}:")
        for login, role in users.LOGINS.items():
            self.stdout.write(f"  {login:<16}{role}")


def password() -> str:
    """The one password of the demo's people, made at the first load and kept where only the owner reads it."""
    file = settings.VAR_DIR / PASSWORD_FILE
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(12))
    return file.read_text().strip()
