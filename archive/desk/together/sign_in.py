"""Signing in and out, in the desk's look."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from archive.desk.access import WORKS_HERE
from archive.desk.together.refusals import fresh_token


class SignIn(LoginView):
    template_name = "desk/together/sign_in.html"
    authentication_form = AuthenticationForm

    def get_default_redirect_url(self) -> str:
        """The desk, or for who only gives roles the tables."""
        return reverse("desk:home" if self.request.user.has_perm(f"archive.{WORKS_HERE}") else "admin:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = {"title": _("Sign in"), "something_is_kept": "kept" in self.request.GET}
        return super().get_context_data(**kwargs) | found


class SignOut(LogoutView):
    next_page = reverse_lazy("desk:sign-in")


@never_cache
def signed_in(request: HttpRequest) -> HttpResponse:
    """Asked by a page that was signed out, when somebody comes back to it; and the page that a new tab ends on."""
    if not request.headers.get("HX-Request"):
        return render(request, "desk/together/signed_in.html", {"title": _("Signed in")})
    if not request.user.is_authenticated:
        return render(request, "desk/together/_signed_out.html", status=401)
    answer = render(request, "desk/together/_renewed.html")
    answer.headers["HX-Trigger"] = fresh_token(request)
    return answer
