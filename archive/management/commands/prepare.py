"""Makes ready what a server needs: the tables, the static files, and in an empty archive the demo.

What stands as it has to is left alone, and is seen to do so by names and sizes of files, so that nobody waits for a start where nothing
changed.
"""

import hashlib
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from archive.errors import Refused
from archive.log import checkpoints
from archive.management.migrated import applied, migrations

LEFT_OUT = ["redoc"]  # static files of packages that no page uses
MANIFEST = "staticfiles.json"
COLLECTED = "static_files_of"  # in var/: of which files those are that were collected
MIGRATED = "migrated_by"  # in var/: which migrations were there when `migrate` came to its end


class Command(BaseCommand):
    help = "Makes ready what a server needs: the tables, the static files, and in an empty archive the demo. What is ready is left alone."
    requires_system_checks = ()  # they import the whole site

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-demo", action="store_true", help="leave an empty archive empty")

    def handle(self, *args, no_demo: bool, **options) -> None:
        migrate()
        collect_static_files()
        if not no_demo:
            call_command("load_demo", if_empty=True, stdout=self.stdout)
        self.sign_log()

    def sign_log(self) -> None:
        """A log that can't be signed keeps nobody from reading."""
        try:
            checkpoints.make()
        except (Refused, OSError) as refusal:
            self.stderr.write(str(refusal))


def migrate() -> None:
    """All of it where it did not come to its end last time: what follows the last migration, such as permissions, leaves no trace in it."""
    ended, known = settings.VAR_DIR / MIGRATED, set(migrations())
    names = hashlib.sha256(repr(sorted(known)).encode()).hexdigest()
    if applied() >= known and _text_of(ended) == names:
        return
    ended.unlink(missing_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    ended.write_text(names)


def _text_of(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def collect_static_files() -> None:
    """All of them anew: one that was half written under the name of its content would be left as it is."""
    collected, sources = settings.VAR_DIR / COLLECTED, static_sources()
    if Path(settings.STATIC_ROOT, MANIFEST).exists() and _text_of(collected) == sources:
        return
    collected.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=LEFT_OUT, clear=True)
    collected.write_text(sources)


def static_sources() -> str:
    """What becomes another text as soon as one of the files is another."""
    found = (storage.path(name) for finder in finders.get_finders() for name, storage in finder.list(LEFT_OUT))
    told = [(path, stat.st_mtime_ns, stat.st_size) for path in sorted(found) for stat in [Path(path).stat()]]
    return hashlib.sha256(repr(told).encode()).hexdigest()
