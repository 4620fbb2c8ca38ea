"""The form of a row: it knows which version it was filled in for, and shows a refused save beside what was typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.admin.base.typed import TypedDates
from archive.errors import Refused, Stale
from archive.models import Event


class RecordForm(TypedDates, forms.ModelForm):
    """A form that knows which version of its row it was filled in for, and shows a refused save beside what was typed."""

    read_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    refusal: Refused | None = None
    refusal_field: str | None = None  # beside which field a refusal is shown; None for the top of the form

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["read_version"] = getattr(self.instance, "lock_version", None)
        if self.is_bound and self.is_stale:
            self.data = self.data.copy()
            self.data["read_version"] = self.instance.lock_version  # who saves now has seen what the other saved

    @property
    def is_stale(self) -> bool:
        return isinstance(self.refusal, Stale)

    @property
    def changed_names(self) -> list[str]:
        return [name for name in self.changed_data if name != "read_version"]

    def clean(self):
        cleaned = super().clean()
        if self.is_stale:
            self._show_what_the_other_saved()
        elif self.refusal:
            self.add_error(self.refusal_field, self.refusal_message())
        return cleaned

    def refusal_message(self) -> str:
        return str(self.refusal)

    def _show_what_the_other_saved(self) -> None:
        event = Event.objects.filter(object_type=self._meta.model._meta.model_name, object_id=self.instance.pk).select_related("by").first()
        saved_by = event.by if event and event.by else _("the machine")
        self.add_error(
            None,
            ValidationError(
                _(
                    "%(who)s saved this while you were editing, and nothing of theirs was overwritten. Your words still stand in the form; "
                    "beside each field that differs you see what was saved. Put together what should stand, and save again."
                ),
                params={"who": saved_by},
            ),
        )
        for name in self.changed_names:
            if name in self.fields:
                self.add_error(
                    name, ValidationError(_("Saved meanwhile: “%(value)s”"), params={"value": value_in_words(self.instance, name)})
                )


def value_in_words(row: models.Model, name: str) -> str:
    """A field's value as an editor reads it."""
    choice = getattr(row, f"get_{name}_display", None)
    value = choice() if choice else getattr(row, name, "")
    return gettext("nothing") if value in (None, "") else str(value)
