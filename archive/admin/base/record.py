"""What every table's admin has in common: no deleting, no save over another's, an Event for each save, public fields that stand still."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.acts import claim_version, record
from archive.admin.base.at_the_desk import at_the_desk
from archive.admin.base.naming import NOT_TYPED, field_named, shown
from archive.admin.base.record_form import RecordForm
from archive.admin.base.searching import FoldedSearch
from archive.admin.base.typed import TypedDateField
from archive.enums import Verb
from archive.errors import NeedsConfirmation, Refused, Stale
from archive.models import ArchiveState, Event, Revision
from archive.models.fields import EdtfField
from archive.publication.public_fields import PUBLIC_FIELDS

VERSION = ("read_version", "read_values")  # what a form was filled in for
TRIES = 3  # of a save between whose reading and writing others saved
LONGEST_VALUE = 300  # of a field's old and new value in an Event
TOLD_OF_CHANGES = ("changes", "fields", "was", "becomes")  # what an Event keeps of changed fields


class RecordAdmin(FoldedSearch, admin.ModelAdmin):
    """For rows that people enter and change. `shown_only` names fields that are never typed."""

    form = RecordForm
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    shown_only: tuple[str, ...] = ()
    never_changed: tuple[str, ...] = ()  # entered once: an address, a document's article

    class Media:
        css = {"all": ["archive/admin.css"]}

    # What may be done

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_readonly_fields(self, request, obj=None):
        fixed = (*self.shown_only, *self.never_changed) if obj else self.shown_only
        return (*fixed, *self.public_fields(obj))

    def public_fields(self, obj) -> tuple[str, ...]:
        """The fields of a public row that only a correction changes."""
        return PUBLIC_FIELDS.get(self.model, ()) if obj and is_public(obj) else ()

    def get_fieldsets(self, request, obj=None):
        fieldsets = [(heading, dict(options)) for heading, options in super().get_fieldsets(request, obj)]
        may_change = self.has_change_permission(request, obj) if obj else True
        hidden = {*VERSION, *self.only_typed}
        first = fieldsets[0][1]
        for _heading, options in fieldsets:
            options["fields"] = [name for name in options["fields"] if may_change or name not in hidden]
        if obj and may_change and "read_version" not in first["fields"]:
            first["fields"] = [*first["fields"], *VERSION]
        if isinstance(getattr(request, "refusal", None), NeedsConfirmation):
            first["fields"] = ["looked_at", *first["fields"]]
        if obj and is_public(obj):
            first["description"] = self.how_to_correct(request, obj)
        return fieldsets

    only_typed: tuple[str, ...] = ()  # form fields without a column, which a reader doesn't see

    def how_to_correct(self, request, obj) -> str:
        """What to do about a public row, where there is something."""
        return ""

    # Typing

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, EdtfField):
            return TypedDateField(label=capfirst(db_field.verbose_name), required=not db_field.blank)
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        form.by = request.user
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["desk_url"] = at_the_desk(obj) if obj else ""
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A save that is refused was rolled back; the form comes again with what was typed and the reason. Where somebody else was
        faster, it is tried again on what they saved."""
        for _turn in range(TRIES):
            try:
                return super().changeform_view(request, object_id, form_url, extra_context)
            except Refused as refusal:
                refused = refusal
                if not isinstance(refusal, Stale):
                    break
        request.refusal = refused
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        refuse_overtaken(request, self.public_fields(obj) if change else ())
        if not change:
            obj.save()
        elif form.changed_names:
            self._claim(obj, form)
            obj.save()

    def save_related(self, request, form, formsets, change):
        obj = form.instance
        lists = [formset for formset in formsets if formset.has_changed()]
        request.is_typed, request.is_overtaken = bool(form.changed_names or lists), change and form.is_overtaken
        if lists and change and not form.changed_names:
            self._claim(obj, form)
        super().save_related(request, form, formsets, change)
        self.record_save(request, obj, form, lists, change)
        self.show_readings(request, form, formsets)
        if change and form.is_overtaken:
            self.message_user(request, gettext("Somebody else saved this while you were editing. What they changed stands beside yours."))

    def _claim(self, obj, form) -> None:
        ArchiveState.take_turn()  # a button may be pressed with what was typed, and its act be public
        claim_version(obj, form.cleaned_data.get("read_version") or 0)

    def record_save(self, request, obj, form, lists, change) -> None:
        """The Event of a save, with each field's old and new value."""
        confirmed = self.confirm(request, obj, form, change)
        changes = {name: [_old_value(form, name), str(getattr(obj, name, ""))[:LONGEST_VALUE]] for name in form.changed_names if change}
        names = [formset.model._meta.verbose_name_plural.lower() for formset in lists]
        if not change:
            record(Verb.ENTERED, obj, by=request.user, words=str(obj)[:LONGEST_VALUE], **confirmed)
        elif changes or names:
            record(Verb.EDITED, obj, by=request.user, fields=sorted({*changes, *map(str, names)}), changes=changes, **confirmed)

    def confirm(self, request, obj, form, change) -> dict[str, list[str]]:
        """Refuse what a save brings that a person has to have seen; what was confirmed, for the Event."""
        return {}

    def show_readings(self, request, form, formsets) -> None:
        """Say how each typed date was read."""
        for one in [form, *(form for formset in formsets for form in formset.forms)]:
            for name, reading in getattr(one, "readings", dict)().items():
                self.message_user(request, f"{str(one.fields[name].label).capitalize()}: {reading}.")

    def log_addition(self, request, obj, message):
        """The Event is the one history."""

    log_change = log_addition

    # Looking

    def name_in_list(self, obj) -> str:
        return str(obj)

    def action_checkbox(self, obj) -> str:
        """Django's own asks for str(row), which for some rows is a query each."""
        attrs = {"class": "action-select", "aria-label": gettext("Choose for an action: %s") % self.name_in_list(obj)}
        return forms.CheckboxInput(attrs, lambda value: False).render(ACTION_CHECKBOX_NAME, str(obj.pk))

    def view_on_site(self, obj) -> str | None:
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") and is_public(obj) else None

    def history_view(self, request: HttpRequest, object_id: str, extra_context=None):
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        done = Event.objects.filter(object_type=self.opts.model_name, object_id=obj.pk).select_related("by")[:200]
        events = [(event, details_of(event, self.model)) for event in done]
        revisions = Revision.objects.of(obj).select_related("by").reverse()[:200]
        context = self.admin_site.each_context(request) | {
            "title": _("History"), "subtitle": str(obj), "object": obj, "opts": self.opts, "events": events, "revisions": revisions,
            "media": self.media,
            "module_name": self.opts.verbose_name_plural.capitalize(),
        }  # fmt: skip
        return TemplateResponse(request, "admin/archive/history.html", context)


