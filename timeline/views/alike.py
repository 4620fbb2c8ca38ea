"""Search by meaning. Neither kept nor marked as a page that others may keep: the address holds what somebody pasted."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.alike.asking import AlikeFilter
from timeline.alike.finding import find
from timeline.conditional import KEPT_BY_NOBODY
from timeline.serving.throttling import dear

View = Callable[..., HttpResponse]


def alike_or(by_words: View) -> View:
    """The page of what is like a text where one is given, and this view where none is."""

    @require_safe
    def search(request: HttpRequest) -> HttpResponse:
        return alike(request) if "like" in request.GET else by_words(request)

    return search


@dear
def alike(request: HttpRequest) -> HttpResponse:
    chosen = AlikeFilter.of(request.GET)
    response = render(request, "timeline/alike.html", {"filter": chosen, "found": find(chosen)})
    response["Cache-Control"] = KEPT_BY_NOBODY
    return response
