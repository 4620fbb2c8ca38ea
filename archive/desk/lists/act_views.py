"""The page of an act on ticked rows: what is asked, what speaks against it, what was refused; and the words of ticked rows as text."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.desk.access import desk_page
from archive.desk.lists.act_forms import ActForm
from archive.desk.lists.acts import ACTS, Act, Refusals
from archive.desk.lists.ticked import Ticked, ticked_in
from archive.desk.lists.views import with_warnings
from archive.desk.shell import back, page, where_from
from archive.errors import Doubt, NeedsConfirmation, Refused

LIST = "desk:statements"


@desk_page()
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Asks first where something is to be filled in or confirmed; then does it, and comes again with what was refused."""
    wanted = ACTS.get(request.POST.get("act", ""))
    if wanted is None:
        raise Http404
    if not request.user.has_perm(f"archive.{wanted.permission}"):
        raise PermissionDenied
    ticked = ticked_in(request.POST)
    if not ticked:
        return _nothing_ticked(request)
    with_warnings([one.statement for one in ticked])
    is_sure = "sure" in request.POST
    form = wanted.asks(ticked, request.POST if is_sure else None)
    has_to_ask = bool(form.fields) or (wanted.has_doubts and any(one.statement.warnings for one in ticked))
    if not is_sure and has_to_ask:
        return _asked(request, wanted, form, ticked)
    return _done(request, wanted, wanted.asks(ticked, request.POST), ticked)


def _done(request: HttpRequest, wanted: Act, form: ActForm, ticked: Sequence[Ticked]) -> HttpResponse:
    if not form.is_valid():
        return _asked(request, wanted, form, ticked)
    try:
        refused = wanted.do(ticked, request.user, form.cleaned_data, request.POST)
    except NeedsConfirmation as refusal:
        return _asked(request, wanted, form, ticked, doubts=refusal.doubts)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _asked(request, wanted, form, ticked)
    if number := len(ticked) - len(refused):
        messages.success(request, wanted.told % number)
    if not refused:
        return back(request, reverse(LIST))
    return _asked(request, wanted, form, _refused(ticked, refused))


def _refused(ticked: Sequence[Ticked], refused: Refusals) -> list[Ticked]:
    left = [one for one in ticked if one.statement.pk in refused]
    for one in left:
        one.statement.refused = str(refused[one.statement.pk])
    return left


def _asked(request: HttpRequest, wanted: Act, form: ActForm, ticked: Sequence[Ticked], *, doubts: Sequence[Doubt] = ()) -> HttpResponse:
    rows = [one.statement for one in ticked]
    context = {
        "act": wanted,
        "form": form,
        "rows": rows,
        "doubts": doubts,
        "asking": wanted.has_doubts,
        "next": request.POST.get("next", ""),
    }
    return page(request, "desk/lists/act.html", context, title=wanted.label)


def _nothing_ticked(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("Tick the statements first."))
    return back(request, reverse(LIST))


@desk_page()
@require_POST
def as_text(request: HttpRequest) -> HttpResponse:
    """To be copied into a letter or a note."""
    ticked = ticked_in(request.POST)
    if not ticked:
        return _nothing_ticked(request)
    context = {"rows": [one.statement for one in ticked], "next": where_from(request, reverse(LIST))}
    return page(request, "desk/lists/text.html", context, title=_("Words to copy"))
