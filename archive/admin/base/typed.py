"""What people type and paste: dates as they write them, words as they stand in a document."""

import datetime
from collections.abc import Callable

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.utils.translation import gettext_lazy as _

from archive.edtf import parse
from archive.typed_dates import Typed, read_typed


class TypedDateField(forms.CharField):
    """Reads what is typed into EDTF. What stands already is shown in words and comes back as it was."""

    widget = AdminTextInputWidget
    reference: Callable[[], datetime.date | None] = staticmethod(lambda: None)
    standing = ""
    reading: Typed | None = None

    def __init__(self, **kwargs):
        super().__init__(
            **kwargs
            | {
                "max_length": 100,
                "help_text": _("As you would write it: “24 June 2024”, “May 2019”, “late 2021”; or 2021-12~ for about December 2021."),
            }
        )

    def prepare_value(self, value):
        return parse(value).words if value and value == self.standing else value

    def has_changed(self, initial, data) -> bool:
        return not self._stands(str(data or "").strip())

    def clean(self, value):
        words = super().clean(value).strip()
        if not words or self._stands(words):
            return self.standing if words else ""
        self.reading = read_typed(words, self.reference())
        return self.reading.edtf

    def _stands(self, words: str) -> bool:
        return words == (self.standing and parse(self.standing).words) or words == self.standing


class TypedDates:
    """A model form whose typed dates know what stands and from which day they are counted."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.typed_dates().items():
            field.standing = getattr(self.instance, name)
            field.reference = self.reference_date

    def typed_dates(self) -> dict[str, TypedDateField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, TypedDateField)}

    def readings(self) -> dict[str, Typed]:
        """What was newly typed, by field."""
        return {name: field.reading for name, field in self.typed_dates().items() if field.reading}

    def reference_date(self) -> datetime.date | None:
        """The day from which “last Tuesday” is counted."""
        return None


class PastedField(forms.CharField):
    """Words that are kept to the letter: not stripped, line ends made LF."""

    widget = AdminTextareaWidget

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"strip": False})

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial, data) -> bool:
        return super().has_changed(initial, self.to_python(data))
