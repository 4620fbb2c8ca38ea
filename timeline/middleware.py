"""Old public addresses lead on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path

from timeline.old_addresses import leads_to


class OldAddresses:
    """Where nothing else answers, an address that was public once is answered by the one that it leads to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        new_path = leads_to(request.path, escape_uri_path(request.path))
        return HttpResponsePermanentRedirect(_with_query(new_path, request)) if new_path else response


def _with_query(path: str, request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
