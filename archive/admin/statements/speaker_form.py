"""A speaker's other names and roles: typed beside the speaker while nothing is public, afterwards put right with a class and a reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.admin.base.correcting import CorrectionForm
from archive.admin.base.record import is_public
from archive.admin.base.rows import RowInline
from archive.admin.base.typed import TypedDateField
from archive.models import SpeakerAlias, SpeakerRole
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


class NameRow(forms.Form):
    name = forms.CharField(max_length=200, label=_("Other name or spelling"))


class RoleRow(forms.Form):
    title = forms.CharField(max_length=200, label=_("Role"), help_text=_("As it is printed: “Foreign Minister of Veldania”."))
    since = TypedDateField(label=_("From"), required=False)
    until = TypedDateField(label=_("Until"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].standing = self.initial.get(name, "")

    def readings(self) -> dict[str, Typed]:
        """The dates that were newly typed, by field."""
        return {name: self.fields[name].reading for name in ("since", "until") if self.fields[name].reading}


NameRows = forms.formset_factory(NameRow, extra=2, can_delete=True)
RoleRows = forms.formset_factory(RoleRow, extra=1, can_delete=True)


class SpeakerCorrectionForm(CorrectionForm):
    """A public speaker with all names and roles."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        data = self.data if self.is_bound else None
        names = [{"name": alias.name} for alias in self.instance.aliases.all()]
        roles = [{"title": role.title, "since": role.since, "until": role.until} for role in self.instance.roles.all()]
        self.names, self.roles = NameRows(data, initial=names, prefix="aliases"), RoleRows(data, initial=roles, prefix="roles")

    def lists(self) -> list[tuple[str, forms.BaseFormSet]]:
        return [(_("Other names and spellings"), self.names), (_("Roles over time"), self.roles)]

    def changes(self):
        changes = super().changes()
        if self.is_list_typed(self.names):
            changes["aliases"] = [one["name"] for one in kept(self.names)]
        if self.is_list_typed(self.roles):
            changes["roles"] = [(one["title"], one["since"], one["until"]) for one in kept(self.roles)]
        return changes


def kept(rows: forms.BaseFormSet) -> list[dict]:
    """What was typed into each row that is neither empty nor taken out."""
    return [one for one in rows.cleaned_data if one and not one["DELETE"]]
