"""Who has a document, whom it is given to, and remarks: each a plain form, and a part of a page for htmx."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.together.today import REMARKED
from archive.errors import Refused
from archive.models import Assignment, Document, DocumentHold, Remark, User
from archive.working import assignments, holds, remarks
from archive.working.assignments import WORKS


def _document(public_id: str) -> Document:
    return get_object_or_404(Document.objects.defer("raw", "text"), public_id=public_id)


@desk_page(holds.REVIEWS)
@require_POST
def hold(request: Any, public_id: str) -> HttpResponse:
    """Sent every minute by a page that is open."""
    return _held(request, holds.take(_document(public_id), by=request.user))


@desk_page(holds.REVIEWS)
@require_POST
def take_over(request: Any, public_id: str) -> HttpResponse:
    return _held(request, holds.take_over(_document(public_id), by=request.user))


def _held(request: Any, held: DocumentHold) -> HttpResponse:
    return _answer(request, "_hold.html", {"hold": held, "document": held.document})


@desk_page(*WORKS)
@require_POST
def give(request: Any, public_id: str) -> HttpResponse:
    document, note = _document(public_id), request.POST.get("note", "")
    to = get_object_or_404(User, pk=_number(request.POST.get("to", "")))
    with _told(request):
        assignments.give(document, to, by=request.user, note=note)
    return _given(request, document)


@desk_page(*WORKS)
@require_POST
def take_away(request: Any, public_id: str) -> HttpResponse:
    document = _document(public_id)
    assignments.take_away(document, by=request.user)
    return _given(request, document)


def _given(request: Any, document: Document) -> HttpResponse:
    given = Assignment.objects.by_document([document.pk]).get(document.pk)
    return _answer(request, "_given.html", {"document": document, "given": given, "colleagues": assignments.people()})


@desk_page(*WORKS)
@require_POST
def add_remark(request: Any, table: str, number: int) -> HttpResponse:
    if table not in REMARKED:
        raise Http404
    row = get_object_or_404(apps.get_model("archive", table), pk=number)
    with _told(request):
        remarks.remark(row, request.POST.get("text", ""), by=request.user)
    return _remarks(request, table, number)


@desk_page(*WORKS)
@require_POST
def remark_done(request: Any, number: int) -> HttpResponse:
    noted = get_object_or_404(Remark, pk=number)
    act = remarks.reopen if request.POST.get("done") == "no" else remarks.resolve
    act(noted, by=request.user)
    return _remarks(request, noted.object_type, noted.object_id)


def _remarks(request: Any, table: str, number: int) -> HttpResponse:
    noted = Remark.objects.by_row(table, [number]).get(number, [])
    return _answer(request, "_remarks.html", {"remarks": noted, "table": table, "number": number})


@contextmanager
def _told(request: Any) -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        messages.error(request, str(refusal))


def _answer(request: Any, part: str, context: dict[str, Any]) -> HttpResponse:
    if request.htmx:
        return render(request, "desk/together/_part.html", {**context, "part": f"desk/together/{part}", "is_part": True})
    return shell.back(request, reverse("desk:home"))


def _number(typed: str) -> int:
    if not typed.isdecimal():
        raise Http404(_("Choose a person."))
    return int(typed)
