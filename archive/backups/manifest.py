"""What a backup says of itself, and whether this program can read it."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django import get_version
from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.errors import Refused

FORMAT = "On Record backup, 1"
NAME = "manifest.json"
SESSIONS = ("archive_session", "django_session")  # tables without rows in a backup: who finds one is signed in by none of them
Migrations = dict[str, list[str]]


@dataclass(frozen=True)
class Part:
    """A file in the backup."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """`counts`: the rows of each table in the copy; `migrations`: those that its tables have behind them."""

    made_at: datetime
    database: str
    django: str
    migrations: Migrations
    counts: dict[str, int]
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, counts: dict[str, int], parts: tuple[Part, ...]) -> "Manifest":
        return cls(timezone.now(), connection.vendor, get_version(), applied(), counts, parts)

    @classmethod
    def read(cls, text: bytes) -> "Manifest":
        try:
            told: dict[str, Any] = json.loads(text)
            if told.pop("format") != FORMAT:
                raise Refused(_("This backup was made by a newer version of the program. Update the program first."))
            parts = tuple(Part(**one) for one in told.pop("parts"))
            manifest = cls(datetime.fromisoformat(told.pop("made_at")), parts=parts, **told)
            manifest._expect_sound()
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused(_("What this backup says of itself can't be read: it is damaged.")) from error
        return manifest

    def _expect_sound(self) -> None:
        """Each value of its kind: whoever wrote the file wrote this too."""
        (part,) = self.parts
        plain = [(part.name, str), (part.sha256, str), (part.size, int), (self.database, str), (self.counts, dict), (self.migrations, dict)]
        kinds = [*plain, *((rows, int) for rows in self.counts.values()), *((names, list) for names in self.migrations.values())]
        kinds += [(name, str) for names in self.migrations.values() if isinstance(names, list) for name in names]
        if not all(isinstance(value, kind) for value, kind in kinds) or part.size < 0:
            raise TypeError

    def written(self) -> bytes:
        told = {"format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(told, indent=1, sort_keys=True).encode()

    def expect_ours(self) -> None:
        """Refuse what is of the other kind of database, or of a later version of the tables than this program has."""
        if self.database != connection.vendor:
            told = _("This backup is of an archive in {theirs}, and this one is in {ours}. Set DATABASE_URL to a database of that kind.")
            raise Refused(told.format(theirs=LABELS.get(self.database, self.database), ours=LABELS[connection.vendor]))
        ours = known()
        newer = sorted(f"{app} {name}" for app, names in self.migrations.items() for name in set(names) - set(ours.get(app, ())))
        if newer:
            told = _("This backup was made by a newer version of the program ({newer}). Update the program first.")
            raise Refused(told.format(newer=newer[-1]))

    @property
    def is_older(self) -> bool:
        return any(set(names) - set(self.migrations.get(app, ())) for app, names in known().items())


LABELS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def applied() -> Migrations:
    found: Migrations = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        found.setdefault(app, []).append(name)
    return found


def known() -> Migrations:
    """Those that this program has, by the names of their files."""
    files = {app.label: sorted(file.stem for file in Path(app.path, "migrations").glob("[!_~]*.py")) for app in apps.get_app_configs()}
    return {app: names for app, names in files.items() if names}
