"""A session ends two hours after its person did something, and half a day after it began. What it notes of a reader is not worth a page."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from archive.errors.faults import passed_over

WORKING = ("/desk/", "/admin/")
BY_ITSELF = "/hold/"  # end of the address that an open page asks each minute, whether somebody sits there or not
NOTED_EVERY, LONGEST = 300, 12 * 3600  # seconds


class Kept(SessionMiddleware):
    """Django's own. On a disk that is full or can only be read, who only reads is answered all the same, and so is who did something: it
    is done by then, and only a new session is worth the answer."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_as_it_came = request.session.session_key == request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if request.method not in ("GET", "HEAD") and not is_as_it_came:
            return super().process_response(request, response)
        with passed_over("A session"):
            return super().process_response(request, response)
        return response


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
