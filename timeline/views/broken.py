"""The answer where something failed: of ours, or beneath us. It asks no database."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader

from archive.errors.faults import Fault, fault_of
from timeline.running.requests import number_of

TRY_AGAIN = 30  # seconds
API = "/api/"


def broken(request: HttpRequest) -> HttpResponse:
    """500 for a mistake of ours; 503 where the disk or the database failed, with what was typed. Django calls it while it has the error."""
    fault = fault_of(sys.exc_info()[1])
    return unavailable(request, fault) if fault else _mistaken(request)


def _mistaken(request: HttpRequest) -> HttpResponse:
    """With the number under which the log has more."""
    return HttpResponseServerError(loader.get_template("500.html").render({"number": number_of(request)}))


def unavailable(request: HttpRequest, fault: Fault) -> HttpResponse:
    return _problem(request, fault) if request.path_info.startswith(API) else come_again(_page(request, fault))


def come_again(answer: HttpResponse) -> HttpResponse:
    """Soon, and ask anew."""
    answer["Retry-After"] = str(TRY_AGAIN)
    answer["Cache-Control"] = "no-store"
    return answer


def _problem(request: HttpRequest, fault: Fault) -> HttpResponse:
    """Where it failed before the API was asked."""
    from timeline.api import problems  # noqa: PLC0415 - pages are answered without the framework of the API

    return problems.unavailable(request, fault)


def _page(request: HttpRequest, fault: Fault) -> HttpResponse:
    """To htmx a line for the page that stays open, with all that was typed in it."""
    if request.headers.get("HX-Request"):
        return render(request, "503_line.html", {"fault": fault}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    from archive.desk.together.sent_again import sent_from_here  # noqa: PLC0415 - of the editors' side, and of a form that was sent

    was_sent = request.method == "POST"
    fields = sent_from_here(request) if was_sent else None
    context = {"fault": fault, "was_sent": was_sent, "fields": fields, "page": request.get_full_path()}
    return render(request, "503.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
