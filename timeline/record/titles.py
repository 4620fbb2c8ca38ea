"""What the public sees as a document's title: its own, unless that repeats words which were taken back.

A title is the outlet's own and public with its document, so that a draft or a rejected statement in it is no reason to hide it. Words
that were withdrawn are: then, and where there is no title, the outlet and the day stand in its place.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from archive import edtf
from archive.entries.reading import Source, documents_of
from archive.models import Document

UNTOLD = Source("", (), ())


def tell_as_kept(documents: Iterable[Document]) -> None:
    """Give these rows, which are public, the titles that may be shown, their `source_notes` and what was `redacted`, from what is kept of
    each. They are read for one answer and are not to be saved. What was withdrawn since it was read is told without."""
    rows = list(documents)
    kept = documents_of(document.pk for document in rows)
    for document in rows:
        source = kept.get(document.pk, UNTOLD)
        tell(document, source)
        document.redacted = source.redacted


def tell(document: Document, source: Any) -> None:
    """The same of one row, from what is kept of it."""
    document.title_language = document.language if source.title else ""
    document.title = source.title or stand_in(document)
    document.source_notes = source.notes


def stand_in(document: Any) -> str:
    day = document.published.partition("T")[0]
    names = {"outlet": document.outlet or _("an unnamed outlet"), "date": edtf.parse(day).words if day else ""}
    return (_("Document of %(outlet)s, %(date)s") if day else _("Document of %(outlet)s")) % names
