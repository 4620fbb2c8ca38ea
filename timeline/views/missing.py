"""The answer to an address with nothing behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.lists.paging import CursorError


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to an address with nothing behind it; a marker of a page that has expired says so."""
    context = {"has_expired": isinstance(exception.__cause__, CursorError)}
    return render(request, "404.html", context, status=404)
