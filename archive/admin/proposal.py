"""Changes of what is public that editors propose: each beside what stands there, with the buttons that take or decline it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publication
from archive.admin.base.confirming import boxes_for
from archive.admin.base.correcting import choices_of
from archive.admin.base.links import change_url, link_to
from archive.admin.base.queue import QueueAdmin, StateFilter
from archive.admin.history import TableFilter
from archive.admin.sources.redating import redate
from archive.authorities.countries import country_named
from archive.authorities.numbers import Scheme
from archive.edtf import parse
from archive.enums import RevisionClass
from archive.errors import NeedsConfirmation, Refused
from archive.models import ChangeProposal, Speaker
from archive.models.fields import EdtfField
from archive.publication.correcting import value_now
from archive.publication.proposing import Gone, changed_since, row_of, written

LISTS = {
    "span": gettext_lazy("words"),
    "speakers": gettext_lazy("speakers"),
    "aliases": gettext_lazy("other names"),
    "affiliations": gettext_lazy("parties and countries"),
    "identifiers": gettext_lazy("numbers in registers"),
    "fact_checks": gettext_lazy("fact-checks by others"),
    "roles": gettext_lazy("roles"),
}


class AnsweredFilter(StateFilter):
    states = (("answered", gettext_lazy("answered"), "answered"), ("all", gettext_lazy("all"), None))


class TakeForm(forms.Form):
    revision_class = forms.ChoiceField(label=gettext_lazy("kind of change"), choices=choices_of(RevisionClass.changing()))
    reason = forms.CharField(
        label=gettext_lazy("public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands in the public log of corrections: what was wrong, and how it is known."),
    )


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("why not"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For who proposed it. Kept here and not public."),
    )


@dataclass(frozen=True)
class ShownChange:
    """One field of a proposal in words."""

    label: str
    was: str
    now: str
    becomes: str
    is_stale: bool


@admin.register(ChangeProposal)
class ChangeProposalAdmin(QueueAdmin):
    list_display = ["about", "fields_of_it", "reason", "by", "at", "answer"]
    list_filter = [AnsweredFilter, TableFilter]
    list_select_related = ["by"]
    search_fields = ["about", "reason", "=by__username"]
    ordering = ["-id"]

    @admin.display(description=gettext_lazy("fields"))
    def fields_of_it(self, proposal: ChangeProposal) -> str:
        return ", ".join(label_of(proposal.model, name) for name in proposal.becomes)

    def get_urls(self):
        acts = {"take": self.take_view, "decline": self.decline_view}
        views = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"archive_changeproposal_{name}")
            for name, view in acts.items()
        ]
        return [*views, *super().get_urls()]

    def question_page(self, request: HttpRequest, row: ChangeProposal) -> TemplateResponse:
        return self._page(request, row, take_form(row), DeclineForm(prefix="decline"))

    def take_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        proposal = self.asked(request, pk, "publish_statement")
        form = TakeForm(request.POST or None, prefix="take")
        done = self._answer(
            request,
            form,
            lambda given: self._take(request, proposal, given),
            _("Taken: it is public now."),
        )
        return done or self._page(request, proposal, form, DeclineForm(prefix="decline"))

    @transaction.atomic
    def _take(self, request: HttpRequest, proposal: ChangeProposal, given: dict) -> None:
        publication.take(proposal, by=request.user, confirmed=request.POST.getlist("looked_at"), **given)
        redate(request, row_of(proposal), proposal.becomes)

    def decline_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        proposal = self.asked(request, pk, "publish_statement")
        form = DeclineForm(request.POST or None, prefix="decline")
        done = self._answer(request, form, lambda given: publication.decline(proposal, by=request.user, **given), _("Declined."))
        return done or self._page(request, proposal, take_form(proposal), form)

    def _answer(self, request: HttpRequest, form: forms.Form, act: Callable[[dict], object], done: str) -> HttpResponse | None:
        """None where the page has to be shown again, with what stands against the answer."""
        if not form.is_valid():
            return None
        try:
            act(form.cleaned_data)
        except NeedsConfirmation as doubtful:
            form.boxes = boxes_for(doubtful.doubts, request.POST.getlist("looked_at"))
            return None
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return None
        self.message_user(request, done, messages.SUCCESS)
        return HttpResponseRedirect(change_url("changeproposal", request.resolver_match.kwargs["pk"]))

    def _page(self, request: HttpRequest, proposal: ChangeProposal, taking: TakeForm, declining: DeclineForm) -> TemplateResponse:
        proposal = ChangeProposal.objects.select_related("by", "answered_by").get(pk=proposal.pk)
        row = row_if_there(proposal)
        context = self.admin_site.each_context(request) | {
            "title": _("Proposed change"), "opts": self.opts, "media": self.media, "proposal": proposal, "taking": taking,
            "row": link_to(row) if row else proposal.about, "kind": proposal.model._meta.verbose_name, "is_gone": row is None,
            "changes": shown_changes(proposal, row), "is_public": getattr(row, "is_public", False), "declining": declining,
            "may_publish": request.user.has_perm("archive.publish_statement"),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/proposal.html", context)


def take_form(proposal: ChangeProposal) -> TakeForm:
    return TakeForm(prefix="take", initial={"revision_class": proposal.revision_class, "reason": proposal.reason})


def row_if_there(proposal: ChangeProposal) -> models.Model | None:
    try:
        return row_of(proposal)
    except Gone:
        return None


def shown_changes(proposal: ChangeProposal, row: models.Model | None) -> list[ShownChange]:
    """Of a row that is gone, what stood there when the change was proposed."""
    stale, words_of = changed_since(proposal) if row else [], partial(in_words, row or proposal.model())
    return [
        ShownChange(
            label_of(proposal.model, name),
            words_of(name, proposal.was[name]),
            words_of(name, written(value_now(row, name)) if row else proposal.was[name]),
            words_of(name, becomes),
            name in stale,
        )
        for name, becomes in sorted(proposal.becomes.items())  # PostgreSQL keeps no order of names
    ]


def label_of(model: type[models.Model], name: str) -> str:
    return str(LISTS[name] if name in LISTS else model._meta.get_field(name).verbose_name)


def in_words(row: models.Model, name: str, kept) -> str:
    """A value that a proposal keeps, as people read it."""
    if kept in (None, "", []):
        return _("nothing")
    if name in IN_WORDS:
        return IN_WORDS[name](row, kept)
    field = row._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        return str(field.related_model._default_manager.filter(pk=kept).first() or kept)
    if isinstance(field, EdtfField):
        return parse(kept).words
    if isinstance(kept, bool):
        return _("yes") if kept else _("no")
    return str(dict(field.flatchoices).get(kept, kept))


def _speaker_in_words(speaker: int | None, name: str, role: str) -> str:
    known = Speaker.objects.filter(pk=speaker).first() if speaker else None
    return ", ".join(filter(None, [str(known) if known else _("nobody known"), f"“{name}”" if name else "", role]))


def _role_in_words(title: str, since: str, until: str) -> str:
    dates = [
        words.strip()
        for words in (f"{_('from')} {parse(since).words}" if since else "", f"{_('until')} {parse(until).words}" if until else "")
    ]
    return " ".join(filter(None, [title, *dates]))


IN_WORDS: dict[str, Callable] = {
    "span": lambda row, span: row.document.text[span[0] : span[1]] if row.pk else "–".join(map(str, span)),
    "speakers": lambda row, rows: "; ".join(_speaker_in_words(*one) for one in rows),
    "aliases": lambda row, names: ", ".join(names),
    "roles": lambda row, roles: "; ".join(_role_in_words(*one) for one in roles),
    "fact_checks": lambda row, checks: "; ".join(f"{publisher}: “{rating}” {url}" for publisher, url, rating, *_when in checks),
    "identifiers": lambda row, numbers: "; ".join(f"{Scheme(scheme).label}: {value}" for scheme, value in numbers),
    "affiliations": lambda row, rows: "; ".join(_role_in_words(country_named(name), *dates) for _kind, name, *dates in rows),
}
