"""A pair is shown and answered, whether the machine proposed it or a person chose it; what was kept is told, and taken back."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive import linking
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.pairs.given import AnswerForm
from archive.desk.pairs.question import Question
from archive.desk.pairs.ways_out import ways_out
from archive.desk.shell import page
from archive.desk.undoing import kept
from archive.errors import Refused
from archive.models import Claim, Judgement, Suggestion
from archive.models.claim import LONGEST_CLAIM

TO_BE_MENDED = 422
MOST_FOUND = 8
KEYS = (
    Key("1", gettext_lazy("the first answer, and so on"), "1–9"),
    Key("c", gettext_lazy("the claim’s words")),
    Key("f", gettext_lazy("find another claim")),
    Key("z", gettext_lazy("undo")),
)


def answered(request: HttpRequest, question: Question) -> Judgement | AnswerForm:
    """What was kept; or the form with what stood in the way."""
    form = AnswerForm(request.POST, question)
    if form.is_valid():
        try:
            return linking.judge(question.sides, by=request.user, **form.given())
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return form


def pair_page(
    request: HttpRequest, question: Question, form: AnswerForm | None = None, *, keys: Sequence[Key] = (), **beside: Any
) -> HttpResponse:
    context = {"question": question, "form": form, "ways_out": ways_out(question, form) if form else (), **claims_found(request), **beside}
    status = TO_BE_MENDED if form else 200
    return page(request, "desk/pairs/pair.html", context, title=_("Is it said again?"), keys=[*KEYS, *keys], status=status)


def claims_found(request: HttpRequest, field: str = "find") -> dict[str, Any]:
    """The words typed, and the claims that hold them."""
    typed = request.GET.get(field, "")[:LONGEST_CLAIM]
    return {"find": typed, "found": list(Claim.objects.standing().in_words(typed)[:MOST_FOUND])}


@desk_page("judge_suggestion")
def find_claims(request: HttpRequest) -> HttpResponse:
    """Claims to be chosen: a part of the page."""
    return render(request, "desk/pairs/_found.html", claims_found(request))


def tell_kept(request: HttpRequest, judgement: Judgement) -> None:
    told = _("Kept: “%s”.") % judgement.get_answer_display()
    kept(request, f"{told} {judgement.claim or ''}", reverse("desk:undo_answer", args=[judgement.pk]))


@desk_page("judge_suggestion")
@require_POST
def undo_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """An answer is taken back, and what it was given on is shown again."""
    judgement = get_object_or_404(Judgement.objects.select_related("statement", "other", "claim"), pk=pk)
    try:
        linking.undo(judgement, by=request.user)
        messages.success(request, _("Undone. Here it is again."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(_asked_at(judgement))


def _asked_at(judgement: Judgement) -> str:
    """The page that asks what was answered: of the machine's proposal, or else of what a person chose."""
    sides = {"passage__statement": judgement.statement, "other__statement": judgement.other}
    places = {"passage__start": judgement.start, "other__start": judgement.other_start}
    if suggestion := Suggestion.objects.filter(**sides, **places).first():
        return reverse("desk:pair", args=[suggestion.pk])
    other = {"other": judgement.other.public_id} if judgement.other else {"claim": judgement.claim.slug if judgement.claim else ""}
    return link_address(statement=judgement.statement.public_id, **other)


def link_address(**named: str) -> str:
    """The page that links what is named, or looks for what is not."""
    return f"{reverse('desk:link')}?{urlencode(named)}"
