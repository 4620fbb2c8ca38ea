"""Changes of what is public that somebody proposes: one at a time, word by word, taken or declined."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publication
from archive.admin.proposal import DeclineForm, ShownChange, TakeForm, row_if_there, shown_changes, take_form
from archive.admin.sources.redating import redate
from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.shell import page
from archive.errors import NeedsConfirmation, Refused
from archive.matching import Change, changed_words
from archive.models import ChangeProposal
from archive.publication.proposing import row_of

KEYS = (
    Key("p", gettext_lazy("take: make it public")),
    Key("r", gettext_lazy("decline with a reason")),
    Key("space", gettext_lazy("leave it for now"), gettext_lazy("Space")),
)


@dataclass(frozen=True)
class Shown:
    """A field of a proposal, with the words that would go and those that would come."""

    label: str
    words: list[Change]
    was: str
    is_stale: bool

    @classmethod
    def of(cls, change: ShownChange) -> "Shown":
        return cls(change.label, changed_words(change.now, change.becomes), change.was, change.is_stale)


@desk_page("publish_statement")
def first(request: HttpRequest) -> HttpResponse:
    """To the one that waits longest."""
    proposal = ChangeProposal.objects.open().order_by("id").first()
    if proposal:
        return redirect("desk:change", proposal.pk)
    return page(request, "desk/publishing/no_change.html", {}, title=_("Proposed changes"))


@desk_page("publish_statement")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(ChangeProposal.objects.select_related("by", "answered_by"), pk=pk)
    if request.method != "POST":
        return _shown(request, proposal, take_form(proposal), DeclineForm(prefix="decline"))
    answer = ANSWERS.get(request.POST.get("act", ""))
    if answer is None:
        raise Http404
    return answer(request, proposal)


def _take(request: HttpRequest, proposal: ChangeProposal) -> HttpResponse:
    form = TakeForm(request.POST, prefix="take")
    if form.is_valid():
        try:
            _make_public(request, proposal, form.cleaned_data)
            return _go_on(request, proposal, _("Taken: it is public now."))
        except NeedsConfirmation as refusal:
            form.doubts = [(one.seen, one.told) for one in refusal.doubts]
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _shown(request, proposal, form, DeclineForm(prefix="decline"))


@transaction.atomic
def _make_public(request: HttpRequest, proposal: ChangeProposal, given: dict[str, Any]) -> None:
    publication.take(proposal, by=request.user, confirmed=request.POST.getlist("looked_at"), **given)
    redate(request, row_of(proposal), proposal.becomes)


def _decline(request: HttpRequest, proposal: ChangeProposal) -> HttpResponse:
    form = DeclineForm(request.POST, prefix="decline")
    if form.is_valid():
        try:
            publication.decline(proposal, by=request.user, **form.cleaned_data)
            return _go_on(request, proposal, _("Declined. Your reason is kept for who proposed it."))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _shown(request, proposal, take_form(proposal), form)


ANSWERS = {"take": _take, "decline": _decline}


def _go_on(request: HttpRequest, proposal: ChangeProposal, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect(_next_after(proposal) or reverse("desk:changes"))


def _next_after(proposal: ChangeProposal) -> str:
    """The address of the next that waits, or from the first on again; none where no other waits."""
    others = ChangeProposal.objects.open().exclude(pk=proposal.pk).order_by("id").values_list("pk", flat=True)
    following = others.filter(pk__gt=proposal.pk).first() or others.first()
    return reverse("desk:change", args=[following]) if following else ""


def _shown(request: HttpRequest, proposal: ChangeProposal, taking: TakeForm, declining: DeclineForm) -> HttpResponse:
    row: models.Model | None = row_if_there(proposal)
    context = {
        "proposal": proposal, "row": row or proposal.about, "kind": proposal.model._meta.verbose_name, "is_gone": row is None,
        "is_public": getattr(row, "is_public", False), "taking": taking, "declining": declining, "next": _next_after(proposal),
        "changes": [Shown.of(one) for one in shown_changes(proposal, row)],
    }  # fmt: skip
    return page(request, "desk/publishing/change.html", context, title=_("Proposed change"), keys=KEYS)
