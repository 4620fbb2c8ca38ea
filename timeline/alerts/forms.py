"""What readers fill in: where alerts go, how often, and what they cited."""

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from archive.alerts.asking import Place
from archive.alerts.calling import hook_address
from archive.errors import Refused
from archive.models.alerts.kinds import AlertChannel, AlertRhythm
from timeline.alerts import mails
from timeline.alerts.cited import LONGEST_TEXT

LONGEST_MAIL = 254


class CitedForm(forms.Form):
    """What is to be watched, as addresses or a text that holds them."""

    cited = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
        label=_("Addresses of this site, or a text that cites them"),
    )
    rhythm = forms.ChoiceField(required=False, choices=AlertRhythm.choices, widget=forms.RadioSelect, label=_("How often"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="alert-%s", use_required_attribute=False, **kwargs)

    def clean_rhythm(self) -> str:
        return self.cleaned_data["rhythm"] or AlertRhythm.DAILY


class AskingForm(CitedForm):
    """The same, and where alerts are to go."""

    email = forms.EmailField(
        required=False,
        max_length=LONGEST_MAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        label=_("Your e-mail address"),
    )
    hook = forms.CharField(
        required=False, max_length=2000, widget=forms.URLInput(attrs={"placeholder": "https://"}), label=_("Address of your webhook")
    )

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if email and not mails.offered():
            raise forms.ValidationError(_("This site sends no mails."), code="no-mails")
        if email and not mails.can_go_to(email):
            raise forms.ValidationError(validate_email.message, code="invalid")
        return email

    def clean_hook(self) -> str:
        """The address as it will be called; never one that leads inward."""
        given = self.cleaned_data["hook"]
        try:
            return hook_address(given) if given else ""
        except Refused as refusal:
            raise forms.ValidationError(str(refusal), code="address") from refusal

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors and bool(told.get("email")) == bool(told.get("hook")):
            raise forms.ValidationError(self._one_of_both(), code="where")
        return told

    def _one_of_both(self) -> Any:
        if not mails.offered():
            return _("Give the address of a webhook.")
        return _("Give an e-mail address or the address of a webhook, one of the two.")

    @property
    def place(self) -> Place:
        told = self.cleaned_data
        if told["email"]:
            return Place(AlertChannel.MAIL, told["email"], told["rhythm"])
        return Place(AlertChannel.HOOK, told["hook"])
