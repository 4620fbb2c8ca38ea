"""What the page of a pair shows and asks: its two sides, the words that changed, the answer and the claim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.links import Span, around, link_to
from archive.enums import Answer
from archive.matching import Change, changed_words
from archive.models import Claim, Occurrence, Passage, Suggestion

CONTEXT = 400  # characters either side of the words


class JudgeForm(forms.Form):
    """An answer, given by the button that was pressed, and to which claim it belongs where that is not plain."""

    answer = forms.ChoiceField(choices=Answer.choices)
    claim = forms.ModelChoiceField(
        Claim.objects.standing(),
        required=False,
        label=gettext_lazy("claim"),
        help_text=gettext_lazy("Empty: the one that a side carries already."),
    )
    claim_text = forms.CharField(
        required=False,
        max_length=500,
        label=gettext_lazy("or a new claim"),
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=gettext_lazy("One thing that may be said, in neutral words. Needed where no side carries a claim yet."),
    )
    note = forms.CharField(required=False, label=gettext_lazy("note"), widget=forms.Textarea(attrs={"rows": 2, "cols": 60}))

    def __init__(self, *args, site: admin.AdminSite, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["claim"].widget = AutocompleteSelect(Occurrence._meta.get_field("claim"), site)
        self.fields["claim"].widget.choices = self.fields["claim"].choices

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("claim") and cleaned.get("claim_text", "").strip():
            self.add_error("claim_text", _("Choose a claim or write a new one, not both."))
        return cleaned

    def answers(self) -> dict:
        given = dict(self.cleaned_data)
        written = given.pop("claim_text")
        return given | {"claim": given["claim"] or written}


@dataclass(frozen=True)
class ShownSide:
    """One side of a pair as the page shows it."""

    heading: str
    passage: Passage
    differs: Sequence[Span] = ()  # where its words are other than those of the other side

    @property
    def statement(self):
        return self.passage.statement

    @property
    def speakers(self) -> str:
        return "; ".join(str(one) + (f", {one.role_beside}" if one.role_beside else "") for one in self.statement.attributions.all())

    @property
    def held(self) -> str:
        """“Denied”, “Asked” or “Supposed”: what the speaker does with the words."""
        return self.statement.force_mark

    @property
    def said(self) -> str:
        return self.statement.said.words if self.statement.said else _("undated")

    @property
    def outlet(self):
        return self.statement.document.outlet

    @property
    def in_context(self) -> str:
        start = self.passage.start
        stressed = [(start + first, start + last) for first, last in self.differs]
        return around(self.statement.document.text, (start, self.passage.end), CONTEXT, self.statement.language, stressed)

    @property
    def link(self) -> str:
        return link_to(self.statement, _("open the statement"))

    @property
    def claims(self) -> list[Claim]:
        carried = self.statement.occurrences.standing().filter(start__lt=self.passage.end, end__gt=self.passage.start)
        return list(Claim.objects.filter(pk__in=carried.values("claim")))


def changes_of(earlier: str, later: str) -> list[Change]:
    """The words that changed; nothing where so little stayed that it could not be read."""
    changes = changed_words(earlier, later)
    kept = sum(len(change.words) for change in changes if change.op == "same")
    return changes if kept * 3 >= min(len(earlier), len(later)) else []


def sides_of(suggestion: Suggestion, changes: Sequence[Change]) -> list[ShownSide]:
    """The earlier and the later words, with what differs: as the guards found it, or else word by word."""
    earlier, later = suggestion.other, suggestion.passage
    theirs = [(change.start, change.end) for change in changes if change.op == "removed"]
    ours = [(change.start, change.end) for change in changes if change.op == "added"]
    if suggestion.places:
        ours, theirs = (apart(span for span in side if span) for side in zip(*suggestion.places, strict=True))
    return [ShownSide(_("Earlier"), earlier, theirs), ShownSide(_("Later"), later, ours)]


def apart(spans: Iterable[Sequence[int]]) -> list[Span]:
    """In order, and what runs into another as one."""
    found: list[Span] = []
    for start, end in sorted((first, last) for first, last in spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
