"""Pages that say no: a role is missing, or a form came without its token. Nothing of what was typed is lost."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import UserManager
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.desk import shell
from archive.desk.ended_session import keep_sent
from archive.desk.together.sent_again import is_from_here, sent_from_here
from archive.models import User
from archive.roles import ROLES

MOST_NAMED = 5
OF_ADMIN = {"changelist": "view", "history": "view", "change": "view", "add": "add", "delete": "delete"}  # its pages -> what they need


def not_allowed(request: Any, exception: Exception | None = None) -> HttpResponse:
    """The page for 403: which role would be needed, and who gives it."""
    if not request.user.is_authenticated:
        return render(request, "403.html", status=403)
    needed = set(getattr(exception, "permissions", ())) or _needed_in_the_admin(request)
    users: UserManager[User] = User.objects
    context = {
        "roles": [_(role) for role, permissions in ROLES.items() if needed & permissions],
        "mine": [_(name) for name in request.user.groups.order_by("id").values_list("name", flat=True)],
        "givers": users.with_perm("archive.manage_people").order_by("username")[:MOST_NAMED],
    }
    if request.headers.get("HX-Request"):
        return render(request, "desk/together/_not_allowed.html", context, status=403)
    return shell.page(request, "desk/together/not_allowed.html", context, title=_("Your role does not allow this"), status=403)


def _needed_in_the_admin(request: HttpRequest) -> set[str]:
    """archive_statement_add -> add_statement"""
    _app, _, rest = ((request.resolver_match and request.resolver_match.url_name) or "").partition("_")
    table, _, page = rest.rpartition("_")
    return {f"{OF_ADMIN[page]}_{table}"} if page in OF_ADMIN else set()


def without_token(request: Any, reason: str = "") -> HttpResponse:
    """A form whose token is missing or old. What came from a page of ours is shown again with a new one, to be looked at and sent."""
    ours = is_from_here(request)
    if ours and request.headers.get("HX-Request"):
        answer = render(request, "desk/together/_renewed.html", status=403)
        answer.headers["HX-Trigger"] = fresh_token(request)
        return answer
    if ours and request.user.is_authenticated and "kept" in request.POST and (stands := keep_sent(request, request.user)):
        messages.warning(request, _("This page had been open too long, so nothing was done. What you typed stands here: send it again."))
        return redirect(stands)
    context = {
        "title": _("This page had been open too long"),
        "fields": sent_from_here(request),
        "page": request.get_full_path(),
        "here": "",
    }
    return render(request, "desk/together/without_token.html", context, status=403)


def fresh_token(request: HttpRequest) -> str:
    """For desk.js: the event by which an open page takes a new token."""
    return json.dumps({"fresh-token": {"token": get_token(request)}})
