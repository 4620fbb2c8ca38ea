"""What an act on ticked rows asks for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from archive.desk.lists.ticked import Ticked
from archive.desk.lists.typed import day_typed, speakers_typed
from archive.models import Document, Occasion

MOST_OFFERED = 50  # occasions


class ActForm(forms.Form):
    """Asks nothing, in itself."""

    def __init__(self, ticked: Sequence[Ticked], data: Any = None):
        super().__init__(data, label_suffix="")
        self.ticked = ticked


class ReasonForm(ActForm):
    reason = forms.CharField(label=_("Reason"), required=False, max_length=300, help_text=_("Kept with each of them. May be empty."))


class SameForAllForm(ActForm):
    """A field that is left empty changes nothing."""

    speakers = forms.CharField(
        label=_("Speaker"), required=False, max_length=400, help_text=_("Several with “;” between them. What is empty stays as it is.")
    )
    roles = forms.CharField(label=_("Role"), required=False, max_length=600)
    said_on = forms.CharField(label=_("Said on"), required=False, max_length=100, help_text=_("“24 June 2024”, “May 2019”, “late 2021”"))
    occasion = forms.CharField(
        label=_("Occasion"), required=False, max_length=520, widget=forms.TextInput(attrs={"list": "occasions", "autocomplete": "off"})
    )

    def occasions(self) -> QuerySet[Occasion]:
        """Of other words of the same documents."""
        documents = {one.statement.document_id for one in self.ticked}
        return Occasion.objects.filter(statements__document__in=documents).distinct()[:MOST_OFFERED]

    def clean_said_on(self) -> dict[str, Any]:
        words = self.cleaned_data["said_on"]
        return day_typed(words, self._document()) if words else {}

    def _document(self) -> Document | None:
        """The one that all of them stand in: “last Tuesday” is counted from its day."""
        documents = {one.statement.document_id: one.statement.document for one in self.ticked}
        return next(iter(documents.values())) if len(documents) == 1 else None

    def clean_occasion(self) -> Occasion | None:
        typed = self.cleaned_data["occasion"].strip()
        if not typed:
            return None
        begin_so = list(Occasion.objects.annotate(typed=Value(typed)).filter(typed__istartswith=F("name"))[:MOST_OFFERED])
        alike = [one for one in begin_so if str(one) == typed] or [one for one in begin_so if one.name.casefold() == typed.casefold()]
        if len(alike) != 1:
            raise ValidationError(_("No occasion, or several, are called so. Choose one that is offered, or enter it first."))
        return alike[0]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        names, roles = cleaned.get("speakers", ""), cleaned.get("roles", "")
        try:
            cleaned["changes"] = cleaned.get("said_on", {}) | ({"speakers": speakers_typed(names, roles)} if names or roles else {})
        except ValidationError as error:
            self.add_error("speakers", error)
            return cleaned
        if cleaned.get("occasion"):
            cleaned["changes"]["occasion"] = cleaned["occasion"]
        if not cleaned["changes"] and not self.errors:
            raise ValidationError(_("Fill in what all of them shall have."))
        return cleaned
