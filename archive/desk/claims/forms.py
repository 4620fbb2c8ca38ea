"""The form of a claim at the desk: its words, and what others found of it."""

from django import forms
from django.utils.translation import gettext as _

from archive.admin.claims.claim_form import ClaimCorrectionForm
from archive.desk.putting_right import DeskForm
from archive.models import Claim
from archive.models.fields import folded


class ClaimForm(ClaimCorrectionForm, DeskForm):
    """Words that another claim has are refused, with the way to that one."""

    columns = ("text",)

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        known = Claim.objects.filter(text_key=folded(text)).exclude(pk=self.instance.pk).first()
        if known:
            raise forms.ValidationError(_("There is a claim in these words already: “%s”. If they are one, merge them.") % known)
        return text
