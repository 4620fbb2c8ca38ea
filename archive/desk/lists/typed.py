"""What is typed into cells: speakers by their names, several with “; ” between them, and a day as people write it."""

from itertools import zip_longest
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.desk.lists.cells import shown_name
from archive.edtf import parse
from archive.models import Document, Speaker, Statement
from archive.models.speaker import UNKNOWN_DAYS, Days
from archive.typed_dates import read_typed

Named = tuple[Speaker | None, str, str]  # a speaker or nobody known, the name and the role as printed


def speakers_typed(names: str, roles: str, statement: Statement | None = None) -> list[Named]:
    """In order. A name that stands there already leads to whom it led, and stays as it is printed."""
    typed, held = _parts(names), _parts(roles)
    if len(held) > max(len(typed), 1):
        raise ValidationError(_("There are more roles than speakers. Write them in the same order, with “;” between them."))
    stands = {shown_name(one): (one.speaker, one.name) for one in statement.attributions.all()} if statement else {}
    days = statement.said_days if statement else UNKNOWN_DAYS
    both = ((name, role) for name, role in zip_longest(typed, held, fillvalue="") if name or role)
    return [(*(stands.get(name) or _who_is_called(name, role, days)), role) for name, role in both]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";")] if cell.strip() else []


def _who_is_called(name: str, role: str, days: Days) -> tuple[Speaker | None, str]:
    speaker = Speaker.objects.the_one_called(name, role, days) if name else None
    if name and not speaker and Speaker.objects.called(name).exists():
        raise ValidationError(_("Several are called “%(name)s”. Choose who is meant on the page of its document."), params={"name": name})
    return speaker, name


def day_typed(words: str, document: Document | None = None) -> dict[str, Any]:
    """A day, or none, with how it was read; “last Tuesday” is counted from the day of the document."""
    if not words.strip():
        return {"said_on": "", "said_words": "", "said_rule": ""}
    reading = read_typed(words.strip(), document.published_earliest if document else None)
    as_printed = reading.words if document and reading.words in document.text else ""
    return {"said_on": reading.edtf, "said_rule": reading.rule[:300], "said_words": as_printed, "undated": False}


def day_shown(said_on: str) -> str:
    return parse(said_on).words if said_on else ""
