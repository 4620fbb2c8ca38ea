"""Claims that a statement may say again, offered behind its acceptance."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from archive import linking
from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.review.answers import card_of
from archive.desk.review.sheets import place_of
from archive.desk.review.strips import Choice, choices_for, link_to_claim, take
from archive.errors import Refused
from archive.linking.suggestions import due, indexed
from archive.models import Claim, Statement

KEYS = (
    Key("1", gettext_lazy("link to this claim"), "1–5"),
    Key("c", gettext_lazy("a new claim")),
    Key("space", gettext_lazy("none of these"), gettext_lazy("Space")),
)


@desk_page("judge_suggestion")
@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, public_id: str) -> HttpResponse:
    """Looked for by a post, where it was not compared yet; answered by the button that was pressed."""
    statement = card_of(public_id).statement
    act, claim, refusal = request.POST.get("act", ""), None, ""
    try:
        if request.method == "POST" and not act and due(Statement.objects.filter(pk=statement.pk), indexed()).exists():
            linking.suggest([statement])
        claim = _answered(request, statement, act)
    except Refused as error:
        refusal = str(error)
    if act == "none" or (claim and not request.htmx):
        return _closed(request, statement, claim)
    choices = [] if claim else choices_for(statement)
    context = {"one": statement, "choices": choices, "claim": claim, "refusal": refusal, "typed": request.POST.get("claim", statement.text)}
    if request.htmx:
        return render(request, "desk/review/_links.html", context)
    return shell.page(request, "desk/review/links.html", context, title=_("Which claim is this?"), keys=KEYS)


def _answered(request: HttpRequest, statement: Statement, act: str) -> Claim | None:
    if act == "new":
        return link_to_claim(statement, request.POST.get("claim", ""), by=request.user)
    if not act.isdecimal():
        return None
    chosen: Choice | None = next((one for one in choices_for(statement) if one.suggestion.pk == int(act)), None)
    if chosen is None:
        raise Refused(_("This was answered meanwhile. Look at what is left."))
    return take(chosen, by=request.user)


def _closed(request: HttpRequest, statement: Statement, claim: Claim | None) -> HttpResponse:
    if request.htmx:
        return HttpResponse()
    if claim:
        messages.success(request, _("“%(words)s” is linked to “%(claim)s”.") % {"words": statement, "claim": claim})
    page = reverse("desk:document", args=[statement.document.public_id])
    return redirect(f"{page}?from={place_of(statement)}#card-{statement.public_id}")
