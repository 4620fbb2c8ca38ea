"""The page on which a public row is corrected: its public fields, the class of the change and the public reason."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publication
from archive.acts import claim_version
from archive.admin.base.acting import ActingAdmin
from archive.admin.base.record import is_public
from archive.admin.base.record_form import RecordForm
from archive.enums import RevisionClass
from archive.errors import Refused
from archive.publication.public_fields import PUBLIC_FIELDS


def choices_of(classes: tuple[RevisionClass, ...]) -> list[tuple[str, str]]:
    return [(one.value, one.label) for one in classes]


class CorrectionForm(RecordForm):
    """The public fields of one row, as they stand, to be changed with a class and a reason."""

    revision_class = forms.ChoiceField(
        label=gettext_lazy("class"), choices=choices_of(RevisionClass.changing()), initial=RevisionClass.CORRECTION
    )
    reason = forms.CharField(
        label=gettext_lazy("public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands in the public log of corrections: what was wrong, and how it is known."),
    )
    asked = ("read_version", "revision_class", "reason")

    def public_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in ("revision_class", "reason")]

    def why_fields(self) -> list[forms.BoundField]:
        return [self["revision_class"], self["reason"]]

    def changes(self) -> dict[str, Any]:
        """What `publication.correct` is to change."""
        return {name: self.cleaned_data[name] for name in self.changed_names if name not in self.asked}

    def _post_clean(self):
        """The row itself is not touched: `correct` validates it whole."""


class CorrectingAdmin(ActingAdmin):
    """For a ModelAdmin whose public rows are corrected."""

    correction_form: type[CorrectionForm] = CorrectionForm

    def get_urls(self):
        name = f"archive_{self.opts.model_name}_correct"
        return [path("<int:pk>/correct/", self.admin_site.admin_view(self.correct_view), name=name), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and is_public(obj) and request.user.has_perm("archive.publish_statement"):
            context["correct_url"] = reverse(f"admin:archive_{self.opts.model_name}_correct", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def correct_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not request.user.has_perm("archive.publish_statement"):
            raise PermissionDenied
        if not is_public(row):
            self.message_user(request, _("It is not public: change it directly."), messages.ERROR)
            return HttpResponseRedirect(self._change_url(pk))
        if request.method != "POST":
            return self._correction_page(request, row, self.correction(request, row))
        return self._corrected(request, row) or HttpResponseRedirect(self._change_url(pk))

    def correction(self, request: HttpRequest, row: models.Model, data=None, refusal: Refused | None = None) -> CorrectionForm:
        form = forms.modelform_factory(
            self.model,
            form=self.correction_form,
            fields=PUBLIC_FIELDS[self.model],
            formfield_callback=lambda field, **kwargs: self.formfield_for_dbfield(field, request, **kwargs),
        )
        form.refusal, form.by = refusal, request.user
        return form(data, instance=row)

    def _corrected(self, request: HttpRequest, row: models.Model) -> HttpResponse | None:
        """None when it was done, else the page with what was typed and what stands against it."""
        form = self.correction(request, row, request.POST)
        if not form.is_valid():
            return self._correction_page(request, row, form)
        try:
            self._correct(request, row, form)
        except Refused as refusal:
            row = self.get_object(request, str(row.pk))
            form = self.correction(request, row, request.POST, refusal)
            form.is_valid()
            return self._correction_page(request, row, form)
        self.show_readings(request, form, [])
        self.message_user(request, _("Corrected. The change and its reason stand in the public log."), messages.SUCCESS)
        return None

    @transaction.atomic
    def _correct(self, request: HttpRequest, row: models.Model, form: CorrectionForm) -> None:
        claim_version(row, form.cleaned_data["read_version"] or 0)
        publication.correct(
            row, by=request.user, changes=form.changes(), revision_class=RevisionClass(form.cleaned_data["revision_class"]),
            reason=form.cleaned_data["reason"],
        )  # fmt: skip

    def _correction_page(self, request: HttpRequest, row: models.Model, form: CorrectionForm) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "title": _("Correct %s") % self.opts.verbose_name, "subtitle": str(row), "form": form, "opts": self.opts, "row": row,
            "media": self.media + form.media, "change_url": self._change_url(row.pk),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/correct.html", context)

    def _change_url(self, pk: int) -> str:
        return reverse(f"admin:archive_{self.opts.model_name}_change", args=[pk])
