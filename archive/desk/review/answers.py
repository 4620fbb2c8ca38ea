"""What a button of a card is answered with: the card as it stands now, in its place or on the whole page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import reswap, retarget

from archive.desk.review.card_form import CardForm
from archive.desk.review.cards import Card, cards_of, with_all_that_cards_show
from archive.desk.review.deeds import BEYOND_THE_CARD, GO_ON, Untyped
from archive.desk.review.notes import CARD, Note, notes_of, of_both, refusal_of, refusals_of
from archive.desk.review.page import sheet_page
from archive.desk.review.put_back import put_back, saved
from archive.desk.review.sheets import Sheet, counts_of, is_within, next_waiting, place_of
from archive.desk.together.beside import hold_of
from archive.errors import NeedsConfirmation, Refused, Stale
from archive.models import Document, Statement


def card_of(public_id: str) -> Card:
    rows = with_all_that_cards_show(Statement.objects.filter(public_id=public_id)).select_related("document__article__outlet")
    statement = get_object_or_404(rows.defer("document__raw"))
    (card,) = cards_of(statement.document, [statement])
    return card


def done(request: HttpRequest, act: str, before: Card, told: str) -> HttpResponse:
    """The card as it is now; the person goes on to the next that waits, or stays."""
    messages.success(request, told)
    saved(request.user, before.statement)
    card = card_of(before.statement.public_id)
    to = (next_waiting(card.statement) if act in GO_ON else None) or card.statement
    card.is_to_be_linked = act == "accept" and request.user.has_perm("archive.judge_suggestion")
    if request.htmx and act not in BEYOND_THE_CARD and card.span == before.span and is_within(request.POST.get("page", ""), to):
        card.goes_on_at = f"card-{to.public_id}"
        return in_place(request, card)
    return moved_on(request, card.statement.document, to, accepted=card)


def moved_on(
    request: HttpRequest, document: Document, to: Statement | None, begins: str = "", accepted: Card | None = None
) -> HttpResponse:
    """All cards and the text anew, and the person at one of them."""
    begins = place_of(to) if to else begins
    if request.htmx:
        sheet = Sheet(document, begins, accepted=accepted)
        sheet.turn_to(to)
        return on_the_sheet(request, sheet)
    address = f"{reverse('desk:document', args=[document.public_id])}?from={begins}"
    return redirect(f"{address}#card-{to.public_id}" if to else address)


def on_the_sheet(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The text and all cards of the page, in their place or as a whole page."""
    if not request.htmx:
        return sheet_page(request, sheet)
    put_back(request.user, sheet.cards)
    answer = render(request, "desk/review/_moved_on.html", {"sheet": sheet, "counts": sheet.counts, "is_part": True})
    return reswap(retarget(answer, "#sheet"), "outerHTML")


def refused(request: HttpRequest, refusal: Refused, card: Card, form: CardForm) -> HttpResponse:
    """The card as it was typed, with what speaks against it beside its fields."""
    if isinstance(refusal, NeedsConfirmation):
        card.form, card.notes, card.asked = form, notes_of(refusal.doubts), True
        messages.warning(request, _("Not done yet: look at what stands beside the red lines, then press again."))
    elif isinstance(refusal, Stale):
        card.form = CardForm(card.statement, form.data)
        both = card.form.take_in()
        _beside(card, of_both(both, CardForm(card.statement).shown))
        _beside(card, {CARD: [Note(_("%s Theirs is taken in here: look at it, then decide.") % refusal)]})
    else:
        card.form = form
        _beside(card, refusals_of(form.errors) if isinstance(refusal, Untyped) else refusal_of(refusal))
    return again(request, card)


def again(request: HttpRequest, card: Card) -> HttpResponse:
    """The card as it was typed, for the person to look at."""
    card.is_current = card.is_back = True
    return in_place(request, card) if request.htmx else _on_the_page(request, card)


def _beside(card: Card, notes: dict[str, list[Note]]) -> None:
    for name, more in notes.items():
        card.notes.setdefault(name, []).extend(more)


def in_place(request: HttpRequest, card: Card) -> HttpResponse:
    context = {
        "card": card,
        "counts": counts_of(card.statement.document),
        "is_part": True,
        "hold": hold_of(request, card.statement.document),
    }
    return render(request, "desk/review/_answer.html", context)


def _on_the_page(request: HttpRequest, card: Card) -> HttpResponse:
    sheet = Sheet(card.statement.document, place_of(card.statement))
    sheet.turn_to(card.statement)
    sheet.cards[:] = [card if other.statement == card.statement else other for other in sheet.cards]
    return sheet_page(request, sheet)


def document_of(public_id: str) -> Document:
    return get_object_or_404(Document.objects.select_related("article__outlet").defer("raw"), public_id=public_id)
