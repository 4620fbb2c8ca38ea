"""Looks again at public articles; one line each says what was found. Cut short, it goes on where it stopped."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from archive.capture.rechecks import due, recheck_all
from archive.enums import CheckOutcome
from archive.fetching import Pace
from archive.management.migrated import NeedsTables
from archive.management.printed import as_sentences, printed
from archive.models import Check, Outlet


class Command(NeedsTables, BaseCommand):
    help = "Fetch public articles again and record whether they are still there, changed or gone."
    stealth_options = ("pace",)  # tests hand in who fetches

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=30, metavar="N", help="pass over what was looked at in the last N days (30)")
        parser.add_argument("--outlet", default="", metavar="SLUG", help="the articles of this outlet alone")
        parser.add_argument("--limit", type=int, default=None, metavar="N", help="at most so many articles")

    def handle(self, *args: Any, days: int, outlet: str, limit: int | None, pace: Pace | None = None, **options: Any) -> None:
        if outlet and not Outlet.objects.filter(slug=outlet).exists():
            raise CommandError(f"No outlet has the address “{outlet}”. It stands at the end of its page's address.")
        if days < 0 or (limit is not None and limit < 1):
            raise CommandError("--days is 0 or more, --limit 1 or more.")
        since = timezone.now() - timedelta(days=days)
        total = due(since, outlet=outlet).count()
        told = untold = 0
        with as_sentences():
            for check in tqdm(recheck_all(since, outlet=outlet, limit=limit, pace=pace), total=min(total, limit or total), disable=None):
                told, untold = told + 1, untold + (check.outcome == CheckOutcome.UNKNOWN)
                with tqdm.external_write_mode():
                    self.stdout.write(printed(line_of(check)))
        if untold:
            raise CommandError(f"Of {untold} of {told} nothing could be told; the next run looks at them again.")


def line_of(check: Check) -> str:
    found = f" {check.document.public_id}" if check.document else ""
    return f"{check.outcome}{found}: {check.article.url}" + (f" ({check.words})" if check.words else "")
