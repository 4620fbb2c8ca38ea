"""The review screen: a document at a time, and what the buttons of its cards do."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from archive.desk.access import desk_page
from archive.desk.review.answers import again, card_of, document_of, done, refused
from archive.desk.review.card_form import CardForm
from archive.desk.review.deeds import DEEDS, Asked, do
from archive.desk.review.named import suggested
from archive.desk.review.notes import THEIRS
from archive.desk.review.page import sheet_page
from archive.desk.review.sheets import Sheet
from archive.errors import Refused
from archive.typed_dates import read_typed


@desk_page()
@require_GET
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    return sheet_page(request, Sheet(document_of(public_id), request.GET.get("from", "")))


@desk_page("accept_statement", "change_statement")
@require_POST
def judge(request: HttpRequest, public_id: str) -> HttpResponse:
    """A button of a card was pressed."""
    card, act = card_of(public_id), request.POST.get("act", "")
    form = CardForm(card.statement, request.POST)
    if act.startswith(THEIRS):
        card.form = form.with_theirs(act.removeprefix(THEIRS))
        return again(request, card)
    if act not in DEEDS:
        raise Http404
    asked = Asked(form, request.user, request.POST.getlist("confirmed"), request.POST.get("remark", ""))
    try:
        told = do(DEEDS[act], asked)
    except Refused as refusal:
        return refused(request, refusal, card_of(public_id), form)
    return done(request, act, card, told)


@desk_page("change_statement")
@require_GET
def read_date(request: HttpRequest, public_id: str) -> HttpResponse:
    """How a day that is typed would be read, and why."""
    typed, told, is_read = request.GET.get("said_on", "").strip(), "", True
    try:
        told = str(read_typed(typed, document_of(public_id).published_earliest)) if typed else ""
    except ValidationError as error:
        told, is_read = " ".join(error.messages), False
    return render(request, "desk/review/_day_as_read.html", {"told": told, "is_read": is_read})


@desk_page("change_statement")
@require_GET
def speaker_suggest(request: HttpRequest, public_id: str, place: int) -> HttpResponse:
    """Names that go on as what is typed, and who would be meant by it."""
    statement = card_of(public_id).statement
    typed, role = (request.GET.get(f"{part}_{place}", "").strip() for part in ("who", "role"))
    return render(
        request, "desk/review/_who_is_meant.html", {"place": place, "statement": statement, **suggested(typed, role, statement, place)}
    )
