"""What stands beside a document while people work on it: who reviews it, whom it was given to, remarks. For the screens that show it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from archive.desk.access import may
from archive.errors.faults import passed_over
from archive.models import Assignment, Document, DocumentHold, Remark, User
from archive.working import holds
from archive.working.assignments import WORKS, people


@dataclass(frozen=True)
class Beside:
    """`colleagues` are those whom it may be given to."""

    document: Document
    hold: DocumentHold | None = None
    given: Assignment | None = None
    remarks: list[Remark] = field(default_factory=list)
    colleagues: list[User] = field(default_factory=list)


def beside(request: Any, document: Document) -> Beside:
    """Read whole, for the page of one document. Who may review it and opens it has it from now on, where nobody else has."""
    return Beside(
        document,
        hold_of(request, document),
        Assignment.objects.by_document([document.pk]).get(document.pk),
        Remark.objects.of(document),
        list(people()) if may(request, *WORKS) else [],
    )


def hold_of(request: HttpRequest, document: Document) -> DocumentHold | None:
    if may(request, holds.REVIEWS):
        with passed_over("Who reviews a document"):
            return holds.take(document, by=request.user)
    return DocumentHold.objects.by_document([document.pk], timezone.now()).get(document.pk)