def details_of(event: Event, model: type[models.Model]) -> list[tuple[str, Any, bool]]:
    """What an Event tells besides its reason: names as the forms have them and values, whether as [old, new]."""
    detail = event.detail
    details = {name: value for name, value in detail.items() if name not in TOLD_OF_CHANGES and value not in (None, "")}
    was, becomes = detail.get("was") or {}, detail.get("becomes") or {}
    put_right = {name: [shown(name, value), shown(name, becomes.get(name))] for name, value in was.items() if name not in NOT_TYPED}
    both = {**(detail.get("changes") or {}), **put_right}
    changes = both or dict.fromkeys(detail.get("fields", []), "")
    return [(field_named(model, name), value, name in both) for name, value in [*changes.items(), *details.items()]]


class ShownAdmin(RecordAdmin):
    """For rows that only the stages write: to look at, never to type into."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


def is_public(row: models.Model) -> bool:
    """Asked once a request of each row."""
    if "seen_public" not in row.__dict__:
        row.seen_public = bool(getattr(row, "is_public", False))
    return row.seen_public


def refuse_overtaken(request: HttpRequest, public_fields: tuple[str, ...]) -> None:
    """A form filled in before the row became public holds fields that can't be saved now: say so rather than lose them."""
    if any(name in request.POST for name in public_fields):
        raise Refused(gettext("It became public while you were editing. Nothing was saved; change it by a correction."))


def _old_value(form: forms.ModelForm, name: str) -> str:
    value = form.initial.get(name)
    return "" if value is None else str(value)[:LONGEST_VALUE]
