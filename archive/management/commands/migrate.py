"""Django's own command, after which the database knows its tables: new indexes have statistics at once."""

from typing import Any

from django.core.management.commands import migrate

from archive import statistics


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"]:
            statistics.gather(options["database"])
