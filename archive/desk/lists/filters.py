"""What a list of statements is narrowed to: a form whose fields stand in the address, so that a list can be kept, sent and come back to."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.doubts.statements import SURE
from archive.enums import StatementStatus
from archive.models import Document, Outlet, Speaker, Statement
from archive.models.fields import letters_alone
from archive.models.statement import StatementQuerySet

HALF = 0.5
MOST_NAMED = 200  # speakers or outlets with some letters in their name


class Choice(NamedTuple):
    """An answer of a filter: its words, and the statements that it keeps."""

    label: Any
    keeps: Callable[[StatementQuerySet], StatementQuerySet]


def _in(state: StatementStatus) -> Callable[[StatementQuerySet], StatementQuerySet]:
    return lambda rows: rows.in_state(state)


DRAFTS = "draft"
STATES: dict[str, Choice] = {
    DRAFTS: Choice(_("drafts"), _in(StatementStatus.DRAFT)),
    "returned": Choice(_("drafts that came back"), StatementQuerySet.returned),
    "accepted": Choice(_("accepted"), _in(StatementStatus.ACCEPTED)),
    "changed": Choice(_("changed after acceptance"), StatementQuerySet.changed_after_acceptance),
    "rejected": Choice(_("rejected"), _in(StatementStatus.REJECTED)),
    "public": Choice(_("public"), StatementQuerySet.public),
    "withdrawn": Choice(_("withdrawn"), StatementQuerySet.withdrawn),
    "any": Choice(_("all of them"), lambda rows: rows),
}
SURENESS: dict[str, Choice] = {
    "sure": Choice(_("read with certainty"), lambda rows: rows.read_with(SURE, 2)),
    "fairly": Choice(_("fairly sure"), lambda rows: rows.read_with(HALF, SURE)),
    "unsure": Choice(_("not sure"), lambda rows: rows.read_with(0, HALF)),
    "people": Choice(_("entered or put right by people"), StatementQuerySet.not_measured),
}
ORDERS = {"": _("by document and place"), "newest": _("newest documents first")}


def _choices(table: dict[str, Choice]) -> list[tuple[str, Any]]:
    return [(value, one.label) for value, one in table.items()]


def _named_with(letters: str) -> Q:
    return Q(name_letters__contains=letters_alone(letters))


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
        rows = STATES[wanted.get("state", DRAFTS)].keeps(rows)
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
        for name in self.given.keys() - {"order"}:
            yield str(self.fields[name].label), self._in_words(name), f"?{self.query_with(**{name: ''})}"

    def _in_words(self, name: str) -> str:
        field, value = self.fields[name], self.given[name]
        if isinstance(field, forms.BooleanField):
            return ""
        if name == "document":
            return str(Document.objects.defer("raw").filter(public_id=value).first() or value)
        return str(dict(getattr(field, "choices", ())).get(value, value))


def _by_speaker(rows: StatementQuerySet, letters: str) -> StatementQuerySet:
    """Of those speakers whose name, or another name, has these letters."""
    alias = Speaker.objects.filter(aliases__name_letters__contains=letters_alone(letters)).values("pk")
    named = Speaker.objects.standing().filter(_named_with(letters) | Q(pk__in=alias))
    return rows.of_speakers(list(named.values_list("pk", flat=True)[:MOST_NAMED]))


def _by_outlet(rows: StatementQuerySet, letters: str) -> StatementQuerySet:
    return rows.of_outlets(list(Outlet.objects.filter(_named_with(letters)).values_list("pk", flat=True)[:MOST_NAMED]))


NARROWED_BY: dict[str, Callable[[StatementQuerySet, Any], StatementQuerySet]] = {
    "q": StatementQuerySet.holding,
    "speaker": _by_speaker,
    "outlet": _by_outlet,
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
