"""A session ended while somebody worked: what they sent is kept on the server for them alone, and stands there again once they signed in.

Whose it was tells a signed cookie of the desk, for a day. Nothing is done by itself.
"""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.models import KeptInput, User
from archive.models.account import LONGEST_PAGE
from archive.working import kept_input

COOKIE, A_DAY, DESK = "desk-person", 24 * 3600, "/desk/"
FILE = "file:"  # before the name of a field whose file has to be chosen again


def remember(answer: HttpResponse, person: User) -> None:
    """Who works in this browser."""
    answer.set_signed_cookie(
        COOKIE, person.pk, max_age=A_DAY, path=DESK, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )


def ask_to_sign_in(request: Any) -> HttpResponse:
    """A part of a page would be the wrong place for a sign-in form: there it is a banner that leaves the page as it is."""
    if request.htmx:
        return render(request, "desk/together/_signed_out.html", status=401)
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    kept = _keep(request)
    return redirect_to_login(f"{reverse('desk:typed')}?{urlencode({'page': kept.page})}" if kept else reverse("desk:home"))


def fields_of(request: HttpRequest) -> dict[str, list[str]]:
    """What was sent, and by which names files have to be chosen again."""
    files = {f"{FILE}{name}": [one.name or "" for one in found] for name, found in request.FILES.lists()}
    return {name: [str(one) for one in values] for name, values in request.POST.lists()} | files


def _keep(request: HttpRequest) -> KeptInput | None:
    number = request.get_signed_cookie(COOKIE, None, max_age=A_DAY)
    person = User.objects.filter(pk=number, is_active=True).first()
    page = request.get_full_path()
    if person is None or len(page) > LONGEST_PAGE:
        return None
    return kept_input.keep(person, page, fields_of(request))
