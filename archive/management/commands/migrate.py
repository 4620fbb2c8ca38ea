"""Django's own command, after which the database knows its tables: new indexes have statistics at once. What was published before there was
a log is entered in it, and events of before they were linked are linked."""

from typing import Any

from django.core.management.commands import migrate
from tqdm import tqdm

from archive import statistics
from archive.log import filling, histories
from archive.models import Event, Revision


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"]:
            statistics.gather(options["database"])
        if not any(options[name] for name in ("plan", "check_unapplied", "app_label")):
            fill_log()
            link_events()


def fill_log() -> None:
    with tqdm(total=Revision.objects.not_logged().count(), unit="revision", disable=None, leave=False) as progress:
        for done in filling.fill():
            progress.update(done)


def link_events() -> None:
    with tqdm(total=Event.objects.filter(history=None).count(), unit="event", disable=None, leave=False) as progress:
        for done in histories.fill():
            progress.update(done)
