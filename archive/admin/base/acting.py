"""Acts on the record as list actions and as buttons: what would be done is shown row by row and what is needed is asked, the stage function
is called, a refusal becomes a message."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import model_ngettext
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.admin.base.act import CHANGED, Act, Unfit, as_foretold, run_on
from archive.admin.base.act_rows import Answered, ListedRow, answered, boxes_of, cells, headings
from archive.errors import NeedsConfirmation, Refused, Stale

MOST_ROWS = 500  # at a time: each is a transaction of its own


class ActingAdmin:
    """For a ModelAdmin whose `acts` people do on rows."""

    acts: tuple[Act, ...] = ()
    act_columns: tuple[str, ...] = ()  # what the page of an act shows of a row; what the list does, where nothing is said

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
        """The rows and what is asked on a page of its own; after confirming, each ticked row in its own transaction."""
        is_confirmed = "confirm" in request.POST
        rows = self._posted(request, ACTION_CHECKBOX_NAME) if is_confirmed else list(queryset[: MOST_ROWS + 1])
        if len(rows) > MOST_ROWS:
            self.message_user(request, _("Choose at most %d at a time.") % MOST_ROWS, messages.ERROR)
            return None
        form = act.asks(request.POST if is_confirmed else None) if act.asks else None
        if not is_confirmed or (form and not form.is_valid()):
            rows = self._posted(request, "listed") or rows  # with those that were not ticked
            return self.ask(request, act, rows, form, is_choice=True)
        self.do(request, act, rows, form.cleaned_data if form else {}, choosing=True)
        return None

    def _posted(self, request: HttpRequest, name: str) -> list[models.Model]:
        """The rows of a page that came back, in its order, whatever the list would show now. Says so where one is gone."""
        numbers = [int(pk) for pk in request.POST.getlist(name)[: MOST_ROWS + 1] if pk.isdecimal() and len(pk) < 18]
        found = self._read(request, numbers)
        if gone := len(set(numbers)) - len(found):
            self.message_user(request, ngettext("%d of these is gone.", "%d of these are gone.", gone) % gone, messages.ERROR)
        return found

    def _read(self, request: HttpRequest, numbers: list[int]) -> list[models.Model]:
        """As the list reads them, with what its columns need."""
        found = self.get_queryset(request).in_bulk(numbers)
        return [found[pk] for pk in dict.fromkeys(numbers) if pk in found]

    # As buttons

    def buttons(self, request: HttpRequest, row: models.Model) -> list[Act]:
        return [act for act in self.acts if act.as_button and self.may(request, act) and act.fits(row)]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and change:
            context["buttons"] = [(act, self._address(act, obj)) for act in self.buttons(request, obj)]
            context["row_version"] = getattr(obj, "lock_version", "")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request: HttpRequest, obj: models.Model) -> HttpResponse:
        """A button among the typed fields: they were saved, in this transaction, and the act is done on what stands there now."""
        if "_act" not in request.POST:
            return super().response_change(request, obj)
        act, row = self._asked_for(request, obj.pk, request.POST["_act"])
        if getattr(request, "is_typed", False):
            self.message_user(request, _("What you typed is saved."))
        if getattr(request, "is_overtaken", False):
            self._tell(request, row, Stale(CHANGED))
            return HttpResponseRedirect(self._page_of(row))
        if act.shows_first(row):
            return HttpResponseRedirect(self._address(act, row))
        self.do(request, act, [row], {}, read=Answered(str(getattr(obj, "lock_version", ""))))
        return HttpResponseRedirect(self._page_of(row))

    def act_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """The page of an act on one row and those beside it; or the act itself, where nothing is to be read first."""
        act, row = self._asked_for(request, pk, name)
        is_confirmed = request.method == "POST" and ("confirm" in request.POST or not act.shows_first(row))
        form = act.asks(request.POST if is_confirmed else None, initial=act.proposes(row)) if act.asks else None
        if is_confirmed and (form is None or form.is_valid()):
            return self._done_by_button(request, act, row, form)
        rows = self._posted(request, "listed") or [row, *self._read(request, [one.pk for one in act.beside(row)])]
        return self.ask(request, act, rows, form, is_choice=len(rows) > 1)

    def _done_by_button(self, request: HttpRequest, act: Act, row: models.Model, form: forms.Form | None) -> HttpResponse:
        is_choice = "listed" in request.POST
        rows = self._posted(request, ACTION_CHECKBOX_NAME) if is_choice else [row]
        try:
            self.do(request, act, rows, form.cleaned_data if form else {}, choosing=is_choice)
        except NeedsConfirmation as doubtful:
            return self.ask(request, act, [row], form, doubtful=doubtful)
        return HttpResponseRedirect(self._page_of(row))

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

    def _page_of(self, row: models.Model) -> str:
        """The row, or the list that it is gone from."""
        if self.model._default_manager.filter(pk=row.pk).exists():
            return reverse(f"admin:archive_{self.opts.model_name}_change", args=[row.pk])
        return reverse(f"admin:archive_{self.opts.model_name}_changelist")

    # Both

    def ask(
        self, request: HttpRequest, act: Act, rows: list, form: forms.Form | None, *,
        is_choice: bool = False, doubtful: NeedsConfirmation | None = None,
    ) -> TemplateResponse:  # fmt: skip
        columns = self.act_columns or tuple(name for name in self.get_list_display(request) if name != "action_checkbox")
        listed = [self._listed(request, act, row, columns, doubtful) for row in rows]
        context = self.admin_site.each_context(request) | {
            "title": act.label, "act": act, "form": form, "opts": self.opts, "media": self.media + (form.media if form else forms.Media()),
            "headings": headings(self, columns), "rows": listed, "is_choice": is_choice,
            "is_doubtful": any(one.boxes for one in listed), "is_refused": doubtful is not None,
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/ask.html", context)

    def _listed(
        self, request: HttpRequest, act: Act, row: models.Model, columns: tuple[str, ...], doubtful: NeedsConfirmation | None
    ) -> ListedRow:
        read, fits = answered(request, row), act.fits(row)
        doubts = doubtful.doubts if doubtful else act.doubts(row) if act.doubts and fits else ()
        return ListedRow(
            row,
            cells(self, columns, row),
            act.would(row) if act.would and fits else [],
            boxes_of(row, doubts, read.confirmed),
            read.version or str(getattr(row, "lock_version", "")),
            fits,
            "listed" not in request.POST or str(row.pk) in request.POST.getlist(ACTION_CHECKBOX_NAME),
        )

    def do(
        self, request: HttpRequest, act: Act, rows: list, answers: dict[str, Any], *, read: Answered | None = None, choosing=False
    ) -> None:
        """Each row in its own transaction, so that one refusal leaves the others done. `choosing` leaves out rows that it doesn't fit, and
        those where something was not confirmed."""
        given = [(row, as_foretold(act, row, read or answered(request, row))) for row in rows]
        done, left_out = [], 0
        for row, shown in given:
            try:
                note = run_on(act, row, request.user, answers, shown, choosing)
            except Refused as refusal:
                if isinstance(refusal, NeedsConfirmation) and not choosing:
                    raise
                left_out += self._is_left_out(request, act, row, refusal, choosing)
                continue
            done.append(row)
            if isinstance(note, str):
                self.message_user(request, note)
        self._sum_up(request, act, done, left_out)

    def _is_left_out(self, request: HttpRequest, act: Act, row: models.Model, refusal: Refused, choosing: bool) -> bool:
        """Where it had nothing to do, the row is counted; any other refusal is told."""
        if choosing and isinstance(refusal, (Unfit, *act.passed_over)):
            return True
        self._tell(request, row, refusal)
        return False

    def _tell(self, request: HttpRequest, row: models.Model, refusal: Refused) -> None:
        then = f" {_('Open it, look at this, and confirm it there.')}" if isinstance(refusal, NeedsConfirmation) else ""
        self.message_user(request, format_html("“{}”: {}{}", row, refusal, then), messages.ERROR)

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
