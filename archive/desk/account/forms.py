"""What is typed to prove who one is."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.signing_in.hashing import TooMany

LONGEST_CODE = 20
BUSY = _("So many sign in just now that yours would wait too long. Try again in a moment.")


class CodeForm(forms.Form):
    code = forms.CharField(
        max_length=LONGEST_CODE,
        label=_("Code"),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "text", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


def expect_password_of_who_asks(request: HttpRequest, password: str) -> str:
    """Wrong ones count as at the door, and wait their turn as there."""
    try:
        person = authenticate(request, username=request.user.get_username(), password=password)
    except TooMany:
        raise forms.ValidationError(BUSY, code="busy") from None
    if person is None:
        raise forms.ValidationError(gettext("This is not your password."), code="wrong")
    return password


class NewPasswordForm(PasswordChangeForm):
    def __init__(self, *args, request: HttpRequest, **kwargs) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_old_password(self) -> str:
        return expect_password_of_who_asks(self.request, self.cleaned_data["old_password"])


class PasswordForm(forms.Form):
    """Asked again before the second step is touched or a session ended; the button that leads to it sends no password yet."""

    password = forms.CharField(
        strip=False, label=_("Your password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        super().__init__(request.POST if "password" in request.POST else None)

    def clean_password(self) -> str:
        return expect_password_of_who_asks(self.request, self.cleaned_data["password"])
