"""Wrong passwords are counted while their hash is worked out, so that of many that come at once only five are looked at (django-axes)."""

from typing import Any

from axes.exceptions import AxesBackendPermissionDenied
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_credentials
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

MOST_OF_A_NETWORK = 50  # wrong passwords within the hour, for whatever names: who tries one password for many people


class CountedOnce(AxesDatabaseHandler):  # type: ignore[misc]
    """Django tells of a failure after the lock is free for the next one; by then `count_failure` has counted it (AXES_HANDLER)."""

    def user_login_failed(self, sender: Any, credentials: Any, request: Any = None, **kwargs: Any) -> None:
        if not getattr(request, "is_failure_counted", False):
            super().user_login_failed(sender, credentials, request, **kwargs)


def count_failure(request: Any, username: str | None) -> None:
    """Each of them, where one request asks for several passwords."""
    request.is_failure_counted = False
    AxesProxyHandler.user_login_failed(sender=__name__, credentials=get_credentials(username=username), request=request)
    request.is_failure_counted = True


def expect_few_of_the_network(request: Any) -> None:
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    failures = AccessAttempt.objects.filter(ip_address=request.axes_ip_address, attempt_time__gt=since)
    if (failures.aggregate(all=Sum("failures_since_start"))["all"] or 0) >= MOST_OF_A_NETWORK:
        request.axes_locked_out = True
        raise AxesBackendPermissionDenied
