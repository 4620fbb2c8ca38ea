"""One pair of the queue: it is shown, answered, skipped, marked as a translation; after each the next one at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive import linking, review
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.pairs.given import AnswerForm
from archive.desk.pairs.question import Question
from archive.desk.pairs.queue import next_below, waiting
from archive.desk.pairs.ways_out import ways_out
from archive.desk.shell import page
from archive.desk.undoing import kept
from archive.errors import Refused
from archive.linking.translations import LABEL
from archive.models import Claim, Judgement, Suggestion
from archive.models.claim import LONGEST_CLAIM
from archive.models.link import TOLD

TO_BE_MENDED = 422
MOST_FOUND = 8
KEYS = (
    Key("1", gettext_lazy("the first answer, and so on"), "1–9"),
    Key("c", gettext_lazy("the claim’s words")),
    Key("f", gettext_lazy("find another claim")),
    Key("u", gettext_lazy("skip for now"), "U, 0"),
    Key("z", gettext_lazy("undo")),
    Key("l", gettext_lazy("all that wait")),
)


@desk_page("judge_suggestion")
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposed pair; a post answers it."""
    question = Question.of(_pair(pk))
    if request.method != "POST":
        return _shown(request, question)
    form = AnswerForm(request.POST, question)
    if not form.is_valid():
        return _shown(request, question, form)
    try:
        judgement = linking.judge(question.sides, by=request.user, **form.given())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, question, form)
    told = _("Kept: “%s”.") % judgement.get_answer_display()
    kept(request, f"{told} {judgement.claim or ''}", reverse("desk:undo_answer", args=[judgement.pk, pk]))
    return _go_on(request, pk)


@desk_page("judge_suggestion")
def following(request: HttpRequest, pk: int) -> HttpResponse:
    """The pair is skipped for now."""
    return _go_on(request, pk)


@desk_page("judge_suggestion")
@require_POST
def undo_answer(request: HttpRequest, pk: int, pair: int) -> HttpResponse:
    """An answer is taken back, and the pair shown again that it was given on."""
    try:
        linking.undo(get_object_or_404(Judgement, pk=pk), by=request.user)
        messages.success(request, _("Undone. Here is the pair again."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("desk:pair", args=[pair]))


@desk_page("change_statement")
@require_POST
def translation(request: HttpRequest, pk: int) -> HttpResponse:
    """One side is marked as a translation of the other, and the pair needs no answer any more."""
    suggestion = _pair(pk)
    later, earlier = suggestion.passage.statement, suggestion.other.statement
    try:
        review.mark_translation(*((earlier, later) if "earlier" in request.POST else (later, earlier)), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("desk:pair", args=[pk]))
    messages.success(request, _("Kept: one is a translation of the other."))
    return _go_on(request, pk)


@desk_page("judge_suggestion")
def find_claims(request: HttpRequest) -> HttpResponse:
    """Claims that hold the words typed, to be chosen: a part of the page."""
    return render(request, "desk/pairs/_found.html", _found(request))


def _found(request: HttpRequest) -> dict[str, Any]:
    """The words typed, and the claims that hold them."""
    typed = request.GET.get("find", "")[:LONGEST_CLAIM]
    return {"find": typed, "found": list(Claim.objects.standing().in_words(typed)[:MOST_FOUND])}


def _pair(pk: int) -> Suggestion:
    raw = ("passage__statement__document__raw", "other__statement__document__raw")
    return get_object_or_404(Suggestion.objects.with_sides().defer(*raw), pk=pk)


def _go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """To the next open pair, or to the list when the queue is done."""
    after = next_below(get_object_or_404(Suggestion, pk=pk), request.user)
    if after:
        return HttpResponseRedirect(reverse("desk:pair", args=[after.pk]))
    messages.info(request, _("No pair is left below it."))
    return HttpResponseRedirect(f"{reverse('desk:pairs')}?list")


def _shown(request: HttpRequest, question: Question, form: AnswerForm | None = None) -> HttpResponse:
    context = {
        "question": question,
        "form": form,
        "ways_out": ways_out(question, form) if form else (),
        "is_told": question.suggestion.status in TOLD,
        "may_be_translation": _may_be_translation(request, question.suggestion),
        "waiting": waiting(request.user),
        **_found(request),
    }
    status = TO_BE_MENDED if form else 200
    return page(request, "desk/pairs/pair.html", context, title=_("Is it said again?"), keys=KEYS, status=status)


def _may_be_translation(request: HttpRequest, suggestion: Suggestion) -> bool:
    """Whether it may be one, for who may mark it."""
    is_likely = suggestion.label == LABEL and suggestion.status not in TOLD
    return is_likely and request.user.has_perm("archive.change_statement")
