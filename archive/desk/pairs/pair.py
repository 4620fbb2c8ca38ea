"""One pair of the queue: it is shown, answered, skipped, marked as a translation; after each the next one at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive import review
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.pairs.answering import answered, pair_page, tell_kept
from archive.desk.pairs.given import AnswerForm
from archive.desk.pairs.question import Question
from archive.desk.pairs.queue import go_on, waiting
from archive.desk.pairs.together import beside
from archive.desk.undoing import kept, undo_address
from archive.errors import Refused
from archive.linking.translations import LABEL
from archive.models import Remark, Suggestion
from archive.models.link import TOLD

KEYS = (
    Key("d", gettext_lazy("all ticked are different")),
    Key("u", gettext_lazy("skip for now"), "U, 0"),
    Key("l", gettext_lazy("all that wait")),
)


@desk_page("judge_suggestion")
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposed pair; a post answers it."""
    suggestion = _pair(pk)
    question = Question.of(suggestion)
    answer = answered(request, question) if request.method == "POST" else None
    if answer is None or isinstance(answer, AnswerForm):
        is_told = suggestion.status in TOLD
        context = {
            "is_told": is_told, "waiting": waiting(request.user), "beside": beside(suggestion), "remarks": Remark.objects.of(suggestion),
        }  # fmt: skip
        may_mark = suggestion.label == LABEL and not is_told and request.user.has_perm("archive.change_statement")
        return pair_page(request, question, answer, keys=KEYS, may_be_translation=may_mark, **context)
    tell_kept(request, answer)
    return go_on(request, suggestion)


@desk_page("judge_suggestion")
def following(request: HttpRequest, pk: int) -> HttpResponse:
    """The pair is skipped for now."""
    return go_on(request, get_object_or_404(Suggestion, pk=pk))


@desk_page("change_statement")
@require_POST
def translation(request: HttpRequest, pk: int) -> HttpResponse:
    """One side is marked as a translation of the other, and the pair needs no answer any more."""
    suggestion = _pair(pk)
    later, earlier = suggestion.passage.statement, suggestion.other.statement
    try:
        marked = review.mark_translation(*((earlier, later) if "earlier" in request.POST else (later, earlier)), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("desk:pair", args=[pk]))
    kept(request, _("Kept: one is a translation of the other."), undo_address(marked, reverse("desk:pair", args=[pk])))
    return go_on(request, suggestion)


def _pair(pk: int) -> Suggestion:
    raw = ("passage__statement__document__raw", "other__statement__document__raw")
    return get_object_or_404(Suggestion.objects.with_sides().defer(*raw), pk=pk)
