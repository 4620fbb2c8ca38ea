"""A session ended while somebody worked: what they sent is kept on the server for them alone, and stands there again once they signed in.

Whose it was tells a signed cookie of the desk, for a day. Nothing is done by itself.
"""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from archive.models import User
from archive.models.account import LONGEST_PAGE
from archive.signing_in.cookies import bound_to_host
from archive.working import kept_input

COOKIE, A_DAY = "desk-person", 24 * 3600
FILE = "file:"  # before the name of a field whose file has to be chosen again


def remember(answer: HttpResponse, person: User) -> None:
    """Who works in this browser."""
    is_secure = settings.SESSION_COOKIE_SECURE
    answer.set_signed_cookie(bound_to_host(COOKIE), person.pk, max_age=A_DAY, httponly=True, secure=is_secure, samesite="Lax")


def ask_to_sign_in(request: Any) -> HttpResponse:
    """A part of a page would be the wrong place for a sign-in form: there it is a banner that leaves the page as it is."""
    if request.htmx:
        return render(request, "desk/together/_signed_out.html", status=401)
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    person = _last_person(request)
    stands = keep_sent(request, person) if person else ""
    asked = {"next": stands, "kept": "yes"} if stands else {"next": reverse("desk:home")}
    return redirect(f"{reverse('desk:sign-in')}?{urlencode(asked)}")


def _last_person(request: HttpRequest) -> User | None:
    number = request.get_signed_cookie(bound_to_host(COOKIE), None, max_age=A_DAY)
    return User.objects.filter(pk=number, is_active=True).first()


def keep_sent(request: HttpRequest, person: User) -> str:
    """Keeps what was sent, and says where it stands again: in its form, where that names what it is kept as, or on a page that shows it."""
    key, page = request.POST.get("kept", ""), _page_before(request)
    if not key or not page or "\0" in key:
        key = request.get_full_path()
        page = f"{reverse('desk:typed')}?{urlencode({'page': key})}"
    if len(key) > LONGEST_PAGE:
        return ""
    kept_input.keep(person, key, fields_of(request))
    return page


def _page_before(request: HttpRequest) -> str:
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from._replace(scheme="", netloc="").geturl() if came_from.netloc == request.get_host() else ""


def fields_of(request: HttpRequest) -> dict[str, list[str]]:
    """What was sent, and by which names files have to be chosen again."""
    files = {f"{FILE}{name}": [one.name or "" for one in found] for name, found in request.FILES.lists()}
    typed = {name: [str(one).replace("\0", "") for one in values] for name, values in request.POST.lists()}
    return {name: values for name, values in typed.items() if "\0" not in name} | files
