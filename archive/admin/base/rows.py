"""Rows of another table inside a form: a speaker's names and roles, a statement's speakers."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive.admin.base.merging import ReadValuesField, is_touched, marks_of, merged
from archive.admin.base.record_form import saved_meanwhile
from archive.admin.base.typed import TypedDateField, TypedDates
from archive.models.fields import EdtfField


class RowForm(TypedDates, forms.ModelForm):
    """A row of a table inside a form. What another saved in it meanwhile is kept, and what both changed is asked about."""

    read_values = ReadValuesField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read_values"].initial = lambda: marks_of(self)
        self.is_gone = self.is_bound and not self.instance.pk and bool(self.data.get(self.add_prefix("id")))

    def full_clean(self):
        if self.is_gone:
            return self._clean_what_is_gone()
        both = merged(self) if self.is_bound and self.instance.pk else []
        saved = {name: saved_meanwhile(self.instance, name) for name in both}
        super().full_clean()
        for name, told in saved.items():
            self.add_error(name, told)
        return None

    def _clean_what_is_gone(self) -> None:
        """Another took the row away: so be it, unless something was typed in it here."""
        self._errors, self.cleaned_data = ErrorDict(), {}
        if is_touched(self):
            told = _("Somebody took this away while you were editing. Open the page anew, and enter it again if it should stand.")
            self.add_error(None, ValidationError(told))

    def has_changed(self) -> bool:
        return not self.is_gone and super().has_changed()


class RowFormSet(forms.BaseInlineFormSet):
    """The headings of the columns are no labels to a screen reader, so each field says its own."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            getattr(field.widget, "widget", field.widget).attrs.setdefault("aria-label", field.label)


class RowInline(admin.TabularInline):
    """Rows of another table inside a form, with dates as people type them."""

    form = RowForm
    formset = RowFormSet
    extra = 0

    def get_fields(self, request, obj=None):
        return [*super().get_fields(request, obj), "read_values"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, EdtfField):
            return TypedDateField(label=capfirst(db_field.verbose_name), required=not db_field.blank)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
