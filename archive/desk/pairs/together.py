"""Pairs that ask about the same words are listed under the pair, and found different by one press: one batch, taken back as one."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from archive import linking
from archive.desk.access import desk_page
from archive.desk.pairs.queue import go_on
from archive.desk.undoing import kept, undo_address
from archive.enums import Answer, Band
from archive.errors import Refused
from archive.linking.side import Sides
from archive.models import Passage, Suggestion

MOST_LISTED = 20


class Beside(NamedTuple):
    """A pair that asks about the words of one side too: what it sets beside them, and whether it comes ticked, unless it is likely."""

    pk: int
    side: str
    words: Passage
    is_ticked: bool


def beside(pair: Suggestion) -> list[Beside]:
    ours = {pair.passage_id: _("the later"), pair.other_id: _("the earlier")}
    return [_listed(one, ours) for one in _asked(pair)]


def _asked(pair: Suggestion) -> list[Suggestion]:
    return list(Suggestion.objects.asking_of(pair).in_lists()[:MOST_LISTED])


def _listed(one: Suggestion, ours: dict[int, str]) -> Beside:
    shared, words = (one.passage_id, one.other) if one.passage_id in ours else (one.other_id, one.passage)
    return Beside(one.pk, ours[shared], words, one.band != Band.LIKELY)


@desk_page("judge_suggestion")
@require_POST
def all_different(request: HttpRequest, pk: int) -> HttpResponse:
    """The ticked ones, of this pair and those listed under it."""
    pair = get_object_or_404(Suggestion.objects.with_sides(), pk=pk)
    ticked = [one for one in (pair, *_asked(pair)) if str(one.pk) in request.POST.getlist("pair")]
    try:
        judged = linking.judge_all(list(map(Sides.of, ticked)), Answer.DIFFERENT, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("desk:pair", args=[pk]))
    if judged:
        told = ngettext("Kept: %(n)d pair is different.", "Kept: %(n)d pairs are different.", len(judged)) % {"n": len(judged)}
        kept(request, told, undo_address(judged[0], reverse("desk:pair", args=[pk])))
    return go_on(request, pair)
