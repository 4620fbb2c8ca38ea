"""Notes on a row of the record for colleagues. No public page, export, revision or feed knows of them."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.acts import allow, held
from archive.errors import Refused
from archive.models import Remark, User
from archive.models.account import LONGEST_REMARK
from archive.models.history import type_of
from archive.working.assignments import WORKS


def remark(row: models.Model, text: str, *, by: User, at: datetime | None = None) -> Remark:
    allow(by, *WORKS)
    if not text.strip():
        raise Refused(_("Write the remark first."))
    if len(text) > LONGEST_REMARK:
        raise Refused(_("A remark has at most %(count)s characters.") % {"count": LONGEST_REMARK})
    return Remark.objects.create(object_type=type_of(row), object_id=row.pk, text=text.strip(), by=by, at=at or timezone.now())


@transaction.atomic
def resolve(noted: Remark, *, by: User, at: datetime | None = None) -> Remark:
    """It is done. Whoever said so first stays named."""
    allow(by, *WORKS)
    noted = held(noted)
    if not noted.done_at:
        noted.done_by, noted.done_at = by, at or timezone.now()
        noted.save()
    return noted


@transaction.atomic
def reopen(noted: Remark, *, by: User) -> Remark:
    """It is not done after all."""
    allow(by, *WORKS)
    noted = held(noted)
    noted.done_by = noted.done_at = None
    noted.save()
    return noted
