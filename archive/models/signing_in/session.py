"""Where people are signed in, and what waits until a second administrator of people agrees."""

from importlib import import_module
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.account import User


class Session(AbstractBaseSession):
    """One row is a browser in which somebody is, or nobody yet. `signing_in.sessions` keeps it, and deletes it when it ends.

    Of who sits there it keeps what he needs to know his own by: the browser's name, days, and three of four numbers of the address.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    browser = models.CharField(_("browser"), max_length=60, blank=True)
    network = models.CharField(_("network"), max_length=45, blank=True)
    began_on = models.DateField(_("since"))
    seen_on = models.DateField(_("last seen"))

    objects: ClassVar["BaseSessionManager[Any]"]

    def __str__(self) -> str:
        return f"{self.browser} of {self.user_id}"

    @classmethod
    def get_session_store_class(cls) -> Any:
        return import_module(settings.SESSION_ENGINE).SessionStore


class AccessChangeQuerySet(models.QuerySet["AccessChange"]):
    def waiting(self) -> Self:
        return self.filter(answered_at=None).select_related("person", "by").order_by("id")


class AccessChange(models.Model):
    """One row is a password or a right that an administrator of people gave to who publishes or gives rights, and that another one
    has to agree to. `signing_in.granting` makes, confirms and declines it."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="access_changes", verbose_name=_("person"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by"))
    at = models.DateTimeField(_("when"), default=timezone.now)
    password = models.CharField(max_length=128, blank=True, editable=False)  # hashed; empty as soon as it is answered
    is_of_password = models.BooleanField(_("a new password"), default=False)
    roles = models.JSONField(_("new roles"), default=list, blank=True)
    may_sign_in = models.BooleanField(_("may sign in again"), default=False)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    is_confirmed = models.BooleanField(_("confirmed"), default=False)

    objects = AccessChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of who gets in")
        verbose_name_plural = _("changes of who gets in")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_by=None, answered_at=None) | models.Q(answered_by__isnull=False, answered_at__isnull=False),
                name="access_change_answered_by_somebody",
            ),
            models.CheckConstraint(condition=models.Q(answered_by=None) | models.Q(password=""), name="access_change_forgets_password"),
            models.CheckConstraint(
                condition=models.Q(is_confirmed=False) | ~models.Q(answered_by=models.F("by")), name="access_change_confirmed_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.told}"

    @property
    def told(self) -> str:
        """What it would give."""
        parts = [_("a new password")] * self.is_of_password + [_("may sign in again")] * self.may_sign_in
        return ", ".join(str(one) for one in (*parts, *(_(role) for role in self.roles)))
