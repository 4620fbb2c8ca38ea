"""Fifty rows put right at once: each row a small form; what was changed in it is saved by itself, and the outcome is told beside it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import review
from archive.desk.lists.cells import roles_of, speakers_of
from archive.desk.lists.pages import with_all_beside
from archive.desk.lists.ticked import Ticked, ticked_in
from archive.desk.lists.typed import day_shown, day_typed, speakers_typed
from archive.enums import Force, StatementKind
from archive.errors import NeedsConfirmation, Refused, Stale, one_of_many
from archive.models import Event, Statement, User

SHOWN = {
    "speakers": speakers_of,
    "roles": roles_of,
    "said_on": lambda one: day_shown(one.said_on),
    "kind": lambda one: one.kind,
    "force": lambda one: one.force,
}


def _cell(field: type[forms.Field], label: Any, **options: Any) -> forms.Field:
    """A field that knows what the page showed in it: only what was changed there is saved."""
    return field(label=label, show_hidden_initial=True, **options)


class RowForm(forms.Form):
    """A statement as cells. `outcome` is told in its row."""

    speakers = _cell(forms.CharField, gettext_lazy("Speaker"), required=False, max_length=600)
    roles = _cell(forms.CharField, gettext_lazy("Role"), required=False, max_length=1200)
    said_on = _cell(forms.CharField, gettext_lazy("Said on"), required=False, max_length=100)
    kind = _cell(forms.ChoiceField, gettext_lazy("Kind"), choices=StatementKind.choices)
    force = _cell(forms.ChoiceField, gettext_lazy("How it is said"), choices=Force.choices)

    def __init__(self, statement: Statement, data: QueryDict | None = None, read_version: int | None = None):
        self.statement, self.read_version = statement, read_version or statement.lock_version
        self.outcome, self.is_saved, self.doubts = "", False, ()
        super().__init__(data, initial={name: shown(statement) for name, shown in SHOWN.items()}, prefix=str(statement.pk))
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = field.label
            field.disabled = not statement.is_in_work

    def clean_said_on(self) -> str:
        if "said_on" in self.changed_data:
            self.day = day_typed(self.cleaned_data["said_on"], self.statement.document)
        return self.cleaned_data["said_on"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if {"speakers", "roles"} & set(self.changed_data):
            try:
                self.named = speakers_typed(cleaned.get("speakers", ""), cleaned.get("roles", ""), self.statement)
            except ValidationError as error:
                self.add_error("speakers", error)
        return cleaned

    def changes(self) -> dict[str, Any]:
        """Of a valid form, as `review.change` takes them."""
        changed = set(self.changed_data)
        plain = {name: self.cleaned_data[name] for name in ("kind", "force") if name in changed}
        return plain | (self.day if "said_on" in changed else {}) | ({"speakers": self.named} if {"speakers", "roles"} & changed else {})


def save_all(given: QueryDict, by: User) -> list[RowForm]:
    """Every row of the page, with its outcome where something was changed in it."""
    return [_saved(one, given, by) for one in ticked_in(given)]


def _saved(one: Ticked, given: QueryDict, by: User) -> RowForm:
    form = RowForm(one.statement, given, one.version)
    if not form.has_changed():
        return RowForm(one.statement)
    if not form.is_valid():
        return form
    try:
        with one_of_many(f"statement {one.statement.pk}"):
            review.change(one.statement, form.changes(), by=by, read_version=one.version, confirmed=one.confirmed)
    except Stale:
        return _with_theirs(form)
    except NeedsConfirmation as refusal:
        form.outcome, form.doubts = _("Not saved: is this so?"), refusal.doubts
    except Refused as refusal:
        form.outcome = _("Not saved: %(why)s") % {"why": refusal}
    else:
        form = RowForm(with_all_beside(Statement.objects.filter(pk=one.statement.pk)).get())
        form.outcome, form.is_saved = _("Saved."), True
    return form


def _with_theirs(form: RowForm) -> RowForm:
    """What another saved meanwhile stands beside what was typed; who saves again puts his in its place."""
    stands = {name: form.fields[name].label for name in form.changed_data}
    theirs = "; ".join(f"{label}: {_in_words(form.statement, name) or '–'}" for name, label in stands.items())
    form.read_version = form.statement.lock_version
    form.outcome = _("%(by)s changed it meanwhile. There stands now: %(theirs)s. Save again to put yours in its place.") % {
        "by": _who_changed(form.statement),
        "theirs": theirs,
    }
    return form


def _in_words(statement: Statement, name: str) -> str:
    display = getattr(statement, f"get_{name}_display", None)
    return str(display()) if display else str(SHOWN[name](statement))


def _who_changed(statement: Statement) -> str:
    last = Event.objects.filter(object_type="statement", object_id=statement.pk).select_related("by").first()
    return str(last.by) if last and last.by else _("Somebody")
