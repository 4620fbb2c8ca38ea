"""The answer where something raised that nobody foresaw: asks no database, and gives the number under which the log has more."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader

from timeline.running.requests import number_of


def broken(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(loader.get_template("500.html").render({"number": number_of(request)}))
