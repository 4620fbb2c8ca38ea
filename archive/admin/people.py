"""People and their roles. Who gives roles can't touch the record, can't give themselves a role, and can't reach a superuser; nor can they
make a publisher, or take one's place, where another administrator does not agree."""

from copy import copy
from functools import partial
from http import HTTPStatus

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.acts import record
from archive.enums import Verb
from archive.errors import Refused
from archive.models import AccessChange, User
from archive.roles import ROLES
from archive.signing_in import granting, sessions
from archive.signing_in.access import Access
from archive.signing_in.backend import lift_lock

# The five roles are made by a migration: what each may do is no matter of a form. A second step is its person's alone.
for table in (Group, TOTPDevice, StaticDevice):
    admin.site.unregister(table)


class PasswordOfAnother(AdminPasswordChangeForm):
    """Set through the door that asks another administrator where it has to."""

    def __init__(self, user: User, *args, by: User, **kwargs) -> None:
        super().__init__(user, *args, **kwargs)
        self.by = by
        self.fields.pop("usable_password", None)

    def save(self, commit: bool = True) -> User:
        granting.set_password(self.user, self.cleaned_data["password1"], by=self.by)
        return self.user


def _waiting(is_anybody_there: bool) -> str:
    if is_anybody_there:
        return _("%(what)s: this waits until another administrator confirms it.")
    return _(
        "%(what)s: this waits, and nobody is there now who could confirm it, since another administrator lost that right in the last "
        "seven days. Take it back and ask again when they are over, or ask who runs the server."
    )


@admin.register(User)
class PeopleAdmin(UserAdmin):
    list_display = ["username", "first_name", "last_name", "email", "roles", "is_staff", "is_active"]
    list_filter = ["is_active", "is_staff", "groups"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    filter_horizontal = ()
    actions = ["let_in_again", "sign_out"]
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

    def user_change_password(self, request, id, form_url=""):  # noqa: A002 - Django's name, by which its address gives it
        """The form learns who fills it in; where the password waits, Django's own word that it holds is taken back."""
        of_this_request = copy(self)
        of_this_request.change_password_form = partial(PasswordOfAnother, by=request.user)
        answer = super(PeopleAdmin, of_this_request).user_change_password(request, id, form_url)
        if answer.status_code == HTTPStatus.FOUND and AccessChange.objects.waiting().filter(
            person=id, by=request.user, is_of_password=True
        ):
            list(messages.get_messages(request))
            self.message_user(request, _("The new password waits until another administrator of people confirms it."), messages.WARNING)
        return answer

    def save_model(self, request, obj, form, change):
        held = User.objects.filter(pk=obj.pk).first() if change else None
        form.before = Access.of(held) if held else Access()
        super().save_model(request, obj, form, change)
        if held and held.email and held.email != obj.email:
            granting.tell(obj, _("Your address of mail on %(site)s was changed by %(by)s."), request.user, [held.email])
        if not obj.is_active:
            sessions.end_all(obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        person = form.instance
        waits = granting.give(person, form.before, by=request.user)
        roles = sorted(person.groups.values_list("name", flat=True))
        verb = Verb.EDITED if change else Verb.ENTERED
        told = {"roles": roles, "active": person.is_active, "may_sign_in": person.is_staff, "superuser": person.is_superuser}
        record(verb, person, by=request.user, fields=sorted(form.changed_data), **told, **granting.ended(form.before, person))
        if waits:
            told = _waiting(granting.who_could_confirm(person, request.user).exists())
            self.message_user(request, told % {"what": waits.told}, messages.WARNING)
        if roles and not person.is_staff:
            self.message_user(request, _("Roles without “may sign in here”: they can't enter yet."), messages.WARNING)

    def log_addition(self, request, obj, message):
        """The Event is the one history."""

    def log_change(self, request, obj, message):
        """The Event is the one history."""

    @admin.action(description=_("Let in again after wrong passwords"))
    def let_in_again(self, request, queryset):
        lifted = [person for person in queryset if self.has_change_permission(request, person) and lift_lock(person)]
        for person in lifted:
            record(Verb.EDITED, person, by=request.user, fields=["lock"])
        told = ngettext("%(count)s person may try again.", "%(count)s people may try again.", len(lifted))
        self.message_user(request, told % {"count": len(lifted)})

    @admin.action(description=_("Sign out everywhere"), permissions=["change"])
    def sign_out(self, request, queryset):
        """Superusers too: it takes nothing from anybody but the time to sign in again."""
        ended = sessions.sign_out(queryset, by=request.user, but=request.session.session_key)
        told = ngettext("%(count)s person was signed out.", "%(count)s people were signed out.", ended)
        self.message_user(request, told % {"count": ended})

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(AccessChange)
class AccessChangeAdmin(admin.ModelAdmin):
    """What waits for a second administrator of people, and what was answered."""

    list_display = ["told", "person", "by", "at", "answered_by", "answered_at", "is_confirmed"]
    list_display_links = None
    list_select_related = ["person", "by", "answered_by"]
    list_per_page = 50
    show_full_result_count = False
    actions = ["confirm", "decline"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.manage_people")

    def has_view_permission(self, request: HttpRequest, obj: AccessChange | None = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AccessChange | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AccessChange | None = None) -> bool:
        return False

    @admin.action(description=_("Confirm: it holds from now on"))
    def confirm(self, request, queryset):
        self._answer(request, queryset, granting.confirm)

    @admin.action(description=_("Decline, or take back what one asked for oneself"))
    def decline(self, request, queryset):
        self._answer(request, queryset, granting.decline)

    def _answer(self, request, queryset, act):
        for change in queryset:
            try:
                act(change, by=request.user)
            except Refused as refusal:
                self.message_user(request, f"{change}: {refusal}", messages.ERROR)
            else:
                self.message_user(request, f"{change}: {_('done')}", messages.SUCCESS)
