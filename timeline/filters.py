"""One filter for pages and API, so that they cannot disagree.

A filter is a Django form over the address' parameters: it cleans each, names the parameter in each error, draws the fields on a page,
and narrows a queryset with `apply`. (A django-filter FilterSet would bind each parameter to a lookup of its own; here three of them make
one condition, dates are read as people type them, and an empty result has to say which parameter emptied it.)

    chosen = StatementFilter(request.GET)
    walk = chosen.apply(Walk())     # nothing at all where a parameter is wrong: see chosen.errors
    page = page_of(walk, chosen.ordering, cursor=request.GET.get("cursor", ""))      # see timeline.lists.paging and walks

Parameters that a filter does not know: a page ignores them (`?utm_source=…` must not break it), the API refuses them, because a program
that misspells a filter must not be given everything; `unknown` names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from archive import edtf
from archive.enums import CountedAs, Force, StatementKind, TallyScope
from archive.models import Attribution, Claim, Occasion, Outlet, Speaker, SpeakerAlias
from archive.models.fields import letters_alone
from archive.models.finding.names import Named
from archive.models.search import LONGEST_QUERY, left_out, query_phrases
from timeline.field_types import DateField, PublicRowField, PublicStatementsField
from timeline.filter_forms import Filter
from timeline.finding import names
from timeline.lists.holders import held
from timeline.lists.paging import BEST_MATCH, NEWEST_FIRST, NEWEST_RECORDED, OLDEST_FIRST, Order
from timeline.lists.walks import Walk


@dataclass(frozen=True)
class Ordering:
    value: str
    label: str
    is_chosen: bool


ONLY_LEFT_OUT = _("Give a word to look for beside those with a minus, which are left out.")
ORDERS = {"said_on": OLDEST_FIRST, "-said_on": NEWEST_FIRST, "-recorded": NEWEST_RECORDED, "match": BEST_MATCH}


def with_words(query: str) -> str:
    """A query, refused where there is nothing in it to look for."""
    if query and not query_phrases(query):
        alone = left_out(query)
        raise forms.ValidationError(ONLY_LEFT_OUT if alone else _("There is no word in it to search for."), code="no-words")
    return query


def counted_field() -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=[("", _("any")), *CountedAs.choices], label=_("What it does with the claim"))


class StatementFilter(Filter):
    """The filter of statements, wherever they are listed."""

    USUAL_ORDER = "said_on"

    speaker = PublicRowField(Speaker, "speaker", label=_("Speaker"))
    outlet = PublicRowField(Outlet, "outlet", label=_("Outlet"))
    jointly = PublicRowField(Speaker, "speaker", label=_("Said jointly with"))
    claim = PublicRowField(Claim, "claim", label=_("Claim"))
    counted = counted_field()
    occasion = PublicRowField(Occasion, "occasion", key="public_id", label=_("Occasion"))
    statements = PublicStatementsField(label=_("Chosen one by one"))
    kind = forms.ChoiceField(required=False, choices=[("", _("any kind")), *StatementKind.choices], label=_("Kind"))
    force = forms.ChoiceField(required=False, choices=[("", _("in any way")), *Force.choices], label=_("How it is said"))
    said_from = DateField(label=_("Said from"))
    said_to = DateField(label=_("Said to"))
    dates = forms.ChoiceField(
        required=False,
        choices=[("inside", _("that begin in this time")), ("overlap", _("that may fall in it"))],
        label=_("Dates known only to the month or year"),
    )
    q = forms.CharField(required=False, max_length=LONGEST_QUERY, label=_("Words"))
    order = forms.ChoiceField(
        required=False,
        choices=[
            ("said_on", _("oldest first")),
            ("-said_on", _("newest first")),
            ("-recorded", _("last recorded first")),
            ("match", _("best match first")),
        ],
        label=_("Order"),
    )

    def clean_counted(self) -> str:
        if self.cleaned_data["counted"] and not self.cleaned_data.get("claim"):
            raise forms.ValidationError(_("Name the claim of which this is a count."), code="alone")
        return self.cleaned_data["counted"]

    @property
    def ordering(self) -> Order:
        """A chronology reads from its beginning, unless it is one of what is new; what was searched for shows the newest first."""
        return ORDERS[self._order]

    @property
    def _order(self) -> str:
        chosen = self.given.get("order")
        return chosen if chosen in ORDERS else "-said_on" if "q" in self.given and not chosen else self.USUAL_ORDER

    @property
    def orders(self) -> list[Ordering]:
        """The orders that may be chosen, in the order of the form; by match only what was searched for."""
        choices = self.fields["order"].choices if "q" in self.given else self.fields["order"].choices[:3]
        return [Ordering(value, str(label), value == self._order) for value, label in choices]

    def that_go_together(self, params: Mapping[str, str]) -> dict[str, str]:
        """A best match is one of words, and a count is one of a claim."""
        found = super().that_go_together(params)
        if "claim" not in found:
            found.pop("counted", None)
        if found.get("order") == "match" and "q" not in found:
            del found["order"]
        return found

    def clean_order(self) -> str:
        if self.cleaned_data["order"] == "match" and not self.cleaned_data.get("q"):
            raise forms.ValidationError(_("Give the words of which the best match is wanted."), code="alone")
        return self.cleaned_data["order"]

    def clean_q(self) -> str:
        return with_words(self.cleaned_data["q"])

    def clean_said_to(self) -> edtf.Edtf | None:
        first, last = self.cleaned_data.get("said_from"), self.cleaned_data["said_to"]
        if last and last.latest is None:
            raise forms.ValidationError(_("This date has no end. Leave the field empty instead."), code="open")
        if first and last and last.latest < first.earliest:
            raise forms.ValidationError(_("This lies before the date from which to begin."), code="reversed")
        return last

    def apply(self, rows: Walk) -> Walk:
        rows = super().apply(rows)
        return self._by_dates(rows) if self.is_valid() else rows

    def _by_dates(self, rows: Walk) -> Walk:
        first, last = self.cleaned_data["said_from"], self.cleaned_data["said_to"]
        if not first and not last:
            return rows
        said = rows.said_overlapping if self.cleaned_data["dates"] == "overlap" else rows.said_inside
        return said(first and first.earliest, last and last.latest)

    def by_speaker(self, rows: Walk, speaker: Speaker) -> Walk:
        return rows.under(TallyScope.SPEAKER, speaker.pk)

    by_jointly = by_speaker

    def by_outlet(self, rows: Walk, outlet: Outlet) -> Walk:
        return rows.under(TallyScope.OUTLET, outlet.pk)

    def by_claim(self, rows: Walk, claim: Claim) -> Walk:
        rows, figure = rows.under(TallyScope.CLAIM, claim.pk), self.cleaned_data["counted"]
        return rows.counted_as(claim.pk, figure) if figure else rows

    def by_statements(self, rows: Walk, numbers: tuple[int, ...]) -> Walk:
        return rows.only(numbers)

    def _words(self, name: str, value: Any) -> str:
        if name != "statements":
            return super()._words(name, value)
        return ngettext("%(number)s statement", "%(number)s statements", len(value)) % {"number": len(value)}

    def by_occasion(self, rows: Walk, occasion: Occasion) -> Walk:
        return rows.said_on(occasion.pk)

    def by_kind(self, rows: Walk, kind: str) -> Walk:
        return rows.under(TallyScope.KIND, kind)

    def by_force(self, rows: Walk, force: str) -> Walk:
        return rows.under(TallyScope.FORCE, force)

    def by_q(self, rows: Walk, query: str) -> Walk:
        return rows.holding(query)


class NewFilter(StatementFilter):
    """The filter of what is new on record."""

    USUAL_ORDER = "-recorded"


KINDS: dict[type[Model], Named] = {Claim: Named.CLAIM, Speaker: Named.SPEAKER, Outlet: Named.OUTLET}


class HolderFilter(StatementFilter):
    """Claims, speakers, outlets, documents or occasions: those with a public statement that passes.

    `q` looks in the own names of claims, speakers and outlets, for its letters and digits alone or for its words in any spelling; for the
    others in the words of statements. `words` looks in those for all.
    """

    order = None
    q = forms.CharField(required=False, max_length=LONGEST_QUERY, label=_("Name"))
    words = forms.CharField(required=False, max_length=LONGEST_QUERY, label=_("Words that were said"))

    def apply(self, rows: QuerySet) -> QuerySet:
        if not self.is_valid():
            return rows.none()
        if rows.model in KINDS:
            rows = called_like(rows, self.cleaned_data["q"])
        asked = self.of_statements(rows.model)
        return held(rows, asked.apply(Walk())) if asked.active() else rows

    def of_statements(self, model: type[Model]) -> StatementFilter:
        """What is asked of the statements of such rows."""
        words = [self.given.get(name, "") for name in ("q", "words") if name == "words" or model not in KINDS]
        return StatementFilter(self.given | {"q": " ".join(filter(None, words))})

    def clean_q(self) -> str:
        return self.cleaned_data["q"]

    def clean_words(self) -> str:
        return with_words(self.cleaned_data["words"])


def called_like(rows: QuerySet, name: str) -> QuerySet:
    """Those of the claims, speakers or outlets that are called so; all, where there is no name."""
    return rows.filter(_named(rows.model, name)) if name else rows


def _named(model: type[Model], query: str) -> Q:
    letters, spelled = letters_alone(query), Q(pk__in=names.numbers_of(KINDS[model], query))
    if not letters or left_out(query):
        return spelled
    if model is Claim:
        return spelled | Q(text_letters__contains=letters)
    aliases = SpeakerAlias.objects.filter(speaker=OuterRef("pk"), name_letters__contains=letters)
    return spelled | Q(name_letters__contains=letters) | (Q(Exists(aliases)) if model is Speaker else Q())


class TrailFilter(Filter):
    """Occurrences of a claim that is known already: as which figure they count, who speaks in them, where they were read."""

    counted = counted_field()
    speaker = PublicRowField(Speaker, "speaker", label=_("Speaker"))
    outlet = PublicRowField(Outlet, "outlet", label=_("Outlet"))

    def by_counted(self, rows: Any, figure: str) -> Any:
        return rows.counted_as(figure)

    def by_speaker(self, rows: Any, speaker: Speaker) -> Any:
        return rows.under(TallyScope.SPEAKER, speaker.pk)

    def by_outlet(self, rows: Any, outlet: Outlet) -> Any:
        return rows.under(TallyScope.OUTLET, outlet.pk)


class OccurrenceFilter(TrailFilter):
    """Occurrences of any claim, or of one, as a queryset."""

    claim = PublicRowField(Claim, "claim", label=_("Claim"))

    def by_speaker(self, rows: QuerySet, speaker: Speaker) -> QuerySet:
        return rows.filter(Exists(Attribution.objects.filter(speaker=speaker, statement=OuterRef("statement"))))

    def by_outlet(self, rows: QuerySet, outlet: Outlet) -> QuerySet:
        return rows.filter(statement__document__article__outlet=outlet)

    def by_claim(self, rows: QuerySet, claim: Claim) -> QuerySet:
        return rows.filter(claim=claim)
