"""The form of a statement: its words are pasted and found in the document, its date is typed as people type it."""

import datetime

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive.admin.base.correcting import CorrectionForm
from archive.admin.base.links import change_url
from archive.admin.base.record_form import RecordForm
from archive.admin.base.rows import RowForm
from archive.admin.base.typed import PastedField
from archive.admin.statements.places import places_of
from archive.errors import Refused
from archive.models import Attribution, Document, Speaker, Statement
from archive.review.values import as_it_stands

BESIDE = 40  # characters shown either side of a place where the words stand


class WordsForm(forms.Form):
    """Words that stand in a text: pasted, or given by their span. Asks which are meant when they stand there more than once."""

    text = PastedField(
        label=_("Words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 100}),
        help_text=_("Paste them exactly as they stand; the place is found by itself."),
    )
    place = forms.CharField(label=_("Which place"), required=False, widget=forms.HiddenInput)
    start = forms.IntegerField(
        label=_("Start"), required=False, min_value=0, help_text=_("Instead of pasting: the first character, counted from 0.")
    )
    end = forms.IntegerField(label=_("End"), required=False, min_value=1, help_text=_("One past the last character."))

    places_found: list[tuple[str, str]] = []  # where the words stand, if there is more than one place

    def find_words(self, text: str, shift: int = 0) -> None:
        """Set words and span as they stand in the text, whose first character is the document's `shift`th."""
        if self.errors.keys() & {"text", "start", "end"}:
            return
        span = self._span_asked(text, shift)
        if span:
            start, end = span
            self.cleaned_data |= {"text": text[start:end], "start": start + shift, "end": end + shift}

    def _span_asked(self, text: str, shift: int) -> tuple[int, int] | None:
        words, start, end = (self.cleaned_data.get(name) for name in ("text", "start", "end"))
        by_numbers = {"start", "end"} & set(self.changed_data) and "text" not in self.changed_data
        if start is not None and end is not None and (by_numbers or not words or text[start - shift : end - shift] == words):
            return self._checked(start - shift, end - shift, text)
        if not (words or "").strip():
            self.add_error("text", ValidationError(_("Paste the words as they stand in the text, or give their first and last place.")))
            return None
        return self._found(places_of(words, text), text)

    def _checked(self, start: int, end: int, text: str) -> tuple[int, int] | None:
        if 0 <= start < end <= len(text):
            return start, end
        self.add_error("end", ValidationError(_("This place does not lie inside the text (%(n)d characters)."), params={"n": len(text)}))
        return None

    def _found(self, places: list[tuple[int, int]], text: str) -> tuple[int, int] | None:
        chosen = [place for place in places if self.cleaned_data.get("place") == _key(place)]
        if len(places) == 1 or chosen:
            return (chosen or places)[0]
        if not places:
            self.add_error("text", ValidationError(_("These words do not stand in the text. Copy them from it, letter by letter.")))
            return None
        self.add_error(
            "text", ValidationError(_("These words stand there %(n)d times. Choose below which you mean."), params={"n": len(places)})
        )
        self.places_found = [(_key(place), _shown(place, text)) for place in places]
        self.fields["place"].widget = forms.RadioSelect(choices=self.places_found)
        return None


def _key(place: tuple[int, int]) -> str:
    return f"{place[0]}-{place[1]}"


def _shown(place: tuple[int, int], text: str) -> str:
    start, end = place
    before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    return format_html("…{}<mark>{}</mark>{}… ({} {})", before, text[start:end][:80], after, _("character"), start)


class SaidOn:
    """A form whose said-on date is counted from the document's publication, and says by which rule it was read."""

    def document(self) -> Document | None:
        return self.cleaned_data.get("document") or (self.instance.document if self.instance.document_id else None)

    def reference_date(self) -> datetime.date | None:
        document = self.document()
        return document.published_earliest if document else None

    def said_columns(self) -> dict[str, str]:
        """What follows from a newly typed date: how it was read and, where nothing stands and the document prints it so, its words."""
        if "said_on" not in self.changed_data:
            return {}
        reading = self.readings().get("said_on")
        columns = {"said_rule": reading.rule[:300] if reading else ""}
        if reading and not self.cleaned_data.get("said_words") and reading.words in self.document().text:
            columns["said_words"] = reading.words
        return columns


class StatementForm(SaidOn, RecordForm, WordsForm):
    """Document, words and span can be set until it is public; an accepted one becomes a draft again by that."""

    def clean(self):
        cleaned = super().clean()
        if self.document() and "text" in self.fields:
            self.find_words(self.document().text)
            self._refuse_twice()
        if self.document() and not cleaned.get("language") and "language" in self.fields:
            cleaned["language"] = self.document().language
        return cleaned

    def _post_clean(self):
        """Words that were not found are told once, and not again as words that stand elsewhere."""
        if "text" not in self.errors:
            super()._post_clean()

    def _refuse_twice(self) -> None:
        """The same words of the same place are one statement: say which."""
        document, start, end = self.document(), self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if self.errors or not document or start is None or end is None:
            return
        known = Statement.objects.filter(document=document, start=start, end=end).exclude(pk=self.instance.pk).first()
        if known:
            link = format_html('<a href="{}">{}</a>', change_url("statement", known.pk), _("open it"))
            self.add_error("text", format_html("{} ({}).", _("These words are a statement already"), link))


class SpeakerRow(forms.Form):
    """One speaker of a public statement, in order."""

    speaker = forms.ModelChoiceField(
        Speaker.objects.standing(), required=False, label=_("Speaker"), help_text=_("Empty for an unnamed source.")
    )
    name = forms.CharField(required=False, max_length=200, label=_("Name as printed"))
    role = forms.CharField(required=False, max_length=300, label=_("Role as printed"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["speaker"]
        field.widget = AutocompleteSelect(Attribution._meta.get_field("speaker"), admin.site)
        field.widget.choices = field.choices


SpeakerFormSet = forms.formset_factory(SpeakerRow, extra=2, can_delete=True)


class StatementCorrectionForm(SaidOn, CorrectionForm, WordsForm):
    """A public statement: its public fields, and its words by pasting the ones that should stand."""

    asked = (*CorrectionForm.asked, "text", "place", "start", "end")
    field_order = ["text", "place", "start", "end", "said_on", "said_words", "undated"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {name: getattr(self.instance, name) for name in ("text", "start", "end")}
        self.fields.pop("said_rule", None)
        attributions = self.instance.attributions.select_related("speaker")
        rows = [{"speaker": one.speaker, "name": one.name, "role": one.role} for one in attributions]
        self.speakers = SpeakerFormSet(self.data if self.is_bound else None, initial=rows, prefix="speakers")

    def lists(self) -> list[tuple[str, forms.BaseFormSet]]:
        return [(_("Speakers"), self.speakers)]

    def clean(self):
        cleaned = super().clean()
        if {"text", "start", "end"} & set(self.changed_data):
            self.find_words(self.instance.document.text)
        return cleaned

    def changes(self):
        changes = super().changes() | self.said_columns()
        span = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if span != (self.instance.start, self.instance.end):
            changes["span"] = span
        if self.is_list_typed(self.speakers):
            changes["speakers"] = self._speakers()
        return changes

    def _speakers(self) -> list[tuple]:
        rows = [one for one in self.speakers.cleaned_data if one and not one["DELETE"]]
        return [(one["speaker"], one["name"], one["role"]) for one in rows if one["speaker"] or one["name"] or one["role"]]


class AttributionForm(RowForm):
    """One speaker of a statement. Without a printed name, the speaker's own is the name."""

    class Meta:
        model = Attribution
        fields = ["speaker", "name", "role"]

    def clean(self):
        cleaned = super().clean()
        try:
            speaker = as_it_stands(cleaned.get("speaker"))
        except Refused as refusal:
            self.add_error("speaker", str(refusal))
            return cleaned
        if speaker and not cleaned.get("name"):
            cleaned["name"] = speaker.name
        return cleaned
