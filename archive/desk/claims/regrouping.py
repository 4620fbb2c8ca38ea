"""Two claims become one, or one of them two, each shown first with every link that moves."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.claims.regroup import MergeClaimsForm, RegroupForm, SplitClaimForm, described, taken_out
from archive.desk import shell
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.errors import Refused
from archive.identity.moves import Moves
from archive.models import Claim

KEYS = (Key("m", gettext_lazy("do it, once it is shown")),)
LONGEST_PAGE = 7  # digits
TITLES = {MergeClaimsForm: gettext_lazy("Merge two claims"), SplitClaimForm: gettext_lazy("Split a claim in two")}


@desk_page("merge_claim")
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose, look at what would move, then confirm just that."""
    claim = get_object_or_404(Claim.objects.standing(), slug=slug)
    return _regroup(request, MergeClaimsForm(request.POST or None, claim=claim, initial={"other": request.GET.get("other", "")}))


@desk_page("merge_claim")
def split(request: HttpRequest, slug: str) -> HttpResponse:
    """Tick the statements that go, write the words of the new claim, look, then confirm. `?again=` takes a merged claim out again."""
    claim = get_object_or_404(Claim.objects.standing(), slug=slug)
    asked = request.GET.get("page", "")
    page = max(1, int(asked)) if asked.isdecimal() and len(asked) < LONGEST_PAGE else 1
    initial = taken_out(claim, request.GET.get("again", ""))
    return _regroup(request, SplitClaimForm(request.POST or None, claim=claim, initial=initial, page=page))


def _regroup(request: HttpRequest, form: RegroupForm) -> HttpResponse:
    moves = form.moves() if form.is_valid() else None
    if moves and "confirm" in request.POST:
        try:
            claim = form.run(request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Done: what moved stands with “%s” now.") % claim)
            return redirect("desk:claim", claim.slug)
    context = {"claim": form.claim, "form": form, "moves": moves, "fields": [field for field in form if field.name != "seen"]}
    title, status = TITLES[type(form)], 422 if form.errors else 200
    return shell.page(request, "desk/claims/regroup.html", context | shown(form, moves), title=title, keys=KEYS, status=status)


def shown(form: RegroupForm, moves: Moves | None) -> dict[str, Any]:
    """What moves, in lines that people read; and which claims may be taken out again."""
    merged = form.claim.merged.all() if isinstance(form, SplitClaimForm) else []
    if moves is None:
        return {"merged": merged}
    return {
        "merged": merged,
        "named": [(described(link), link in moves.doubled, link.is_public) for link in moves.links],
        "returning": [described(one.ended) for one in moves.returning],
        "opposed": [(described(one), described(other)) for one, other in moves.opposed],
    }
