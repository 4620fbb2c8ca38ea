"""What is typed on a card: the words by selecting or pasting them, the day as people write it, speakers and occasion by their names."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.admin.base.merging import ReadValuesField, marks_of, merged
from archive.admin.base.typed import TypedDateField
from archive.admin.statements.statement_form import WordsForm
from archive.desk.review.named import NEW, Attributed, Named, speaker_typed
from archive.enums import Force, StatementKind
from archive.models import Attribution, Statement

MOST_SPEAKERS = 12  # of one card
PLAIN = ("kind", "force", "undated")


class DayField(TypedDateField):
    widget = forms.TextInput


class CardForm(WordsForm):
    """A statement that is not public, as the page shows it. `changes` is what `review.change` is asked for."""

    read_version = forms.IntegerField(required=False)
    read_values = ReadValuesField()
    said_on = DayField(required=False)
    undated = forms.BooleanField(required=False)
    kind = forms.ChoiceField(choices=StatementKind.choices)
    force = forms.ChoiceField(choices=Force.choices)
    occasion = forms.CharField(required=False, max_length=300)

    def __init__(self, statement: Statement, data: Any = None):
        self.statement, self.named = statement, list(statement.attributions.all())
        super().__init__(data, initial=_shown(statement, self.named))
        self.places = range(max(len(self.named), _typed_rows(data)) + 1)
        for place in self.places:
            self.fields |= _speaker_fields(place)
        day = self.fields["said_on"]
        day.standing, day.reference = statement.said_on, self._published

    def _published(self) -> datetime.date | None:
        return self.statement.document.published_earliest

    def marks(self) -> str:
        return marks_of(self)

    def take_in(self) -> list[str]:
        """What others saved meanwhile, wherever nothing else was typed. Returns the fields where both did."""
        both = merged(self)
        self.data["read_version"] = str(self.statement.lock_version)
        return both

    def with_theirs(self, name: str) -> "CardForm":
        """With what stands in place of what was typed in one field."""
        stands = CardForm(self.statement)
        data = self.data.copy()
        if name in stands.fields:
            data[name] = stands.shown(name) or ""
        return CardForm(self.statement, data)

    def shown(self, name: str) -> Any:
        """What stands in a field as the page shows it: typed, or as it is."""
        field = self.fields[name]
        if self.is_bound:
            return field.widget.value_from_datadict(self.data, self.files, name)
        return field.prepare_value(self.get_initial_for_field(field, name))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.find_words(self.statement.document.text)
        for place in self.places:
            self._find_speaker(place)
        if cleaned.get("undated") and not self.statement.undated and cleaned.get("said_on"):
            self.add_error("undated", _("It has a date: untick “no date can be found”, or empty the date."))
        return cleaned

    def _find_speaker(self, place: int) -> None:
        named = Named(*(self.cleaned_data.get(f"{part}_{place}", "") for part in ("who", "name", "role", "meant")))
        stood = self.named[place] if place < len(self.named) else None
        try:
            self.cleaned_data[f"speaker_{place}"] = speaker_typed(named, stood, self.statement.said_days)
        except ValidationError as error:
            self.add_error(f"who_{place}", error)

    def changes(self) -> dict[str, Any]:
        """Of a valid form, what differs from the row."""
        found = {name: self.cleaned_data[name] for name in PLAIN if self.cleaned_data[name] != getattr(self.statement, name)}
        span = self.cleaned_data["start"], self.cleaned_data["end"]
        if span != (self.statement.start, self.statement.end):
            found["span"] = span
        return found | self._day() | self._speakers()

    def new_names(self) -> list[str]:
        """Of those whom the person calls somebody new."""
        named = (self.cleaned_data[f"who_{place}"] for place in self.places if self.cleaned_data[f"meant_{place}"] == NEW)
        return [name for name in named if name]

    def _day(self) -> dict[str, Any]:
        reading = self.fields["said_on"].reading
        day = self.cleaned_data["said_on"]
        if day == self.statement.said_on:
            return {}
        as_printed = reading.words if reading and reading.words in self.statement.document.text else ""
        found = {"said_on": day, "said_rule": reading.rule[:300] if reading else "", "said_words": as_printed}
        return found | ({"undated": False} if day and self.statement.undated else {})

    def speakers(self) -> list[Attributed]:
        return [found for place in self.places if (found := self.cleaned_data[f"speaker_{place}"])]

    def _speakers(self) -> dict[str, Any]:
        typed = self.speakers()
        stands = [(one.speaker, one.name, one.role) for one in self.named]
        return {} if typed == stands else {"speakers": typed}


def _typed_rows(data: Any) -> int:
    """How many speakers the page that was sent had, without the empty row behind them."""
    return next((place for place in range(MOST_SPEAKERS) if not (data or {}).get(f"who_{place}")), MOST_SPEAKERS)


def _speaker_fields(place: int) -> dict[str, forms.Field]:
    return {
        f"who_{place}": forms.CharField(label=_("Speaker"), required=False, max_length=200),
        f"name_{place}": forms.CharField(required=False, max_length=200),
        f"role_{place}": forms.CharField(label=_("Role"), required=False, max_length=300),
        f"meant_{place}": forms.CharField(required=False, max_length=120),
    }


def _shown(statement: Statement, named: Sequence[Attribution]) -> dict[str, Any]:
    shown = {name: getattr(statement, name) for name in ("start", "end", "said_on", *PLAIN)}
    for place, one in enumerate(named):
        shown |= {f"who_{place}": str(one.speaker) if one.speaker else one.name, f"name_{place}": one.name, f"role_{place}": one.role}
    return shown | {"read_version": statement.lock_version, "occasion": str(statement.occasion) if statement.occasion else ""}
