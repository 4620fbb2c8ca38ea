"""A pair is shown and answered, whether the machine proposed it or a person chose it, and what was kept is told."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import linking
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.pairs.given import AnswerForm
from archive.desk.pairs.question import Question
from archive.desk.pairs.ways_out import ways_out
from archive.desk.shell import page
from archive.desk.undoing import kept, undo_address
from archive.errors import Refused
from archive.models import Claim, Judgement
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
    kept(request, f"{told} {judgement.claim or ''}", undo_address(judgement, request.get_full_path()))


def link_address(**named: str) -> str:
    """The page that links what is named, or looks for what is not."""
    return f"{reverse('desk:link')}?{urlencode(named)}"
