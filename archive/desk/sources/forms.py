"""What an editor types here: the texts that he brings, and what is put right of what was read of one."""

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.admin.base.typed import PastedField, TypedDateField
from archive.capture.brought import Said
from archive.enums import ArticleKind, OutletKind
from archive.models import Outlet
from archive.models.fields import refuse_inward_address
from archive.models.outlet import validate_time_zone
from archive.reading import CHOICES, LARGEST_FILE

MOST_FILES = 50


def languages(standing: str = "") -> list[tuple[str, str]]:
    """By name, as people know them; with the one that stands, whatever it is."""
    codes = {code for code, one in LANG_INFO.items() if "name" in one and "-" not in code}
    known = {code: language_name(code) for code in codes | ({standing} if standing else set())}
    return [("", gettext("not known")), *sorted(known.items(), key=lambda one: one[1])]


def language_name(code: str) -> str:
    """As people call it; a code that nobody named stays as it is."""
    return gettext(LANG_INFO.get(code, {}).get("name", code))


class FilesInput(forms.ClearableFileInput):
    """The browser's own, which takes several files and what is dropped on it."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    widget = FilesInput

    def clean(self, data, initial=None) -> list:
        files = [super(FilesField, self).clean(one, initial) for one in data or []]
        if len(files) > MOST_FILES:
            raise ValidationError(_("At most %(most)d files at once. Choose the others afterwards."), params={"most": MOST_FILES})
        return files


class BringForm(forms.Form):
    """A text, files, or an address; all of them at once where somebody likes."""

    pasted = PastedField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12, "data-key": "t"}),
        help_text=_("The whole page as you copied it: headline, date lines and all. It is kept to the letter and never changed."),
    )
    files = FilesField(
        label=_("Files"),
        required=False,
        allow_empty_file=True,
        widget=FilesInput(attrs={"data-key": "f"}),
        help_text=_("Web pages, PDF, Word, rich text, mails, subtitles, feeds, web archives. Choose several, or drop them here."),
    )
    url = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        validators=[refuse_inward_address],
        widget=forms.TextInput(attrs={"data-key": "w"}),
    )
    charset = forms.ChoiceField(
        label=_("Letters of the files"),
        required=False,
        choices=[("", _("as each file tells")), *CHOICES.items()],
        help_text=_("Only for texts and mails of old programs, where a file comes out as odd signs."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["url"].help_text = (
            _("With a text: where it was published. Alone: the page is fetched from there.")
            if settings.FETCHING
            else _("Where the text was published. Pages are not fetched here: who runs this site has not allowed it (FETCHING).")
        )

    def clean(self):
        cleaned = super().clean()
        has_words = bool(cleaned.get("pasted", "").strip())
        if not self.errors and not has_words and not cleaned.get("files") and not (settings.FETCHING and cleaned.get("url")):
            self.add_error("pasted", _("Paste a text or choose a file."))
        return cleaned

    @property
    def is_to_be_fetched(self) -> bool:
        return settings.FETCHING and bool(self.cleaned_data["url"]) and not self.cleaned_data["pasted"].strip()

    def too_large(self, upload) -> str:
        if upload.size <= LARGEST_FILE:
            return ""
        return gettext("It is larger than the %(most)d MB that the largest of its kind may have.") % {"most": LARGEST_FILE // 2**20}


class OutletFields(forms.Form):
    """An outlet by its name, and what it is where it is new."""

    outlet = forms.CharField(label=_("Outlet"), required=False, max_length=200, widget=forms.TextInput(attrs={"list": "outlets"}))
    outlet_kind = forms.ChoiceField(label=_("What it is"), required=False, choices=[("", _("not said")), *OutletKind.choices])
    time_zone = forms.CharField(
        label=_("Its time zone"),
        required=False,
        max_length=64,
        validators=[validate_time_zone],
        help_text=_("A city of it, such as Europe/Riga. May be empty."),
    )

    def clean_outlet_kind(self) -> str:
        return self.cleaned_data["outlet_kind"] or OutletKind.OTHER


class LookForm(OutletFields):
    """What was read of a text, to be put right before it is kept."""

    title = forms.CharField(label=_("Title"), required=False, max_length=500, widget=forms.TextInput(attrs={"data-key": "t"}))
    published = TypedDateField(label=_("Day published"), required=False, widget=forms.TextInput(attrs={"data-key": "d"}))
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=ArticleKind.choices)
    url = forms.URLField(label=_("Address"), required=False, max_length=2000, assume_scheme="https", validators=[refuse_inward_address])
    field_order = ("title", "outlet", "outlet_kind", "time_zone", "published", "language", "kind", "url")

    def __init__(self, data, *, row):
        said, found = Said(**row.said), row.found
        initial = {name: found.get(name, "") for name in ("title", "outlet", "published", "language")}
        initial |= {"kind": said.kind, "outlet_kind": said.outlet_kind, "time_zone": said.time_zone, "url": found.get("url", "")}
        super().__init__(data, initial=initial)
        self.stood = said
        self.fields["published"].standing = initial["published"]
        self.fields["language"].choices = languages(initial["language"])

    def said(self) -> Said:
        """What the person says now: what he changed, what he said before, and whose it is."""
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        outlet = {name: self.cleaned_data[name] for name in ("outlet", "outlet_kind", "time_zone")}
        return Said(**{**vars(self.stood), **changed, **outlet, "answers": self._answers()})

    def _answers(self) -> dict[str, list[str]]:
        """By the document that is near."""
        named = {name.removeprefix("near-"): answer for name, answer in self.data.items() if name.startswith("near-") and answer}
        return {other: [answer, self.data.get(f"note-{other}", "").strip()[:300]] for other, answer in named.items()}


def outlet_names() -> list[str]:
    """To choose from while one types."""
    return list(Outlet.objects.order_by("name_key").values_list("name", flat=True)[:500])
