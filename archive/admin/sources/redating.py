"""Tells what follows where the day of a document was entered or corrected: drafts that follow it, and statements that keep theirs."""

from collections.abc import Container, Iterator

from django.contrib import messages
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import drafting
from archive.admin.base.links import link_to, rows_of
from archive.extraction import LONG
from archive.models import Document, User
from archive.tasks import redate_document

MOST_LISTED = 20


def redate(request: HttpRequest, row: models.Model, changed: Container[str]) -> None:
    """What follows where the `changed` fields of a row hold the day of a document, by whichever page."""
    if isinstance(row, Document) and "published" in changed:
        _redate(request, row)


def _redate(request: HttpRequest, document: Document) -> None:
    for level, told in dated_anew(document, by=request.user):
        messages.add_message(request, level, told)


def dated_anew(document: Document, *, by: User) -> Iterator[tuple[int, str]]:
    """Drafts follow the day of the document; what follows is told, with the level of the message. A long text is left to the worker."""
    if len(document.text) > LONG:
        redate_document.enqueue(document.pk, by.pk)
        yield messages.INFO, _("It is long: its drafts follow the new day in a few minutes.")
        return
    changed, kept = drafting.redate(document, by=by)
    if changed:
        told = ngettext("%(count)d draft follows the new day.", "%(count)d drafts follow the new day.", len(changed))
        yield messages.INFO, told % {"count": len(changed)}
    if kept:
        listed = rows_of(link_to(statement) for statement in kept[:MOST_LISTED])
        told = ngettext(
            "%(count)d statement that was worked on keeps its day, though the text tells another now. Look at it:",
            "%(count)d statements that were worked on keep their days, though the text tells others now. Look at them:",
            len(kept),
        )
        yield messages.WARNING, format_html("{}{}", told % {"count": len(kept)}, listed)
