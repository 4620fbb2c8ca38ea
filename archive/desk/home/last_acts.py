"""The last things that a person did, in words, each to be taken back."""

from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from archive import review
from archive.desk.access import desk_page
from archive.desk.shell import back
from archive.errors import Refused
from archive.models import Event, Judgement, Statement, User
from archive.models.statement import in_short

SHOWN = 8


class Done(NamedTuple):
    """An act as its list shows it: what was done, with which words, when; `many` where more was done at once."""

    event: Event
    words: str
    many: bool

    @property
    def what(self) -> str:
        return self.event.get_verb_display()

    @property
    def at(self) -> datetime:
        return self.event.at


def last_done(person: User) -> list[Done]:
    events = review.last_acts(person, SHOWN)
    judged = dict(Judgement.objects.filter(pk__in=_rows_of(events, "judgement")).values_list("pk", "statement"))
    statements = Statement.objects.filter(pk__in=[*_rows_of(events, "statement"), *judged.values()])
    words = {pk: in_short(text, force) for pk, text, force in statements.values_list("pk", "text", "force")}
    number = {("judgement", pk): statement for pk, statement in judged.items()}
    return [Done(one, words.get(number.get((one.object_type, one.object_id), one.object_id), ""), "batch" in one.detail) for one in events]


def _rows_of(events: list[Event], table: str) -> list[int]:
    return [one.object_id for one in events if one.object_type == table]


@desk_page()
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one of one's own acts back; to the page that asked for it."""
    try:
        messages.success(request, review.take_back(get_object_or_404(Event, pk=pk), by=request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return back(request, reverse("desk:home"))
