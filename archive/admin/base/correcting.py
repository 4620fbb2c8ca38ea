"""The page on which a public row is corrected, or a correction of it proposed: its public fields, the kind of change, the public reason."""

import json
from collections.abc import Callable, Container
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publication
from archive.acts import claim_version, held
from archive.admin.base.acting import ActingAdmin
from archive.admin.base.links import link_to, rows_of
from archive.admin.base.merging import ReadValuesField, mark_of_list, mark_of_typed_list, marks_read
from archive.admin.base.record import is_public
from archive.admin.base.record_form import RecordForm
from archive.enums import RevisionClass
from archive.errors import OVERTAKEN, NeedsConfirmation, Refused, Stale
from archive.models import ArchiveState, ChangeProposal
from archive.publication.public_fields import PUBLIC_FIELDS


@dataclass(frozen=True)
class Way:
    """How what is typed becomes public: at once, or when a publisher takes it."""

    name: str
    permission: str
    title: str
    advice: str
    button: str
    done: str
    act: Callable[..., Any]


CORRECTING = Way(
    "correct",
    "publish_statement",
    gettext_lazy("Correct %s"),
    gettext_lazy("What you change here is public at once. The old wording stays in the history, and the reason stands in the public log."),
    gettext_lazy("Correct"),
    gettext_lazy("Corrected. The change and its reason stand in the public log."),
    publication.correct,
)
PROPOSING = Way(
    "propose",
    "add_changeproposal",
    gettext_lazy("Propose a change of %s"),
    gettext_lazy("What you change here waits for a publisher, who takes it or declines it. Until then the public sees what stands there."),
    gettext_lazy("Propose"),
    gettext_lazy("Proposed. It waits for a publisher under “Proposed changes”."),
    publication.propose,
)
WAYS = (CORRECTING, PROPOSING)
HOW = {"correct": gettext_lazy("Correct it"), "propose": gettext_lazy("Propose a change")}
IS_PUBLIC = gettext_lazy("This is public. What the public sees changes only by a correction with a public reason.")


def choices_of(classes: tuple[RevisionClass, ...]) -> list[tuple[str, str]]:
    return [(one.value, one.label) for one in classes]


class CorrectionForm(RecordForm):
    """The public fields of one row, as they stand, to be changed with a class and a reason."""

    revision_class = forms.ChoiceField(
        label=gettext_lazy("kind of change"), choices=choices_of(RevisionClass.changing()), initial=RevisionClass.CORRECTION
    )
    reason = forms.CharField(
        label=gettext_lazy("public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands in the public log of corrections: what was wrong, and how it is known."),
    )
    read_lists = ReadValuesField()
    asked = ("read_version", "read_values", "read_lists", "looked_at", "revision_class", "reason")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read_lists"].initial = lambda: json.dumps({rows.prefix: mark_of_list(rows) for _heading, rows in self.lists()})
        self.kept_lists: set[str] = set()  # by their prefixes: another changed them meanwhile, and nobody did here
        self.clashing: list[str] = []  # what another saved of lists that were typed otherwise here

    def public_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in ("revision_class", "reason", "looked_at")]

    def why_fields(self) -> list[forms.BoundField]:
        asked = [self["looked_at"]] if isinstance(self.refusal, NeedsConfirmation) else []
        return [*asked, self["revision_class"], self["reason"]]

    def lists(self) -> list[tuple[str, forms.BaseFormSet]]:
        """What the public sees of the row and stands in rows of its own, each with its heading."""
        return []

    def is_valid(self) -> bool:
        is_valid = super().is_valid()  # which finds out what is kept
        return all([is_valid, *(rows.is_valid() for _heading, rows in self.lists() if rows.prefix not in self.kept_lists)])

    def is_list_typed(self, rows: forms.BaseFormSet) -> bool:
        return rows.prefix not in self.kept_lists and rows.has_changed()

    def full_clean(self):
        if self.is_bound and self.is_overtaken:
            self._take_lists_saved()
        super().full_clean()

    def _take_lists_saved(self) -> None:
        """The page goes on saying of a list that is kept what it showed: so it is kept again."""
        read = marks_read(self, "read_lists")
        for heading, rows in self.lists():
            stands, typed, shown = mark_of_list(rows), mark_of_typed_list(rows), read.get(rows.prefix)
            if shown == typed != stands:
                self.kept_lists.add(rows.prefix)
            elif stands not in (shown, typed):
                stood = "; ".join(", ".join(str(value) for value in one.values() if value) for one in rows.initial)
                self.clashing.append(_("%(list)s saved meanwhile: “%(value)s”") % {"list": heading, "value": stood})
                read[rows.prefix] = stands
        self.data = self.data.copy()
        self.data["read_lists"] = json.dumps(read)

    def clean(self):
        cleaned = super().clean()
        for told in self.clashing:
            self.add_error(None, ValidationError(told))
        return cleaned

    def changes(self) -> dict[str, Any]:
        """What `publication.correct` is to change."""
        return {name: self.cleaned_data[name] for name in self.changed_names if name not in self.asked}

    def _post_clean(self):
        """The row itself is not touched: `correct` validates it whole."""


