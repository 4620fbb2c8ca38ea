"""Giving a code after the password; setting the second step up, and removing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.desk import shell
from archive.desk.account.forms import CodeForm, PasswordForm
from archive.desk.account.own import own_page
from archive.errors import Refused
from archive.signing_in import second_step


@own_page("GET", "HEAD", "POST", password_alone=True)
def code(request: Any) -> HttpResponse:
    """The second half of signing in."""
    if request.user.is_verified() or not second_step.device_of(request.user):
        return shell.back(request, reverse("desk:home"))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            second_step.give_code(request, form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            return shell.back(request, reverse("desk:home"))
    context = {"form": form, "next": shell.where_from(request, ""), "places": ()}
    return shell.page(request, "desk/account/code.html", context, title=_("One more step"))


@own_page("GET", "HEAD", "POST", password_alone=True)
def set_up(request: Any) -> HttpResponse:
    """Not for who has one and gave the password alone: he could put another in its place."""
    if second_step.device_of(request.user):
        return redirect("desk:account")
    device, form = second_step.new_device(request.user), CodeForm(request.POST or None)
    if form.is_valid():
        try:
            codes = second_step.set_up(request, form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            return _on_paper(request, codes)
    context = {"form": form, "address": device.config_url, "key": second_step.typed_key(device), "places": ()}
    return shell.page(request, "desk/account/second_step.html", context, title=_("Set up the second step"))


@own_page("GET", "HEAD", password_alone=True)
def picture(request: Any) -> HttpResponse:
    if second_step.device_of(request.user):
        return HttpResponse(status=404)
    return HttpResponse(second_step.picture(second_step.new_device(request.user)), content_type="image/svg+xml")


@own_page("GET", "HEAD", "POST")
def on_paper(request: Any) -> HttpResponse:
    """New codes, which are shown this once."""
    form = PasswordForm(request)
    if second_step.device_of(request.user) and form.is_valid():
        return _on_paper(request, second_step.on_paper(request.user))
    return asked(request, form, _("New codes on paper"))


def _on_paper(request: Any, codes: list[str]) -> HttpResponse:
    return shell.page(request, "desk/account/on_paper.html", {"codes": codes}, title=_("Codes on paper"))


@own_page("GET", "HEAD", "POST")
def remove(request: Any) -> HttpResponse:
    form = PasswordForm(request)
    if form.is_valid():
        second_step.remove(request.user, by=request.user)
        messages.success(request, _("Removed: your password alone lets you in."))
        return redirect("desk:account")
    return asked(request, form, _("Remove the second step"))


def asked(request: Any, form: PasswordForm, title: str, session: str = "") -> HttpResponse:
    return shell.page(request, "desk/account/asked.html", {"form": form, "session": session}, title=title)
