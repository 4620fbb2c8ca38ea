"""The form of a row: it knows what it was filled in for, keeps what others saved meanwhile, and asks what a person has to confirm."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.admin.base.confirming import ConfirmedField
from archive.admin.base.merging import ReadValuesField, marks_of, merged
from archive.admin.base.typed import TypedDates
from archive.errors import NeedsConfirmation, Refused
from archive.models import Event


class RecordForm(TypedDates, forms.ModelForm):
    """A form that knows which version of its row it was filled in for, and shows a refused save beside what was typed."""

    read_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    read_values = ReadValuesField()
    looked_at = ConfirmedField()
    refusal: Refused | None = None
    refusal_field: str | None = None  # beside which field a refusal is shown; None for the top of the form
    both_typed: list[str]  # fields that another saved meanwhile, and that were typed otherwise here

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["read_version"] = getattr(self.instance, "lock_version", None)
        self.fields["read_values"].initial = lambda: marks_of(self)
        self.both_typed = []
        if isinstance(self.refusal, NeedsConfirmation):
            self.fields["looked_at"].ask(self.refusal.doubts)

    @cached_property
    def is_overtaken(self) -> bool:
        """Whether another saved the row since this form was opened."""
        read = str(self.data.get(self.add_prefix("read_version"), "")) if self.is_bound else ""
        return self.is_bound and bool(self.instance.pk) and read != str(self.initial["read_version"] or "")

    @property
    def changed_names(self) -> list[str]:
        return [name for name in self.changed_data if name != "read_version"]

    def full_clean(self):
        if self.is_overtaken and not self.both_typed:
            self._take_what_was_saved()
        super().full_clean()

    def _take_what_was_saved(self) -> None:
        """Who saves from now on has seen, or keeps, what the other saved. A form that does not say what it showed keeps nothing."""
        if not self.data.get(self.add_prefix("read_version")):
            self.data = self.data.copy()
            self.data[self.add_prefix("read_values")] = ""
        self.both_typed = merged(self)
        self.data[self.add_prefix("read_version")] = self.initial["read_version"]

    def clean(self):
        cleaned = super().clean()
        if self.both_typed:
            self._show_what_the_other_saved()
        elif isinstance(self.refusal, NeedsConfirmation):
            self.add_error("looked_at", _("Nothing was saved yet. Look at each of these, tick what is right, and save again."))
        elif self.refusal:
            self.add_error(self.refusal_field, self.refusal_message())
        return cleaned

    def refusal_message(self) -> str:
        return str(self.refusal)

    def _saved_by(self) -> str:
        """Who saved it last."""
        event = Event.objects.filter(object_type=self._meta.model._meta.model_name, object_id=self.instance.pk).select_related("by").first()
        return str(event.by if event and event.by else _("the machine"))

    def _show_what_the_other_saved(self) -> None:
        self.add_error(
            None,
            ValidationError(
                _(
                    "%(who)s saved this while you were editing, and nothing of theirs was overwritten. Your words still stand in the form; "
                    "beside each field that both of you changed you see what was saved. Put together what should stand, and save again."
                ),
                params={"who": self._saved_by()},
            ),
        )
        for name in self.both_typed:
            self.add_error(name, saved_meanwhile(self.instance, name))


def saved_meanwhile(row: models.Model, name: str) -> ValidationError:
    return ValidationError(_("Saved meanwhile: “%(value)s”"), params={"value": value_in_words(row, name)})


def value_in_words(row: models.Model, name: str) -> str:
    """A field's value as an editor reads it."""
    choice = getattr(row, f"get_{name}_display", None)
    value = choice() if choice else getattr(row, name, "")
    return gettext("nothing") if value in (None, "") else str(value)
