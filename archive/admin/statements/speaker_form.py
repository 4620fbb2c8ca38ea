"""A speaker's other names and roles: typed beside the speaker while nothing is public, afterwards put right with a class and a reason."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.admin.base.correcting import ListedCorrectionForm
from archive.admin.base.record import is_public
from archive.admin.base.rows import RowInline
from archive.admin.base.typed import TypedDateField
from archive.authorities.countries import code_of, country_named
from archive.authorities.numbers import NotOne, Scheme, read_identifier, scheme_of
from archive.models import Affiliation, Speaker, SpeakerAlias, SpeakerIdentifier, SpeakerRole
from archive.models.people.authority import AffiliationKind
from archive.typed_dates import Typed


class NamesInline(RowInline):
    """Rows that the public sees with the speaker: of a public one they are only shown here."""

    def has_add_permission(self, request, obj=None) -> bool:
        return super().has_add_permission(request, obj) and not (obj and is_public(obj))

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and is_public(obj))

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and is_public(obj))


class AliasInline(NamesInline):
    model = SpeakerAlias
    fields = ["name"]
    verbose_name = _("other name or spelling")
    verbose_name_plural = _("other names and spellings")


class RoleInline(NamesInline):
    model = SpeakerRole
    fields = ["title", "since", "until"]
    verbose_name = _("role")
    verbose_name_plural = _("roles over time")


class IdentifierInline(NamesInline):
    model = SpeakerIdentifier
    fields = ["scheme", "value"]


class AffiliationInline(NamesInline):
    model = Affiliation
    fields = ["kind", "name", "since", "until"]


class NameRow(forms.Form):
    columns = ("name",)

    name = forms.CharField(max_length=200, label=_("Other name or spelling"))


class LastingRow(forms.Form):
    """Something with a first and a last day, each typed as people write it."""

    hint = _("Dates as you would write them: “24 June 2024”, “May 2019”, “late 2021”. Until is empty while it lasts.")

    since = TypedDateField(label=_("From"), required=False)
    until = TypedDateField(label=_("Until"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].standing = self.initial.get(name, "")

    def readings(self) -> dict[str, Typed]:
        """The dates that were newly typed, by field."""
        return {name: self.fields[name].reading for name in ("since", "until") if self.fields[name].reading}


class RoleRow(LastingRow):
    columns = ("title", "since", "until")

    title = forms.CharField(max_length=200, label=_("Role"), help_text=_("As it is printed: “Foreign Minister of Veldania”."))
    field_order = ["title", "since", "until"]


class AffiliationRow(LastingRow):
    """A country may be typed by its name or its two letters; what is none is a party, unless the row says otherwise."""

    columns = ("kind", "name", "since", "until")

    kind = forms.ChoiceField(choices=[("", "–"), *AffiliationKind.choices], required=False, label=_("Party or country"))
    name = forms.CharField(max_length=200, label=_("Name"), help_text=_("A country by its name, or its two letters."))
    field_order = ["kind", "name", "since", "until"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.initial.get("kind") == AffiliationKind.COUNTRY:
            self.initial["name"] = country_named(self.initial["name"])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        name = given.get("name", "")
        code = code_of(name)
        if not given.get("kind"):
            given["kind"] = AffiliationKind.COUNTRY if code else AffiliationKind.PARTY
        if name and given["kind"] == AffiliationKind.COUNTRY:
            if not code:
                self.add_error("name", gettext("“%s” is no country. Write its name, or its two letters.") % name)
            given["name"] = code
        return given


class IdentifierRow(forms.Form):
    """Whose number it is may be left to its look or its address."""

    hint = _("Wikidata, VIAF, GND, ISNI, ORCID: the number, or its address as it is copied from the browser.")

    columns = ("scheme", "value")

    scheme = forms.ChoiceField(choices=[("", "–"), *Scheme.choices], required=False, label=_("Register"))
    value = forms.CharField(max_length=300, label=_("Number"), help_text=_("Typed, or pasted as its address: Q42."))

    def __init__(self, *args, speaker: Speaker | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.speaker, self.known = speaker, None

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "value" not in given:
            return given
        try:
            given["scheme"] = given.get("scheme") or scheme_of(given["value"])
            given["value"] = read_identifier(given["scheme"], given["value"])
        except NotOne as fault:
            self.add_error("value", str(fault))
            return given
        self._expect_own(given["scheme"], given["value"])
        return given

    def _expect_own(self, scheme: str, value: str) -> None:
        """Two speakers of one number are one: the way to say so stands beside it."""
        others = SpeakerIdentifier.objects.filter(scheme=scheme, value=value).exclude(speaker=self.speaker)
        self.known = others.select_related("speaker").first()
        if self.known:
            link = format_html('<a href="{}">{}</a>', reverse("desk:speaker", args=[self.known.speaker.slug]), self.known.speaker)
            self.add_error("value", format_html("{} {}. {}", _("This is the number of"), link, _("They may be one: merge them there.")))


NameRows = forms.formset_factory(NameRow, extra=2, can_delete=True)
RoleRows = forms.formset_factory(RoleRow, extra=1, can_delete=True)
IdentifierRows = forms.formset_factory(IdentifierRow, extra=1, can_delete=True)
AffiliationRows = forms.formset_factory(AffiliationRow, extra=1, can_delete=True)


class SpeakerCorrectionForm(ListedCorrectionForm):
    """A public speaker with all names and roles, numbers in registers, parties and countries."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        data, speaker = self.data if self.is_bound else None, self.instance
        self.names = NameRows(data, initial=list(speaker.aliases.values("name")), prefix="aliases")
        self.roles = RoleRows(data, initial=list(speaker.roles.values("title", "since", "until")), prefix="roles")
        numbers = speaker.identifiers.values("scheme", "value")
        self.identifiers = IdentifierRows(data, initial=list(numbers), prefix="identifiers", form_kwargs={"speaker": speaker})
        affiliations = speaker.affiliations.values("kind", "name", "since", "until")
        self.affiliations = AffiliationRows(data, initial=list(affiliations), prefix="affiliations")

    def lists(self) -> list[tuple[str, forms.BaseFormSet]]:
        return [
            (_("Other names and spellings"), self.names),
            (_("Roles over time"), self.roles),
            (_("Parties and countries"), self.affiliations),
            (_("Numbers in registers"), self.identifiers),
        ]