class ListedCorrectionForm(CorrectionForm):
    """With lists whose forms name, as `columns`, what `correct` takes of a row: a list of values, or of tuples where there are several."""

    def changes(self) -> dict[str, Any]:
        changes = super().changes()
        for _heading, rows in self.lists():
            if self.is_list_typed(rows):
                take = itemgetter(*rows.form.columns)
                changes[rows.prefix] = [take(one) for one in rows.cleaned_data if one and not one["DELETE"]]
        return changes


class CorrectingAdmin(ActingAdmin):
    """For a ModelAdmin whose public rows are corrected."""

    correction_form: type[CorrectionForm] = CorrectionForm

    def get_urls(self):
        views = [
            path(
                f"<int:pk>/{way.name}/",
                self.admin_site.admin_view(self.correct_view),
                {"way": way},
                name=f"archive_{self.opts.model_name}_{way.name}",
            )
            for way in WAYS
        ]
        return [*views, *super().get_urls()]

    def way_of(self, request: HttpRequest) -> Way | None:
        """How this person may change what is public."""
        return next((way for way in WAYS if request.user.has_perm(f"archive.{way.permission}")), None)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        way = self.way_of(request) if obj is not None and is_public(obj) else None
        if way:
            context[f"{way.name}_url"] = self._url(way.name, obj.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def how_to_correct(self, request, obj) -> str:
        """Whom to ask, or the link to the page, and which changes of the row wait already."""
        way = self.way_of(request)
        link = format_html('<a href="{}">{}</a>', self._url(way.name, obj.pk), HOW[way.name]) if way else _("Ask a publisher for it.")
        waiting = list(ChangeProposal.objects.open().of(obj))
        listed = format_html("<p>{} {}</p>", _("Changes that wait for a publisher:"), rows_of(link_to(one, one.reason) for one in waiting))
        return format_html("{} {}{}", IS_PUBLIC, link, listed if waiting else "")

    def correct_view(self, request: HttpRequest, pk: int, way: Way) -> HttpResponse:
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not request.user.has_perm(f"archive.{way.permission}"):
            raise PermissionDenied
        if not is_public(row):
            self.message_user(request, _("It is not public: change it directly."), messages.ERROR)
            return HttpResponseRedirect(self._url("change", pk))
        if request.method != "POST":
            return self._correction_page(request, row, self.correction(request, row), way)
        return self._corrected(request, row, way) or HttpResponseRedirect(self._url("change", pk))

    def correction(self, request: HttpRequest, row: models.Model, data=None, refusal: Refused | None = None) -> CorrectionForm:
        form = forms.modelform_factory(
            self.model,
            form=self.correction_form,
            fields=PUBLIC_FIELDS[self.model],
            formfield_callback=lambda field, **kwargs: self.formfield_for_dbfield(field, request, **kwargs),
        )
        form.refusal, form.by = refusal, request.user
        return form(data, instance=row)

    def _corrected(self, request: HttpRequest, row: models.Model, way: Way) -> HttpResponse | None:
        """None when it was done, else the page with what was typed and what stands against it."""
        form = self.correction(request, row, request.POST)
        if not form.is_valid():
            return self._correction_page(request, row, form, way)
        try:
            self._correct(request, row, form, way)
        except Refused as refusal:
            row = self.get_object(request, str(row.pk))
            form = self.correction(request, row, request.POST, refusal)
            form.is_valid()
            return self._correction_page(request, row, form, way)
        self.show_readings(request, form, [rows for _heading, rows in form.lists()])
        self.message_user(request, way.done, messages.SUCCESS)
        return None

    @transaction.atomic
    def _correct(self, request: HttpRequest, row: models.Model, form: CorrectionForm, way: Way) -> None:
        ArchiveState.take_turn()
        read_version = form.cleaned_data["read_version"] or 0
        if way is CORRECTING:
            claim_version(row, read_version)
        elif held(row).lock_version != read_version:
            raise Stale(OVERTAKEN)
        done = way.act(
            row,
            by=request.user,
            changes=form.changes() | {"confirmed": form.cleaned_data["looked_at"]},
            revision_class=RevisionClass(form.cleaned_data["revision_class"]),
            reason=form.cleaned_data["reason"],
        )
        if way is CORRECTING:
            self.follow(request, done, form.changes())

    def follow(self, request: HttpRequest, row: models.Model, changed: Container[str]) -> None:
        """What follows from a change of these fields, in its transaction."""

    def _correction_page(self, request: HttpRequest, row: models.Model, form: CorrectionForm, way: Way) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "title": way.title % self.opts.verbose_name, "subtitle": str(row), "form": form, "opts": self.opts, "row": row, "way": way,
            "media": self.media + form.media, "change_url": self._url("change", row.pk),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/correct.html", context)

    def _url(self, page: str, pk: int) -> str:
        return reverse(f"admin:archive_{self.opts.model_name}_{page}", args=[pk])
