"""An archive whose triggers are gone holds nothing any more: it is not put back as if it were whole."""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from archive.errors import Refused
from archive.verification.triggers import otherwise


def expect_triggers(database: BaseDatabaseWrapper) -> None:
    with database.cursor() as cursor:
        wrong = [fault.of.removeprefix("trigger ") for fault in otherwise(cursor, database.vendor)]
    if wrong:
        told = _("The copy was tampered with: its triggers are not those of this release ({names}). Take another backup.")
        raise Refused(told.format(names=", ".join(wrong[:3])))
