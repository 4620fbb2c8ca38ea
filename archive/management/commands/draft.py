"""Makes draft statements of captured documents. What was proposed, entered or rejected before is left as it is."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet
from tqdm import tqdm

from archive import statistics
from archive.drafting import draft, lacks_labels, undrafted
from archive.enums import Force
from archive.management.migrated import NeedsTables
from archive.management.printed import as_sentences
from archive.models import Document


class Command(NeedsTables, BaseCommand):
    help = (
        "Propose the statements of captured documents as drafts. Those that this version of the program has read are left alone, unless "
        "they are named. May be killed and started again at any time."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="public ids; without any, the newest capture of every article")
        parser.add_argument("--again", action="store_true", help="also what this version of the program has read already")
        parser.add_argument("--without-questions", action="store_true", help="leave out what somebody asks, as in interviews")

    def handle(self, *args: Any, **options: Any) -> None:
        with as_sentences():
            self.draft(options["documents"], again=options["again"], without_questions=options["without_questions"])

    def draft(self, documents: list[str], *, again: bool, without_questions: bool) -> None:
        asked = named(documents) if documents else Document.objects.newest()
        keys = list(asked.order_by("pk").values_list("pk", flat=True)) if documents or again else undrafted(asked)
        leave_out = (Force.ASKED,) if without_questions else ()
        drafts, unlabelled = 0, []
        for key in tqdm(keys, unit="document", disable=None, leave=False):
            document = Document.objects.defer("raw").select_related("article__outlet").get(pk=key)
            made = len(draft(document, leave_out=leave_out))
            drafts += made
            if not made and lacks_labels(document):
                unlabelled.append(document.public_id)
        statistics.gather()
        self.stdout.write(f"Documents: {asked.count()}, read now: {len(keys)}. New drafts: {drafts}.")
        for public_id in unlabelled:
            self.stdout.write(f"{public_id} reads like a transcript; no label was found.")


def named(documents: list[str]) -> QuerySet[Document]:
    """Refuses before anything is done where one is unknown."""
    asked = Document.objects.filter(public_id__in=documents)
    if unknown := sorted(set(documents) - set(asked.values_list("public_id", flat=True))):
        raise CommandError(f"No document is called {', '.join(unknown)}. `capture` prints the ids.")
    return asked
