"""A reader reports an error: a form that anybody may send, a few times an hour, and without saying who they are."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from archive.models import Document
from archive.models.readers.error_report import LONGEST_WORDS
from archive.models.readers.kinds import ErrorKind
from archive.readers import reports as readers_reports
from timeline.serving.throttling import HOUR, may_ask

MOST_REPORTS = {HOUR: 5}  # from one network


class ReportForm(forms.Form):
    """`website` is left empty by people, who do not see it, and filled by programs that fill whatever there is."""

    kind = forms.ChoiceField(choices=ErrorKind.choices, label=_("What is wrong"), widget=forms.RadioSelect)
    words = forms.CharField(max_length=LONGEST_WORDS, label=_("In your words"), widget=forms.Textarea(attrs={"rows": 6}))
    name = forms.CharField(required=False, max_length=200, label=_("Your name, if you like"))
    email = forms.EmailField(required=False, max_length=254, label=_("Your mail address, if you want an answer"))
    website = forms.CharField(required=False, max_length=200)

    @property
    def is_of_a_person(self) -> bool:
        return not self.cleaned_data.get("website")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, ReportForm(use_required_attribute=False), request.GET.get("about", ""))
    form, address = ReportForm(request.POST, use_required_attribute=False), request.POST.get("about", "")
    if not form.is_valid():
        return _page(request, form, address)
    if not may_ask(request, "report", MOST_REPORTS):
        form.add_error(None, gettext("From your network a few reports came within the hour. Send this one later: it stands below."))
        return _page(request, form, address, status=HTTPStatus.TOO_MANY_REQUESTS)
    if form.is_of_a_person:
        given = form.cleaned_data
        readers_reports.take(readers_reports.about(address), given["kind"], given["words"], name=given["name"], email=given["email"])
    return redirect(f"{reverse('report')}?sent=1")


def _page(request: HttpRequest, form: ReportForm, address: str, status: int = 200) -> HttpResponse:
    about = readers_reports.about(address)
    shown = "" if isinstance(about.row, Document) else about.row  # its title may not be shown
    context: dict[str, Any] = {"form": form, "about": about, "shown": shown, "is_sent": "sent" in request.GET}
    return render(request, "timeline/report.html", context, status=status)
