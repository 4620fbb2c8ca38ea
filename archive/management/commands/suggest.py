"""Proposes links for accepted statements. Run again it makes the same rows, and none for what a person has judged."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive import linking
from archive.models import Statement, Suggestion


class Command(BaseCommand):
    help = "Propose links between accepted statements."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", metavar="ID", default="", help="only statements drafted after this one (its public id)")

    def handle(self, *args: Any, since: str, **options: Any) -> None:
        keys = list(asked(since).values_list("pk", flat=True))
        statements = (Statement.objects.get(pk=key) for key in tqdm(keys, unit="statement", disable=None, leave=False))
        proposed = linking.suggest(statements)
        self.stdout.write(
            f"Statements: {len(keys)}. Links proposed: {proposed}. Waiting for a judgement: {Suggestion.objects.open().count()}."
        )


def asked(since: str):
    """Accepted statements in the order in which they were drafted."""
    statements = Statement.objects.accepted().order_by("pk")
    if not since:
        return statements
    first = Statement.objects.filter(public_id=since).first()
    if first is None:
        raise CommandError(f"No statement is called {since}.")
    return statements.filter(pk__gt=first.pk)
