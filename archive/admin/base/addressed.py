"""Rows with a public address made of their name: typed once or made by itself, and never changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.admin.base.record_form import RecordForm
from archive.models.fields import free_slug


class AddressedForm(RecordForm):
    """`named_by` is the field that the address is made of."""

    named_by = "name"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Stands in its public address for ever. Left empty, it is made of the name.")

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        words = self.cleaned_data.get(self.named_by, "")
        return slug or (free_slug(self._meta.model, words) if words else "")

    def _get_validation_exclusions(self):
        """An address can't be made of a name that is missing: the name's own error says enough."""
        named = self.cleaned_data.get(self.named_by)
        return super()._get_validation_exclusions() | (set() if named else {"slug"})


class OneLineTextarea(forms.Textarea):
    """A proposition is one line, but a long one."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 2, "cols": 90} | (attrs or {}))
