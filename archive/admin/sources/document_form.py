"""The form of a captured document, and what it shows of later notices of the outlet."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive.admin.base.links import rows_of
from archive.admin.base.record_form import RecordForm
from archive.models import Document


class DocumentForm(RecordForm):
    """What was read off a document, and what it is to others; with the reason where that changes what the public sees."""

    public_reason = forms.CharField(
        label=_("public reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed where it was told to correct or retract a report with public statements, and that is taken back or changed."),
    )

    @property
    def changed_names(self) -> list[str]:
        return [name for name in super().changed_names if name != "public_reason"]


def said_later(document: Document) -> str:
    """The notices that stand beside its statements, as the public reads them."""
    notes = document.source_notes
    return rows_of(format_html("<strong class='warning'>{}</strong>", note.words) for note in notes) if notes else "–"
