"""A name and a password: refused unseen after five wrong ones, and worked out one at a time."""

from typing import Any

from axes.backends import AxesStandaloneBackend
from axes.exceptions import AxesBackendPermissionDenied
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.db.models import Sum
from django.http import HttpRequest
from django.utils import timezone

from archive.models import User
from archive.signing_in.hashing import one_at_a_time

AN_HOUR = int(settings.AXES_COOLOFF_TIME.total_seconds())
MOST_OF_A_NETWORK = 50  # wrong passwords within the hour, for whatever names: who tries one password for many people


class Guarded(AxesStandaloneBackend, ModelBackend):  # type: ignore[misc]
    """Django's own, behind the count of failures. One class and no list of two, so that `with_perm` knows whom to ask."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any) -> Any:
        if request is not None:
            AxesStandaloneBackend.authenticate(self, request, username=username, password=password, **kwargs)
            _expect_few_failures(request)
        with one_at_a_time():
            person: User | None = ModelBackend.authenticate(self, request, username=username, password=password, **kwargs)
        return person


def _expect_few_failures(request: Any) -> None:
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    failures = AccessAttempt.objects.filter(ip_address=request.axes_ip_address, attempt_time__gt=since)
    if (failures.aggregate(all=Sum("failures_since_start"))["all"] or 0) >= MOST_OF_A_NETWORK:
        request.axes_locked_out = True
        raise AxesBackendPermissionDenied


def lift_lock(person: User) -> int:
    """Nothing is counted of this name any more; a network that typed fifty still waits."""
    return int(AccessAttempt.objects.filter(username=person.get_username()).delete()[0])
