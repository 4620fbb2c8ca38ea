"""An archive whose triggers are gone holds nothing any more: it is not put back as if it were whole, nor backed up without a word."""

from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from archive.errors import Refused
from archive.verification.triggers import otherwise

SHOWN = 3


def wrong_triggers(database: BaseDatabaseWrapper) -> str:
    """The first of those that are not as this release made them; empty where all are."""
    with database.cursor() as cursor:
        wrong = [fault.of.removeprefix("trigger ") for fault in otherwise(cursor, database.vendor)]
    return ", ".join(wrong[:SHOWN])


def expect_triggers_of_a_copy(database: BaseDatabaseWrapper) -> None:
    if names := wrong_triggers(database):
        told = _(
            "The copy was tampered with: its triggers are not those of this release ({names}). Take another backup. With --tampered it is "
            "put back as it is."
        )
        raise Refused(told.format(names=names))


def expect_triggers_behind(file: Path, database: BaseDatabaseWrapper) -> None:
    """Of what was backed up into this file, which stays: it may be the best there is."""
    if names := wrong_triggers(database):
        told = _(
            "{file} was written, but the archive is tampered with: its triggers are not those of this release ({names}). `verify` tells "
            "more. `restore` puts this file back with --tampered alone; keep the backups of before."
        )
        raise Refused(told.format(file=file, names=names))
