"""What all answers of the API have in common: conditional requests, and that any page on the web may read them."""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from rest_framework.exceptions import NotFound
from rest_framework.views import APIView

from timeline.api.problems import OPEN
from timeline.conditional import ASK_EACH_TIME, KEPT_BY_NOBODY, release, revision_of
from timeline.serving.throttling import refused_for_now

PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}

IN_SCRIPTS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))  # ends of a line where JSON stands in an old script


def answer(body: Any, headers: Mapping[str, str] | None = None) -> HttpResponse:
    return HttpResponse(in_json(body), content_type="application/json", headers=headers)


def in_json(body: Any) -> bytes:
    """Plain values as JSON, with their text as it is written. What orjson does not know, such as a text to be translated, is a text."""
    written = orjson.dumps(body, default=str)
    for ends_a_line, escaped in IN_SCRIPTS:
        if ends_a_line[-1] in written:  # a byte is found a hundred times as fast as three, and is seldom there
            written = written.replace(ends_a_line, escaped)
    return written


class PublicView(APIView):
    """A view that only reads. Who has the answer of this revision of the archive gets 304, before any work is done."""

    http_method_names = ["get", "head", "options"]
    permission_classes = []  # reading is for all, and the method is refused as such, not for want of a login
    is_kept = True  # whether anybody keeps the answer until something public changes

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        etag = etag_of(request) if self.is_kept and request.method in ("GET", "HEAD") else None
        if etag and _has(request, etag):
            response: HttpResponse = HttpResponseNotModified()
        elif refused := refused_for_now(request):
            return refused
        else:
            response = super().dispatch(request, *args, **kwargs)
        if etag and response.status_code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            response["ETag"] = etag
            response.holds_on = ""  # so that it is kept, on whatever day: see timeline.keeping
        response["Cache-Control"] = ASK_EACH_TIME if self.is_kept else KEPT_BY_NOBODY
        for name, value in OPEN.items():
            response[name] = value
        return response

    def perform_authentication(self, request: HttpRequest) -> None:
        """Nobody signs in here."""

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)


class Nothing(PublicView):
    """Any other address below the API's."""

    schema = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        raise NotFound("The API has no such address.")


def etag_of(request: HttpRequest) -> str:
    """One answer of one revision of the archive, made by one release."""
    key = f"{revision_of(request)} {release()} {request.get_full_path()}"
    return f'"{hashlib.sha256(key.encode()).hexdigest()[:32]}"'


def _has(request: HttpRequest, etag: str) -> bool:
    """Compared weakly: whoever compressed the answer on its way marks its ETag weak."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return etag in {one.removeprefix("W/") for one in known}
