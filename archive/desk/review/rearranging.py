"""What changes which words are statements: a new one, one cut in two, two joined; many changed at once; an act taken back."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from archive import review
from archive.admin.statements.statement_form import WordsForm
from archive.desk.review.card_form import DayField
from archive.desk.review.named import Named, speaker_typed
from archive.errors import Refused
from archive.models import Document, Event, Statement, User
from archive.models.speaker import UNKNOWN_DAYS


class Unclear(Refused):
    """What was selected or pasted stands nowhere in the text, or at several places: the form asks."""


class PlaceForm(WordsForm):
    """Words of a document that are no statement yet, or a place in one: selected on the page, or pasted."""

    def span_in(self, document: Document) -> tuple[int, int]:
        if self.is_valid():
            self.find_words(document.text)
        if self.errors:
            raise Unclear(" ".join(told for errors in self.errors.values() for told in errors))
        return self.cleaned_data["start"], self.cleaned_data["end"]


class ManyForm(forms.Form):
    """What all marked statements are given; what is left empty stays as it is."""

    speaker = forms.CharField(required=False, max_length=200)
    role = forms.CharField(required=False, max_length=300)
    said_on = DayField(required=False)
    occasion = forms.CharField(required=False, max_length=300)

    def __init__(self, document: Document, data: Any = None):
        super().__init__(data)
        self.marked = frozenset(data.getlist("marked")) if data else frozenset()
        self.fields["said_on"].reference = lambda: document.published_earliest

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        named = Named(cleaned.get("speaker", ""), "", cleaned.get("role", ""))
        cleaned["named"] = speaker_typed(named, None, UNKNOWN_DAYS)
        return cleaned

    def changes(self, statement: Statement, by: User) -> dict[str, Any]:
        """The same for all: `statement` is one of them, on whose day a new occasion was."""
        if not self.is_valid():
            raise Refused(" ".join(told for errors in self.errors.values() for told in errors))
        typed, reading, found = self.cleaned_data, self.fields["said_on"].reading, {}
        if typed["named"]:
            found["speakers"] = [typed["named"]]
        if reading:
            found |= {"said_on": reading.edtf, "said_rule": reading.rule[:300], "said_words": "", "undated": False}
        if name := typed["occasion"].strip():
            found["occasion"] = review.occasion_called(name, statement, by=by)
        if not found:
            raise Refused(_("Type what all marked statements are to be given."))
        return found


@transaction.atomic
def change_marked(statements: Sequence[Statement], form: ManyForm, *, by: User, confirmed: Collection[str]) -> list[Statement]:
    """All of them or none, as one batch that may be taken back as one."""
    if not statements:
        raise Refused(_("Mark the statements first that are to be changed."))
    return review.change_all(statements, form.changes(statements[0], by), by=by, confirmed=confirmed)


def last_here(document: Document, by: User) -> Event | None:
    """What this person did last and can take back, if that was done to statements of this document: nothing elsewhere goes unseen."""
    last = next(iter(review.last_acts(by, limit=1)), None)
    rows = {"statement": Q(pk=last.object_id), "judgement": Q(judgements=last.object_id)} if last else {}
    here = last and Statement.objects.in_reading_order(document).filter(rows.get(last.object_type, Q(pk=None)))
    return last if here and here.exists() else None
