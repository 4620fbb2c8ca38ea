"""A name and a password: refused unseen after five wrong ones, and worked out one at a time."""

from typing import Any

from axes.backends import AxesStandaloneBackend
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from archive.models import User
from archive.signing_in import failures
from archive.signing_in.hashing import one_at_a_time

AN_HOUR = int(settings.AXES_COOLOFF_TIME.total_seconds())


class Guarded(AxesStandaloneBackend, ModelBackend):  # type: ignore[misc]
    """Django's own, behind the count of failures. One class and no list of two, so that `with_perm` knows whom to ask."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any) -> Any:
        """Who is refused is so before he waits for his turn; asked again in it, for those before him may have failed."""
        self._expect_few_failures(request, username, password)
        with one_at_a_time():
            self._expect_few_failures(request, username, password)
            person: User | None = ModelBackend.authenticate(self, request, username=username, password=password, **kwargs)
            if person is None and request is not None:
                failures.count_failure(request, username)
        return person

    def _expect_few_failures(self, request: HttpRequest | None, username: str | None, password: str | None) -> None:
        if request is not None:
            AxesStandaloneBackend.authenticate(self, request, username=username, password=password)
            failures.expect_few_of_the_network(request)


def lift_lock(person: User) -> int:
    """Nothing is counted of this name any more; a network that typed fifty still waits."""
    return int(AccessAttempt.objects.filter(username=person.get_username()).delete()[0])
