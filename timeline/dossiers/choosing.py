"""A dossier of statements that somebody chose one by one: he pastes their addresses, and is led to the list of them."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from timeline.field_types import MOST_CHOSEN, PublicStatementsField, ids_in
from timeline.printing.addresses import list_address


class ChoosingForm(forms.Form):
    statements = PublicStatementsField(label=_("Addresses of statements"), widget=forms.Textarea(attrs={"rows": 8}))

    def clean_statements(self) -> list[str]:
        ids = ids_in(self.data.get("statements", ""))
        if not ids:
            raise forms.ValidationError(_("Paste at least one address of a statement."), code="required")
        return ids


@csrf_exempt  # it changes nothing: who sends it is led to a list, so that its page is the same for all
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    form = ChoosingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect(f"{list_address('chronology')}?{urlencode({'statements': ','.join(form.cleaned_data['statements'])})}")
    return render(request, "timeline/dossiers/choose.html", {"form": form, "most": MOST_CHOSEN})
