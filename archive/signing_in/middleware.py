"""A session ends two hours after its person did something, and half a day after it began."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

WORKING = ("/desk/", "/admin/")
BY_ITSELF = "/hold/"  # end of the address that an open page asks each minute, whether somebody sits there or not
NOTED_EVERY, LONGEST = 300, 12 * 3600  # seconds


class Sessions:
    """What readers ask for touches none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(WORKING) and settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self._noted(request)
        return self.get_response(request)

    def _noted(self, request: HttpRequest) -> None:
        now = int(timezone.now().timestamp())
        if now - request.session.setdefault("began", now) > LONGEST:
            logout(request)
        elif now - request.session.get("seen", 0) > NOTED_EVERY and not request.path_info.endswith(BY_ITSELF):
            request.session["seen"] = now
