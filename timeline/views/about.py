"""What is told of the archive itself: its corrections, its data, its method."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.models import Suggestion, Threshold
from timeline.corrections import log
from timeline.formats import columns
from timeline.formats.table import FORMATS
from timeline.lists import listed
from timeline.record import citing, overview
from timeline.views.lists import page_at


def corrections(request: HttpRequest) -> HttpResponse:
    shown = listed.of("corrections", request.GET)
    page = page_at(request, shown.rows, shown.order)
    return render(request, "timeline/corrections.html", {"listed": shown, "page": page, "items": log.items(page.rows)})


def data(request: HttpRequest) -> HttpResponse:
    context = {
        "figures": overview.figures(),
        "citations": citing.FORMATS.values(),
        "files": FORMATS.values(),
        "columns": columns.STATEMENTS,
        "columns_of_corrections": columns.CORRECTIONS,
    }
    return render(request, "timeline/data.html", context)


def method(request: HttpRequest) -> HttpResponse:
    threshold = Threshold.objects.filter(pk=1).first()
    asked = threshold and {"kept": threshold.kept, "threshold": threshold, "percent": round(threshold.score * 100, 1)}
    return render(request, "timeline/method.html", {"asked": asked, "left": Suggestion.objects.left().count() if asked else 0})
