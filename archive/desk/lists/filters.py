"""What a list of statements is narrowed to: a form whose fields stand in the address, so that a list can be kept, sent and come back to."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.doubts.statements import SURE
from archive.models import Document, Outlet, Speaker, Statement
from archive.models.fields import letters_alone
from archive.models.statement import StatementQuerySet

HALF = 0.5
MOST_NAMED = 100  # speakers or outlets with some letters in their name
NOBODY = [0]  # the number of no row


class Choice(NamedTuple):
    """An answer of a filter: its words, the statements that it keeps, and how words are found among them."""

    label: Any
    keeps: Callable[[StatementQuerySet], StatementQuerySet]
    holding: Callable[[StatementQuerySet, str], StatementQuerySet] = StatementQuerySet.holding


DRAFTS = "draft"
STATES: dict[str, Choice] = {
    DRAFTS: Choice(_("drafts"), StatementQuerySet.drafts),
    "returned": Choice(_("drafts that came back"), StatementQuerySet.returned),
    "accepted": Choice(_("accepted"), StatementQuerySet.to_publish),
    "changed": Choice(_("changed after acceptance"), StatementQuerySet.changed_after_acceptance),
    "rejected": Choice(_("rejected"), StatementQuerySet.rejected),
    "public": Choice(_("public"), StatementQuerySet.public, StatementQuerySet.matching),
    "withdrawn": Choice(_("withdrawn"), StatementQuerySet.withdrawn),
    "any": Choice(_("all of them"), lambda rows: rows, StatementQuerySet.holding_or_matching),
}
SURENESS: dict[str, Choice] = {
    "sure": Choice(_("read with certainty"), lambda rows: rows.read_with(SURE, 2)),
    "fairly": Choice(_("fairly sure"), lambda rows: rows.read_with(HALF, SURE)),
    "unsure": Choice(_("not sure"), lambda rows: rows.read_with(0, HALF)),
    "people": Choice(_("entered or put right by people"), StatementQuerySet.not_measured),
}
WITH_PUBLIC = ("public", "any")
MISSING = ("no_speaker", "no_date")  # what few public statements lack, so that all of them would be looked through
ORDERS = {"": _("by document and place"), "newest": _("newest documents first")}


def _choices(table: dict[str, Choice]) -> list[tuple[str, Any]]:
    return [(value, one.label) for value, one in table.items()]


class StatementFilter(forms.Form):
    """The parameters of an address. One that makes no sense narrows nothing and is told."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False, choices=_choices(STATES))
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=200)
    outlet = forms.CharField(label=_("Outlet"), required=False, max_length=200)
    sure = forms.ChoiceField(label=_("How sure"), required=False, choices=[("", _("all")), *_choices(SURENESS)])
    language = forms.CharField(label=_("Language"), required=False, max_length=16)
    no_speaker = forms.BooleanField(label=_("no known speaker"), required=False)
    no_date = forms.BooleanField(label=_("no date"), required=False)
    document = forms.CharField(label=_("Document"), required=False, max_length=16, widget=forms.HiddenInput)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=list(ORDERS.items()))

    def __init__(self, params: QueryDict):
        super().__init__({"state": DRAFTS} | {name: value.strip() for name, value in params.items()}, auto_id="filter-%s", label_suffix="")
        self.given = {
            name: value for name in self.fields if (value := str(self.data.get(name, "")).strip()) and (name, value) != ("state", DRAFTS)
        }

    def apply(self, rows: StatementQuerySet) -> StatementQuerySet:
        self.full_clean()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        state = STATES[wanted.get("state", DRAFTS)]
        rows = state.keeps(rows)
        if "q" in wanted:
            rows = state.holding(rows, wanted["q"])
        for name, narrow in NARROWED_BY.items():
            if name in wanted:
                rows = narrow(rows, wanted[name])
        return rows

    def query_with(self, **changes: str) -> str:
        """The address' query, with some of it changed; what is empty is left out."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in (self.given | changes).items() if value})
        return query.urlencode()

    @property
    def query(self) -> str:
        return self.query_with()

    def chips(self) -> Iterator[tuple[str, str, str]]:
        """Of each filter that is on: what it is, its value, and the list without it."""
        for name in (one for one in self.given if one != "order"):
            yield str(self.fields[name].label), self._in_words(name), f"?{self.query_with(**{name: ''})}"

    def _in_words(self, name: str) -> str:
        field, value = self.fields[name], self.given[name]
        if isinstance(field, forms.BooleanField):
            return ""
        if name == "document":
            return str(Document.objects.defer("raw").filter(public_id=value).first() or value)
        return str(dict(getattr(field, "choices", ())).get(value, value))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("state") in WITH_PUBLIC and not cleaned.get("document"):
            for name in filter(cleaned.get, MISSING):
                self.add_error(name, _("Not looked for among all that is public: choose another state."))
        return cleaned

    def missing_told(self) -> list[str]:
        """What is told of both boxes together, once."""
        return list(dict.fromkeys(str(told) for name in MISSING for told in self.errors.get(name, ())))

    def clean_speaker(self) -> list[int]:
        return speakers_called(self.cleaned_data["speaker"])

    def clean_outlet(self) -> list[int]:
        letters = letters_alone(self.cleaned_data["outlet"])
        return _few(Outlet.objects.filter(name_letters__contains=letters)) if letters else []


def speakers_called(typed: str) -> list[int]:
    """Those whose name, or another name, has these letters."""
    letters = letters_alone(typed)
    alias = Speaker.objects.filter(aliases__name_letters__contains=letters).values("pk")
    return _few(Speaker.objects.standing().filter(Q(name_letters__contains=letters) | Q(pk__in=alias))) if letters else []


def _few(named: QuerySet) -> list[int]:
    """Their numbers; refuses letters that too many have."""
    found = list(named.values_list("pk", flat=True)[: MOST_NAMED + 1])
    if len(found) > MOST_NAMED:
        raise ValidationError(_("More than %(n)d are called so. Write more of the name."), params={"n": MOST_NAMED})
    return found or NOBODY


NARROWED_BY: dict[str, Callable[[StatementQuerySet, Any], StatementQuerySet]] = {
    "speaker": StatementQuerySet.of_speakers,
    "outlet": StatementQuerySet.of_outlets,
    "sure": lambda rows, band: SURENESS[band].keeps(rows),
    "language": lambda rows, code: rows.filter(language=code),
    "no_speaker": lambda rows, _on: rows.without_speaker(),
    "no_date": lambda rows, _on: rows.without_date(),
    "document": lambda rows, public_id: rows.filter(document__public_id=public_id),
}


def statements_of(params: QueryDict) -> tuple[StatementFilter, StatementQuerySet]:
    """The filter of an address, and what it finds."""
    chosen = StatementFilter(params)
    return chosen, chosen.apply(Statement.objects.all())
