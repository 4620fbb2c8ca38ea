"""People and their roles. Who gives roles can't touch the record, can't give themselves a role, and can't reach a superuser."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.acts import record
from archive.enums import Verb
from archive.models import User
from archive.roles import ROLES

admin.site.unregister(Group)  # the five roles are made by a migration: what each may do is no matter of a form


@admin.register(User)
class PeopleAdmin(UserAdmin):
    list_display = ["username", "first_name", "last_name", "email", "roles", "is_staff", "is_active"]
    list_filter = ["is_active", "is_staff", "groups"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    filter_horizontal = ()
    add_fieldsets = [(None, {"classes": ("wide",), "fields": ("username", "password1", "password2", "is_staff", "groups")})]
    fieldsets = [
        (None, {"fields": ("username", "password")}),
        (_("Name"), {"fields": ("first_name", "last_name", "email")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "groups")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    ]

    class Media:
        css = {"all": ["archive/admin.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        return forms.ModelMultipleChoiceField(
            Group.objects.filter(name__in=ROLES),
            label=_("Roles"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Without “may sign in here” none of them opens the editors' side."),
        )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "is_staff":
            field.label = _("may sign in here")
            field.help_text = _("Needed to enter the editors' side, whatever the roles.")
        return field

    # Who may be reached

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and self._manages(request)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._manages(request) and self._is_reachable(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_view_permission(request, obj) and self._is_reachable(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        """What they did stays theirs: they are made inactive instead."""
        return False

    def _manages(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.manage_people")

    def _is_reachable(self, request: HttpRequest, obj: User | None) -> bool:
        return obj is None or request.user.is_superuser or not obj.is_superuser

    def get_readonly_fields(self, request, obj=None):
        own = ("is_active", "is_staff", "groups") if obj and obj.pk == request.user.pk and not request.user.is_superuser else ()
        return ("last_login", "date_joined", *own)

    # History

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        roles = sorted(form.instance.groups.values_list("name", flat=True))
        verb = Verb.EDITED if change else Verb.ENTERED
        record(verb, form.instance, by=request.user, fields=sorted(form.changed_data), roles=roles, may_sign_in=form.instance.is_staff)
        if roles and not form.instance.is_staff:
            self.message_user(request, _("Roles without “may sign in here”: they can't enter yet."), messages.WARNING)

    def log_addition(self, request, obj, message):
        """The Event is the one history."""

    def log_change(self, request, obj, message):
        """The page of a password is no form of the record: it saves, then calls this. Other changes have left their Event."""
        if request.resolver_match.url_name == "auth_user_password_change":
            record(Verb.EDITED, obj, by=request.user, fields=["password"])

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())
