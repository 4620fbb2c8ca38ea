"""Acts on the record as list actions and as buttons: what is needed is asked, the stage function is called, a refusal becomes a message."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import model_ngettext
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from archive.acts import held
from archive.admin.base.confirming import boxes_for
from archive.errors import NeedsConfirmation, Refused, Stale

MOST_ROWS = 500  # at a time: each is a transaction of its own


@dataclass(frozen=True)
class Act:
    """`run(row, by=user, **answers)` may return a sentence to show; `asks` is the form of the answers; `states` are those it fits."""

    name: str
    label: str
    done: str
    permission: str
    run: Callable[..., Any]
    states: tuple[str, ...] = ()
    asks: type[forms.Form] | None = None
    proposes: Callable[[models.Model], dict[str, Any]] = lambda row: {}  # what stands in that form to begin with, for a button
    is_wanted: Callable[[models.Model], bool] = lambda row: True
    in_lists: bool = True
    as_button: bool = True
    passed_over: tuple[type[Refused], ...] = ()  # refusals that in a list only mean: nothing to do on this row
    afterwards: Callable[[list], str] = lambda rows: ""  # a sentence on the rows that it was done on
    confirms: bool = False  # whether `run` asks what speaks against it, and takes `confirmed`

    def fits(self, row: models.Model) -> bool:
        return (not self.states or row.status in self.states) and self.is_wanted(row)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}), help_text="Kept with the record.")


class OptionalReasonForm(ReasonForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False


class ActingAdmin:
    """For a ModelAdmin whose `acts` people do on rows."""

    acts: tuple[Act, ...] = ()

    def may(self, request: HttpRequest, act: Act) -> bool:
        return request.user.has_perm(f"archive.{act.permission}")

    def get_urls(self):
        name = f"archive_{self.opts.model_name}_act"
        acting = [path("<int:pk>/act/<slug:name>/", self.admin_site.admin_view(self.act_view), name=name)] if self.acts else []
        return [*acting, *super().get_urls()]

    # In lists

    def get_actions(self, request):
        offered = [act for act in self.acts if act.in_lists and self.may(request, act)]
        return super().get_actions(request) | {act.name: (partial(_act_on_list, act=act), act.name, act.label) for act in offered}

    def act_on_list(self, request: HttpRequest, queryset: models.QuerySet, act: Act) -> HttpResponse | None:
        """The rows and what is asked on a page of its own; after confirming, each row in its own transaction."""
        rows = list(queryset[: MOST_ROWS + 1])
        if len(rows) > MOST_ROWS:
            self.message_user(request, _("Choose at most %d rows at a time.") % MOST_ROWS, messages.ERROR)
            return None
        confirmed = "confirm" in request.POST
        form = act.asks(request.POST if confirmed else None) if act.asks else None
        if not confirmed or (form and not form.is_valid()):
            return self.ask(request, act, rows, form, {"action": act.name, ACTION_CHECKBOX_NAME: [row.pk for row in rows]})
        self.do(request, act, rows, form.cleaned_data if form else {}, choosing=True)
        return None

    # As buttons

    def buttons(self, request: HttpRequest, row: models.Model) -> list[Act]:
        return [act for act in self.acts if act.as_button and self.may(request, act) and act.fits(row)]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and change:
            context["buttons"] = [(act, self._address(act, obj)) for act in self.buttons(request, obj)]
            context["row_version"] = getattr(obj, "lock_version", "")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def act_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        act, row = self._asked_for(request, pk, name)
        confirmed = request.method == "POST" and (act.asks is None or "confirm" in request.POST)
        form = act.asks(request.POST if confirmed else None, initial=act.proposes(row)) if act.asks else None
        hidden = {"row_version": request.POST.get("row_version", getattr(row, "lock_version", ""))}
        if not confirmed or (form and not form.is_valid()):
            return self.ask(request, act, [row], form, hidden)
        answers = form.cleaned_data if form else {}
        answers |= {"confirmed": request.POST.getlist("looked_at")} if act.confirms else {}
        try:
            self.do(request, act, [row], answers, version=request.POST.get("row_version", ""))
        except NeedsConfirmation as doubtful:
            return self.ask(request, act, [row], form, hidden, doubtful)
        return HttpResponseRedirect(reverse(f"admin:archive_{self.opts.model_name}_change", args=[row.pk]))

    def _asked_for(self, request: HttpRequest, pk: int, name: str) -> tuple[Act, models.Model]:
        """The act and the row of an address; 404 where one is missing, 403 where he may not."""
        act = next((act for act in self.acts if act.name == name), None)
        row = self.get_object(request, str(pk))
        if act is None or row is None:
            raise Http404
        if not self.may(request, act) or not self.has_view_permission(request, row):
            raise PermissionDenied
        return act, row

    def _address(self, act: Act, row: models.Model) -> str:
        return reverse(f"admin:archive_{self.opts.model_name}_act", args=[row.pk, act.name])

    # Both

    def ask(
        self, request: HttpRequest, act: Act, rows: list, form: forms.Form | None, hidden: dict[str, Any],
        doubtful: NeedsConfirmation | None = None,
    ) -> TemplateResponse:  # fmt: skip
        context = self.admin_site.each_context(request) | {
            "title": act.label, "act": act, "form": form, "opts": self.opts, "media": self.media + (form.media if form else forms.Media()),
            "rows": [(row, reverse(f"admin:archive_{self.opts.model_name}_change", args=[row.pk])) for row in rows],
            "boxes": boxes_for(doubtful.doubts, request.POST.getlist("looked_at")) if doubtful else None,
            "hidden": [(name, value) for name, values in hidden.items() for value in (values if isinstance(values, list) else [values])],
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/ask.html", context)

    def do(
        self, request: HttpRequest, act: Act, rows: Iterable[models.Model], answers: dict[str, Any], *, version="", choosing=False
    ) -> None:
        """Each row in its own transaction, so that one refusal leaves the others done. `choosing` leaves out rows that it doesn't fit, and
        those with something to confirm: that is asked on the page of each."""
        done, left_out = [], 0
        for row in rows:
            try:
                note = _run(act, row, request.user, answers, version, choosing)
            except Refused as refusal:
                if isinstance(refusal, NeedsConfirmation) and not choosing:
                    raise
                if choosing and isinstance(refusal, (_Unfit, *act.passed_over)):
                    left_out += 1
                else:
                    then = f" {_('Open it, look at this, and confirm it there.')}" if isinstance(refusal, NeedsConfirmation) else ""
                    self.message_user(request, format_html("“{}”: {}{}", row, refusal, then), messages.ERROR)
                continue
            done.append(row)
            if isinstance(note, str):
                self.message_user(request, note)
        self._sum_up(request, act, done, left_out)

    def _sum_up(self, request: HttpRequest, act: Act, done: list[models.Model], left_out: int) -> None:
        if done:
            self.message_user(request, f"{len(done)} {model_ngettext(self.opts, len(done))} {act.done}.", messages.SUCCESS)
        if left_out:
            told = _("%(count)d %(rows)s left out: “%(act)s” has nothing to do there.")
            told %= {"count": left_out, "rows": model_ngettext(self.opts, left_out), "act": act.label}
            self.message_user(request, told, messages.WARNING)
        if done and (sentence := act.afterwards(done)):
            self.message_user(request, sentence, messages.WARNING)


def _act_on_list(model_admin: ActingAdmin, request: HttpRequest, queryset: models.QuerySet, *, act: Act) -> HttpResponse | None:
    return model_admin.act_on_list(request, queryset, act)


class _Unfit(Refused):
    """The act makes no sense on this row of a list."""


@transaction.atomic
def _run(act: Act, row: models.Model, by, answers: dict[str, Any], version: str, choosing: bool) -> Any:
    """The act, unless the row was changed since the button was shown. In a list the row may have changed by the rows before it."""
    if choosing and not act.fits(held(row)):
        raise _Unfit
    if version.isdigit() and held(row).lock_version != int(version):
        raise Stale("Somebody changed it since you opened it. Look at it again, then decide.")
    return act.run(row, by=by, **answers)
