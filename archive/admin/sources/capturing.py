"""The form in which an editor takes a document in: a pasted text, a file of any form that is read, or an address."""

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive.admin.base.links import change_url
from archive.admin.base.record_form import RecordForm
from archive.admin.base.typed import PastedField, TypedDateField
from archive.capture import AlreadyHere
from archive.capture.provenance import Provenance
from archive.enums import ArticleKind, DocumentForm
from archive.models import Outlet
from archive.reading import CHOICES


class CaptureForm(RecordForm):
    """A text as it is pasted, or a file, with what is known of where it stood."""

    pasted = PastedField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 20, "cols": 100}),
        help_text=_("The whole page as you copied it: headline, date lines and all. It is kept to the letter and never changed."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_(
            "Instead of a text: a web page, a PDF, a Word document, rich text, a mail, subtitles, a feed or a web archive."
            " Its bytes are kept beside what is read."
        ),
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[("", _("as the file tells")), *CHOICES.items()],
        help_text=_("Of a text or mail from an old program, where reading asks for it."),
    )
    outlet = forms.ModelChoiceField(
        Outlet.objects.all(), label=_("Outlet"), required=False, help_text=_("Empty: the one that the text names, if it is here.")
    )
    url = forms.CharField(
        label=_("Address"),
        max_length=2000,
        required=False,
        widget=AdminTextInputWidget,
        help_text=_("Where the outlet published it: https://…"),
    )
    published_on = TypedDateField(label=_("Published"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=ArticleKind.choices, initial=ArticleKind.ARTICLE)

    class Meta:
        fields = ["title"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if settings.FETCHING:
            self.fields["url"].help_text = _("Where it was published: https://… Without a text or file, the page is fetched from there.")

    @property
    def refusal_field(self) -> str:
        if self.files.get("file"):
            return "file"
        return "url" if settings.FETCHING and not self.data.get("pasted", "").strip() else "pasted"

    def clean(self):
        cleaned = super().clean()
        brought = [bool(cleaned.get("pasted", "").strip()), bool(cleaned.get("file"))]
        is_fetched = settings.FETCHING and bool(cleaned.get("url")) and not any(brought)
        if not self.errors and sum(brought) != 1 and not is_fetched:
            self.add_error("pasted", _("Paste a text or choose a file, one of the two."))
        return cleaned

    def typed_dates(self):
        return {}  # nothing stands before a capture

    def readings(self):
        reading = self.fields["published_on"].reading
        return {"published_on": reading} if reading else {}

    def refusal_message(self) -> str:
        if not isinstance(self.refusal, AlreadyHere):
            return str(self.refusal)
        address = change_url("document", self.refusal.document.pk)
        return format_html('{} <a href="{}">{}</a>', str(self.refusal), address, _("Open it"))

    def provenance(self) -> Provenance:
        given = self.cleaned_data
        return Provenance(
            outlet=given["outlet"], url=given["url"].strip(), published=given["published_on"], title=given["title"], kind=given["kind"],
            file_name=given["file"].name if given["file"] else "", form="" if given["file"] else DocumentForm.TEXT,
            charset=given["encoding"] if given["file"] else "",
        )  # fmt: skip
