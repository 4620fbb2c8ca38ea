"""Rows of another table inside a form: a speaker's names and roles, a statement's speakers."""

from django import forms
from django.contrib import admin
from django.utils.text import capfirst

from archive.admin.base.typed import TypedDateField, TypedDates
from archive.models.fields import EdtfField


class RowForm(TypedDates, forms.ModelForm):
    """A row of a table inside a form."""


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

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, EdtfField):
            return TypedDateField(label=capfirst(db_field.verbose_name), required=not db_field.blank)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
