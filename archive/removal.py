"""What was entered by mistake goes, with a reason: a speaker, an outlet, a claim, a document, an article, an occasion, a feed on which
nothing hangs. What the public has seen is kept for ever: that is corrected, merged or withdrawn.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy

from archive.acts import Signature, Versioned, allow, expect_reason, held, record
from archive.drafting import held_untouched, untouched
from archive.enums import Verb
from archive.errors import Refused
from archive.models import CopySuggestion, Document, NoticeSuggestion, Remark, Revision, Statement, User
from archive.models.history import type_of
from archive.models.source_note import is_told

LONGEST_NAME = 300  # of what was removed, in its Event
PUBLIC_ONCE = gettext_lazy("The public has seen it, so it is kept: correct it, merge it with another, or withdraw what stands on it.")
TOLD = gettext_lazy("It stands beside public statements. A publisher takes the notice back first.")
HANGS = gettext_lazy("It is still needed by {what}. Put these right first.")


@transaction.atomic
def remove(row: Versioned, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Delete the row with what is only its own: names and roles, the machine's drafts and questions of a document.

    Refuses what the public has seen, a notice that it reads beside statements, and what other rows need.
    """
    allow(by, f"change_{type_of(row)}")
    row = held(row)
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    drafts = held_untouched(row) if isinstance(row, Document) else {}
    if told := obstacle(row):
        raise Refused(told)
    for statement in drafts.values():
        _delete(statement, signed)
    if isinstance(row, Document):
        for table in (CopySuggestion, NoticeSuggestion):
            _unanswered(table, row).delete()
    _delete(row, signed)


def obstacle(row: models.Model) -> str:
    """Why it can't be removed; nothing where it can."""
    if Revision.objects.of(row).exists():
        return PUBLIC_ONCE
    if isinstance(row, Document) and row.relates_to_id and is_told(row):
        return TOLD
    hanging = [_counted(table, count) for table, found in _needed_by(row) if (count := found.count())]
    return HANGS.format(what=", ".join(hanging)) if hanging else ""


def _needed_by(row: models.Model) -> Iterator[tuple[type[models.Model], QuerySet]]:
    """Rows of other tables that need this one: all that the database would not delete with it, but for what goes with a document."""
    for relation in row._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and relation.on_delete is not models.CASCADE:
            table = relation.related_model
            found = table._base_manager.filter(**{relation.field.name: row})
            yield table, found.exclude(pk__in=_going(table, row).values("pk")) if isinstance(row, Document) else found


def _going(table: type[models.Model], document: Document) -> QuerySet:
    if table is Statement:
        return untouched(document)
    return _unanswered(table, document) if table in (CopySuggestion, NoticeSuggestion) else table._base_manager.none()


def _unanswered(questions: type[models.Model], document: Document) -> QuerySet:
    return questions._base_manager.filter(Q(document=document) | Q(other=document), answer="")


def _counted(table: type[models.Model], count: int) -> str:
    return f"{count} {table._meta.verbose_name if count == 1 else table._meta.verbose_name_plural}"


def _delete(row: models.Model, signed: Signature) -> None:
    page = {"page": row.article.address_key} if isinstance(row, Document) and row.article.address_key else {}  # no feed brings it again
    Remark.objects.filter(object_type=type_of(row), object_id=row.pk).delete()
    record(Verb.REMOVED, row, by=signed.by, at=signed.at, reason=signed.reason, name=str(row)[:LONGEST_NAME], **page)
    row.delete()
