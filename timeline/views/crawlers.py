"""What is told to those that walk through all pages: where they need not go, and where the lists of addresses are."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from timeline.record.links import address
from timeline.sitemaps import SITEMAPS

# Desks, searches and forms hold nothing that pages do not; with two filters at once there are more addresses than statements.
CLOSED = "/admin/", "/desk/", "/search/", "/compare/", "/report/", "/*?*&", "/*/data.csv", "/*/data.ndjson"


def robots(request: HttpRequest) -> HttpResponse:
    closed = [f"Disallow: {path}" for path in CLOSED]
    lines = ["User-agent: *", *closed, "", f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Every sitemap by its address on this site: Django's own index would name the host that a request came to."""
    files = [(name, page) for name, kind in SITEMAPS.items() for page in kind().paginator.page_range]
    rows = [{"location": address(f"{reverse('sitemap-of', args=[name])}{f'?p={page}' * (page > 1)}")} for name, page in files]
    return render(request, "sitemap_index.xml", {"sitemaps": rows}, content_type="application/xml")
