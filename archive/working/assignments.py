"""A document is given to a person, by another or by themselves, with a word on what for; one person a document."""

from datetime import datetime

from django.contrib.auth.models import UserManager
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.acts import allow
from archive.errors import Refused
from archive.models import Assignment, Document, User
from archive.models.account import LONGEST_NOTE

WORKS = ("change_statement", "publish_statement")  # one of these has who works on texts


def people() -> QuerySet[User]:
    """Whom a document may be given to."""
    users: UserManager[User] = User.objects
    may = [users.with_perm(f"archive.{one}").values("pk") for one in WORKS]
    return (users.filter(pk__in=may[0]) | users.filter(pk__in=may[1])).order_by("username")


@transaction.atomic
def give(document: Document, to: User, *, by: User, note: str = "", at: datetime | None = None) -> Assignment:
    """Whoever had it has it no more."""
    allow(by, *WORKS)
    if not people().filter(pk=to.pk).exists():
        raise Refused(_("%(person)s has no role that works on texts.") % {"person": to})
    given = {"to": to, "by": by, "note": note.strip()[:LONGEST_NOTE], "at": at or timezone.now()}
    return Assignment.objects.update_or_create(document=document, defaults=given)[0]


def take_away(document: Document, *, by: User) -> None:
    """It is nobody's in particular, or done."""
    allow(by, *WORKS)
    Assignment.objects.filter(document=document).delete()
