"""Signing in and out, in the desk's look."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from axes.helpers import get_client_ip_address
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.desk.access import WORKS_HERE
from archive.desk.together.refusals import fresh_token
from archive.signing_in import sessions
from archive.signing_in.backend import AN_HOUR
from archive.signing_in.hashing import LONGEST_WAIT, TooMany


class SignIn(LoginView):
    template_name = "desk/together/sign_in.html"
    http_method_names = ["get", "head", "post"]
    authentication_form = AuthenticationForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return through_the_door(request, lambda: super(SignIn, self).post(request, *args, **kwargs))

    def get_default_redirect_url(self) -> str:
        """The desk, or for who only gives roles the tables."""
        return reverse("desk:home" if self.request.user.has_perm(f"archive.{WORKS_HERE}") else "admin:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = {"title": _("Sign in"), "something_is_kept": "kept" in self.request.GET}
        return super().get_context_data(**kwargs) | found


def through_the_door(request: HttpRequest, ask: Callable[[], HttpResponse]) -> HttpResponse:
    """Here and at the door of the tables: who comes in begins a session, and who would wait too long is told so."""
    try:
        answer = ask()
    except TooMany:
        told = _("So many sign in just now that yours would wait too long. Try again in a moment.")
        return _refused(request, told, int(LONGEST_WAIT), HTTPStatus.SERVICE_UNAVAILABLE)
    if request.method == "POST" and answer.status_code == HTTPStatus.FOUND:
        sessions.begin(request, get_client_ip_address(request) or "")
    return answer


def locked_out(request: HttpRequest, *_told: Any) -> HttpResponse:
    """In place of the page, where too many passwords were wrong (AXES_LOCKOUT_CALLABLE). It is the same for names that nobody has."""
    told = _(
        "Five wrong passwords were typed for this name from where you are, or fifty for several. Nobody can try again there for an hour. "
        "An administrator of people can let one name in before; after fifty, try from elsewhere or wait."
    )
    return _refused(request, told, AN_HOUR, HTTPStatus.TOO_MANY_REQUESTS)


def _refused(request: HttpRequest, told: str, seconds: int, status: HTTPStatus) -> HttpResponse:
    context = {"title": _("Sign in"), "refused": told, "next": request.POST.get("next", "")}
    answer = render(request, "desk/together/sign_in.html", context, status=status)
    answer["Retry-After"] = str(seconds)
    return answer


class SignOut(LogoutView):
    next_page = reverse_lazy("desk:sign-in")


@never_cache
@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """Asked by a page that was signed out, when somebody comes back to it; and the page that a new tab ends on."""
    if not request.headers.get("HX-Request"):
        return render(request, "desk/together/signed_in.html", {"title": _("Signed in")})
    if not request.user.is_authenticated:
        return render(request, "desk/together/_signed_out.html", status=401)
    answer = render(request, "desk/together/_renewed.html")
    answer.headers["HX-Trigger"] = fresh_token(request)
    return answer
