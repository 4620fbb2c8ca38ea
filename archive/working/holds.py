"""Who reviews a document now, so that two people don't do the same work. It stops nobody: the guards of saving do."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from archive.acts import allow
from archive.models import Document, DocumentHold, User

REVIEWS = "change_statement"  # what a person may who reviews: editors and reviewers


@transaction.atomic
def take(document: Document, *, by: User, at: datetime | None = None) -> DocumentHold:
    """Called by each page and act of a review: it is theirs where nobody reviews it, and goes on where they do.

    What somebody else has stays theirs and is returned, so that it can be told.
    """
    allow(by, REVIEWS)
    at = at or timezone.now()
    hold = _held(document, by, at)
    if hold.by_id != by.pk and hold.is_current(at):
        return hold
    if not hold.is_current(at):
        _begin(hold, by, at)
    hold.seen_at = at
    hold.save()
    return hold


@transaction.atomic
def take_over(document: Document, *, by: User, at: datetime | None = None) -> DocumentHold:
    """From whoever has it, who is told at the next act."""
    allow(by, REVIEWS)
    at = at or timezone.now()
    hold = _held(document, by, at)
    if hold.by_id != by.pk:
        taken_from = hold.by if hold.is_current(at) else None
        _begin(hold, by, at)
        hold.taken_from = taken_from
        hold.save()
    return hold


def leave(document: Document, *, by: User) -> None:
    """They are done with it; what somebody else has stays theirs."""
    DocumentHold.objects.filter(document=document, by=by).delete()


def _held(document: Document, by: User, at: datetime) -> DocumentHold:
    holds = DocumentHold.objects.select_for_update(of=["self"]).select_related("by", "taken_from")
    return holds.get_or_create(document=document, defaults={"by": by, "since": at, "seen_at": at})[0]


def _begin(hold: DocumentHold, by: User, at: datetime) -> None:
    hold.by, hold.since, hold.seen_at, hold.taken_from = by, at, at, None
