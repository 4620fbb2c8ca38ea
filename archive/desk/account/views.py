"""The page of one's own, and what can be done there."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from archive.acts import record
from archive.desk import shell
from archive.desk.account.forms import BUSY, NewPasswordForm, PasswordForm
from archive.desk.account.own import own_page
from archive.desk.account.steps import asked
from archive.enums import Verb
from archive.signing_in import granting, second_step, sessions
from archive.signing_in.hashing import TooMany, one_at_a_time


@own_page("GET", "HEAD")
def account(request: Any) -> HttpResponse:
    person, here = request.user, request.session.session_key
    context = {
        "sessions": [(one, sessions.mark(one.session_key), one.session_key == here) for one in sessions.of(person)],
        "has_second_step": second_step.device_of(person) is not None,
        "needs_second_step": second_step.needs_one(person),
        "codes_left": second_step.codes_left(person),
        "mine": [_(name) for name in person.groups.order_by("id").values_list("name", flat=True)],
    }
    return shell.page(request, "desk/account/account.html", context, title=_("Your account"))


@own_page("POST")
def end_session(request: Any) -> HttpResponse:
    """With the password once more: who sits at a browser that somebody left signs nobody out elsewhere."""
    form = PasswordForm(request)
    if not form.is_valid():
        return asked(request, form, _("End a session"), session=request.POST.get("session", ""))
    if sessions.end(request.user, request.POST.get("session", "")):
        messages.success(request, _("Ended. Whoever works there has to sign in again."))
    else:
        messages.info(request, _("That one had ended already."))
    return redirect("desk:account")


@own_page("POST")
def end_others(request: Any) -> HttpResponse:
    form = PasswordForm(request)
    if not form.is_valid():
        return asked(request, form, _("End all other sessions"))
    sessions.end_all(request.user, but=request.session.session_key)
    messages.success(request, _("You are signed in here alone."))
    return redirect("desk:account")


@method_decorator(own_page("GET", "HEAD", "POST"), name="dispatch")
class Password(PasswordChangeView):
    template_name = "desk/account/password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("desk:account")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = [(reverse("desk:account"), _("Your account"))]
        return super().get_context_data(**kwargs) | {"title": _("Change the password"), "places": places}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"request": self.request}

    def form_valid(self, form: Any) -> HttpResponse:
        """Wherever else they were signed in they are no more: whoever knew the old one may sit there."""
        try:
            with one_at_a_time():
                answer = super().form_valid(form)
        except TooMany:
            form.add_error(None, BUSY)
            return self.form_invalid(form)
        person = form.user
        sessions.end_all(person, but=self.request.session.session_key)
        record(Verb.EDITED, person, by=person, fields=["password"])
        granting.tell(person, _("Your password on %(site)s was changed by %(by)s."), person)
        messages.success(self.request, _("Changed. You are signed in here alone."))
        return answer


def to_password(request: HttpRequest) -> HttpResponse:
    """The admin's own page for it leads here."""
    return redirect("desk:password")
