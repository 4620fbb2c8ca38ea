"""What the buttons beside the cards do: a new statement, many changed at once, the last act taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from archive import review
from archive.desk.access import desk_page
from archive.desk.review.answers import document_of, moved_on, on_the_sheet
from archive.desk.review.notes import refusal_of
from archive.desk.review.rearranging import ManyForm, PlaceForm, change_marked, last_here
from archive.desk.review.sheets import Sheet
from archive.errors import NeedsConfirmation, Refused
from archive.models import Document, Statement


@desk_page("add_statement")
@require_POST
def enter(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new statement of the words that were selected or pasted."""
    document, form = document_of(public_id), PlaceForm(request.POST)
    try:
        statement = review.enter(document, form.span_in(document), by=request.user, confirmed=request.POST.getlist("confirmed"))
    except Refused as refusal:
        return _asked(request, document, refusal, entering=form)
    messages.success(request, _("A new statement: “%s”. Say who said it and when.") % statement)
    return moved_on(request, document, statement)


@desk_page("change_statement")
@require_POST
def change_all(request: HttpRequest, public_id: str) -> HttpResponse:
    """Speaker, day or occasion of all marked statements."""
    document = document_of(public_id)
    form = ManyForm(document, request.POST)
    marked = list(Statement.objects.in_reading_order(document).filter(public_id__in=form.marked))
    try:
        changed = change_marked(marked, form, by=request.user, confirmed=request.POST.getlist("confirmed"))
    except Refused as refusal:
        return _asked(request, document, refusal, many=form)
    messages.success(request, ngettext("%d statement changed.", "%d statements changed.", len(changed)) % len(changed))
    return moved_on(request, document, marked[0])


@desk_page("accept_statement", "change_statement", "judge_suggestion")
@require_POST
def take_back(request: HttpRequest, public_id: str) -> HttpResponse:
    """The last act of this person, if it was one on this document."""
    document = document_of(public_id)
    last = last_here(document, request.user)
    try:
        told = review.take_back(last, by=request.user) if last else _("You did nothing here last. What you did elsewhere is undone there.")
    except Refused as refusal:
        return _asked(request, document, refusal)
    messages.success(request, told)
    is_of_one = last is not None and last.object_type == "statement"
    there = Statement.objects.in_reading_order(document).filter(pk=last.object_id).first() if is_of_one else None
    return moved_on(request, document, there, request.POST.get("from", ""))


def _asked(request: HttpRequest, document: Document, refusal: Refused, **forms: PlaceForm | ManyForm) -> HttpResponse:
    """The page as it was sent, with what speaks against it, in the form that was sent; who looked may confirm that."""
    seen = [one.seen for one in refusal.doubts] if isinstance(refusal, NeedsConfirmation) else []
    if not forms:
        messages.warning(request, str(refusal))
    asks = {**forms, "seen": seen, "notes": [one for notes in refusal_of(refusal).values() for one in notes]}
    return on_the_sheet(request, Sheet(document, request.POST.get("from", ""), asks))
