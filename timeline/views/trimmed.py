"""Addresses that somebody shortened by hand, or wrote as dates are written: each leads to the page that was meant."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from timeline.lists.periods import period_of

LEADS = {"statements/": "chronology", "documents/": "outlets", "api/": "api"}


@require_safe
def period(request: HttpRequest, year: str, month: str, day: str = "") -> HttpResponse:
    """`/chronology/2023/5/7/` for `/chronology/2023/05/07/`."""
    return redirect(period_of(year, f"{month:0>2}", f"{day:0>2}" if day else "").url, permanent=True)


urlpatterns: list[URLPattern] = [
    *[path(short, require_safe(RedirectView.as_view(pattern_name=route))) for short, route in LEADS.items()],
    re_path(r"^chronology/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/(?:(?P<day>[0-9]{1,2})/)?$", period),
]
