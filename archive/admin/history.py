"""Events, Revisions and Redirects: to be read. Nobody writes them by hand."""

import json

from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.urls import NoReverseMatch
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from archive.admin.base.links import change_url
from archive.admin.base.naming import field_named
from archive.admin.base.record import ShownAdmin
from archive.models import Event, Redirect, Revision
from archive.models.history import table_named


def row_link(entry) -> str:
    """The row that an Event or Revision is about."""
    words = f"{table_named(entry.object_type)} {entry.object_id}"
    try:
        return format_html('<a href="{}">{}</a>', change_url(entry.object_type, entry.object_id), words)
    except NoReverseMatch:
        return words


class TableFilter(admin.SimpleListFilter):
    title = _("table")
    parameter_name = "object_type"

    def lookups(self, request, model_admin):
        tables = model_admin.model.objects.order_by("object_type").values_list("object_type", flat=True).distinct()
        return [(name, table_named(name)) for name in tables]

    def queryset(self, request, queryset):
        return queryset.filter(object_type=self.value()) if self.value() else queryset


def as_json(value) -> str:
    return format_html("<pre>{}</pre>", json.dumps(value, ensure_ascii=False, indent=2))


class HistoryAdmin(ShownAdmin):
    @admin.display(description=_("of what"))
    def row(self, entry) -> str:
        return row_link(entry)

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields

    def history_view(self, request, object_id, extra_context=None):
        """History has none of its own."""
        return self.changeform_view(request, object_id)


@admin.register(Event)
class EventAdmin(HistoryAdmin):
    list_display = ["at", "by", "verb", "row", "from_state", "to_state", "reason"]
    list_filter = ["verb", TableFilter]
    list_select_related = ["by"]
    search_fields = ["reason", "=by__username"]
    fields = ["at", "by", "verb", "row", "from_state", "to_state", "reason", "what_changed"]
    readonly_fields = ["row", "what_changed"]

    @admin.display(description=_("detail"))
    def what_changed(self, event: Event) -> str:
        return as_json(event.detail) if event.detail else "–"


@admin.register(Revision)
class RevisionAdmin(HistoryAdmin):
    list_display = ["at", "by", "row", "version", "revision_class", "reason"]
    list_filter = ["revision_class", TableFilter]
    list_select_related = ["by"]
    search_fields = ["reason", "=sha256"]
    fields = ["at", "by", "row", "version", "revision_class", "reason", "differences", "snapshot", "sha256"]
    readonly_fields = ["row", "differences", "snapshot"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("body")

    @admin.display(description=_("against the version before"))
    def differences(self, revision: Revision) -> str:
        before = Revision.objects.filter(
            object_type=revision.object_type, object_id=revision.object_id, version=revision.version - 1
        ).first()
        if before is None:
            return _("the first version")
        return differences(before.content, revision.content, apps.get_model("archive", revision.object_type)) or _("the same words")

    @admin.display(description=_("as the public sees it"))
    def snapshot(self, revision: Revision) -> str:
        return as_json(revision.content)


def differences(before: dict, after: dict, model: type[Model]) -> str:
    """Each field that changed: what it was, and what it is."""
    names = [name for name in before | after if before.get(name) != after.get(name)]
    rows = ((field_named(model, name), _plain(before.get(name)), _plain(after.get(name))) for name in names)
    return format_html_join("", "<p>{}: <del>{}</del> <ins>{}</ins></p>", rows)


def _plain(value) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@admin.register(Redirect)
class RedirectAdmin(ShownAdmin):
    list_display = ["old_path", "new_path", "reason", "at"]
    ordering = ["-id"]
    search_fields = ["old_path", "new_path", "reason"]
