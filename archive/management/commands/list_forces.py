"""Lists statements kept as said that extraction reads now as denied, asked, supposed, or as no saying at all. Changes nothing."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from tqdm import tqdm

from archive.drafting import read
from archive.enums import Force
from archive.management.forces import Otherwise, read_otherwise
from archive.management.migrated import NeedsTables
from archive.models import Document, Statement


class Command(NeedsTables, BaseCommand):
    help = (
        "List the accepted and public statements that are kept as simply said and whose words extraction reads now as denied, asked or "
        "supposed, or no longer proposes: one a line, with the address at which a person puts it right. Changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        asserted = Statement.objects.accepted().filter(force=Force.ASSERTED)
        keys = list(Document.objects.filter(statements__in=asserted).order_by("pk").values_list("pk", flat=True).distinct())
        doubtful = 0
        for key in tqdm(keys, unit="document", disable=None, leave=False):
            document = Document.objects.defer("raw").get(pk=key)
            for one in read_otherwise(document, read(document).statements):
                doubtful += 1
                with tqdm.external_write_mode():
                    self.stdout.write(told(one))
        self.stdout.write(f"Documents read again: {len(keys)}. Statements to look at: {doubtful}.")


def told(one: Otherwise) -> str:
    """Id, state, what is read now, by which words, and where to put it right, with a tab between."""
    row, page = one.statement, "correct" if one.statement.is_public else "change"
    address = settings.SITE_URL + reverse(f"admin:archive_statement_{page}", args=[row.pk])
    return "\t".join([row.public_id, row.status, one.force or "no saying", f"“{one.cue}”" if one.cue else "–", address])
