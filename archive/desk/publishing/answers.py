"""How a button of a card is answered: the cards as they stand then, and the person goes on; or the card with what speaks against it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from archive.desk.publishing.cards import Card
from archive.desk.publishing.deeds import Asked, do
from archive.desk.undoing import kept
from archive.enums import Verb
from archive.errors import Refused
from archive.models import Event, Statement


class Cards(Protocol):
    """A page of cards, read when it is asked for: after the act."""

    @property
    def cards(self) -> list[Card]: ...


Page = TypeVar("Page", bound=Cards)


def answered(
    request: HttpRequest, asked: Asked, sheet: Page, shown: Callable[[HttpRequest, Page, Card | None], HttpResponse]
) -> HttpResponse:
    try:
        told = do(asked)
    except Refused as refusal:
        return shown(request, sheet, _refused(request, sheet, asked, refusal))
    _tell(request, asked, told)
    following = _following(sheet, asked)
    if request.htmx:
        return shown(request, sheet, following)
    return redirect(f"{request.get_full_path()}#card-{following.statement.public_id}" if following else request.get_full_path())


def _tell(request: HttpRequest, asked: Asked, told: str) -> None:
    """What went back comes again with Z; what is public does not, and that is said."""
    if asked.act == "return":
        event = Event.objects.filter(by=asked.by, verb=Verb.RETURNED, object_type="statement", object_id__in=asked.shown).first()
        kept(request, told, f"{reverse('desk:undo', args=[event.pk])}?{urlencode({'next': request.get_full_path()})}")
    else:
        messages.success(request, f"{told} {_('Nothing undoes this: what is public is corrected or withdrawn, with a public reason.')}")


def _refused(request: HttpRequest, sheet: Cards, asked: Asked, refusal: Refused) -> Card | None:
    """Told beside the one card that it is about, or of many and of what is no longer here above all."""
    about = [card for card in sheet.cards if card.statement.pk in asked.shown]
    if len(about) == len(asked.shown) == 1:
        about[0].refused, about[0].ticked, about[0].reason = str(refusal), asked.confirmed, asked.reason
    else:
        messages.error(request, str(refusal))
    return next(iter([*about, *sheet.cards]), None)


def _following(sheet: Cards, asked: Asked) -> Card | None:
    """The first card behind what was done; at the end the first that was left."""
    ends = list(Statement.objects.filter(pk__in=asked.shown).values_list("start", flat=True))
    behind = (card for card in sheet.cards if card.statement.start >= max(ends))
    return next(behind, next(iter(sheet.cards), None))
