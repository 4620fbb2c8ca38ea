"""Makes draft statements of captured documents. What was proposed, entered or rejected before is left as it is."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive import statistics
from archive.drafting import draft
from archive.models import Document


class Command(BaseCommand):
    help = "Propose the statements of captured documents as drafts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="public ids; without any, the newest capture of every article")

    def handle(self, *args: Any, documents: list[str], **options: Any) -> None:
        keys = chosen(documents)
        drafts = 0
        for key in tqdm(keys, unit="document", disable=None, leave=False):
            drafts += len(draft(Document.objects.defer("raw").get(pk=key)))
        statistics.gather()
        self.stdout.write(f"Documents: {len(keys)}. New drafts: {drafts}.")


def chosen(documents: list[str]) -> list[int]:
    """The keys of these documents, oldest first. Refuses before anything is done where one is unknown."""
    if not documents:
        return list(Document.objects.newest().order_by("pk").values_list("pk", flat=True))
    found = dict(Document.objects.filter(public_id__in=documents).order_by("pk").values_list("public_id", "pk"))
    if unknown := sorted(set(documents) - set(found)):
        raise CommandError(f"No document is called {', '.join(unknown)}. `capture` prints the ids.")
    return list(found.values())
